// A session on a whole terminal: keys become commands, and each leads to a new picture.
#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/terminal/prompt.hpp"
#include "cli/terminal/step_parts.hpp"
#include "cli/terminal/terminal.hpp"
#include "cli/terminal/terminal_keys.hpp"
#include "diagram/ladder_columns.hpp"
#include "teach/choices.hpp"
#include "teach/screen.hpp"

namespace flowsim::cli {
namespace {

/// So many keys at most are obeyed between two pictures, where more are coming than there is time for.
constexpr int most_undrawn = 50;

class StepScreen {
 public:
  StepScreen(Session& session, std::optional<int> width) : session_(session), width_(width) {}

  /// The signal that ended it; 0 for none.
  int run() {
    RawTerminal terminal;
    for (int undrawn = 0; !ended_; ++undrawn) {
      measure();
      if (!terminal.has_input() || undrawn >= most_undrawn) {
        draw(terminal);
        undrawn = 0;
      }
      const auto event = terminal.wait();
      if (const auto* caught = std::get_if<SignalCaught>(&event)) return caught->signal;
      if (std::holds_alternative<InputEnded>(event)) break;
      if (const auto* key = std::get_if<Key>(&event)) take(*key, terminal);
    }
    return 0;
  }

 private:
  void measure() {
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    const int columns = known ? size.ws_col : 80;
    session_.options().width = std::min({width_.value_or(columns), columns, widest_ladder});
    state_.rows = known ? size.ws_row : 24;
  }

  bool is_too_small() const { return cli::is_too_small(session_.options(), state_); }

  void draw(RawTerminal& terminal) {
    const auto& options = session_.options();
    const bool asks = prompt_ && !is_too_small();
    if (asks) state_.notice = shown(choices_at(session_, prompt_->text()), options);
    state_.footer = asks ? prompt_->shown(static_cast<std::size_t>(options.width) - 1, options.ascii)
                         : std::string(key_footer(options.width));
    std::string frame = "\x1b[?25l\x1b[H";
    const auto lines = compose_screen(session_, state_);
    for (std::size_t at = 0; at < lines.size(); ++at) frame += (at == 0 ? "" : "\r\n") + lines[at] + "\x1b[K";
    frame += asks ? "\x1b[J\x1b[?25h\r" + state_.footer : "\x1b[J";
    terminal.write(frame);
  }

  void take(const Key& key, RawTerminal& terminal) {
    if (key.name == KeyName::suspend) return terminal.suspend();
    if (key.name == KeyName::redraw) return;
    const auto command = command_of(key);
    if (is_too_small()) return command == "quit" ? obey("quit") : void();
    if (prompt_) return take_into_prompt(key);
    if (scroll(key)) return;
    const bool closes_notice = is_long(state_.notice) && (key.text == "q" || key.name == KeyName::escape);
    state_.notice.clear();
    if (closes_notice) return begin_pane();
    if (key.name == KeyName::tab) return turn_pane();
    if (command.ends_with(' '))
      open_prompt(command == " " ? std::string() : std::string(command));
    else if (!command.empty())
      obey(std::string(command));
    else if (key.name != KeyName::escape)
      say("", "? shows the keys");
  }

  void open_prompt(std::string line) {
    prompt_.emplace(std::move(line));
    state_.scroll = 0;
  }

  void take_into_prompt(const Key& key) {
    if (key.name != KeyName::character && scroll(key)) return;
    state_.scroll = 0;
    if (key.name == KeyName::tab) {
      prompt_.emplace(completed(prompt_->text(), choices_at(session_, prompt_->text())));
      return;
    }
    const auto done = prompt_->take(key);
    if (done == Prompt::Done::not_yet) return;
    const auto line = prompt_->text();
    prompt_.reset();
    state_.notice.clear();
    begin_pane();
    if (done == Prompt::Done::too_long)
      say("", fmt::format("a command has at most {} bytes; this one is not obeyed", longest_command));
    else if (done == Prompt::Done::entered && !line.empty())
      obey(line);
  }

  bool scroll(const Key& key) {
    const auto rows = page_rows(state_);
    const auto is = [&key](KeyName name, std::string_view text) {
      return key.name == name || (key.name == KeyName::character && key.text == text);
    };
    const auto back = [this](std::size_t by) {
      state_.scroll -= std::min(by, state_.scroll);
      state_.follows_end = false;
    };
    if (is(KeyName::up, "k"))
      back(1);
    else if (is(KeyName::down, "j"))
      ++state_.scroll;
    else if (key.name == KeyName::page_up)
      back(rows);
    else if (key.name == KeyName::page_down)
      state_.scroll += rows;
    else
      return false;
    return true;
  }

  void turn_pane() {
    const auto all = panes();
    const auto at = static_cast<std::size_t>(&session_.pane() - all.data());
    session_.look_at(all[(at + 1) % all.size()]);
    begin_pane();
  }

  /// Lifelines grow downwards, and what happened last is what one wants to see.
  void begin_pane() {
    state_.scroll = 0;
    state_.follows_end = session_.pane().name == "ladder";
  }

  void obey(const std::string& line) {
    auto answer = session_.obey(line);
    ended_ = answer.ends;
    begin_pane();
    state_.notice = std::move(answer.lines);
    if (answer.save) save(*answer.save);
    if (is_long(state_.notice)) state_.scroll = 0;
    if (line == "help" || line == "?") add_key_help();
  }

  void add_key_help() {
    Page page(session_.options());
    for (const auto text : key_help()) page.say("", text);
    page.add(std::move(state_.notice));
    state_.notice = page.take();
  }

  void say(std::string_view lead, std::string_view text, Ink ink = Ink::plain) {
    Page page(session_.options());
    page.say(lead, text, ink);
    state_.notice = page.take();
  }

  void save(const SaveRequest& request) {
    Page page(session_.options());
    if (const auto problem = save_story(request)) {
      page.say(page.sign(Sign::failed), problem->message, Ink::bad);
      page.say("  hint: ", problem->hint);
    } else {
      page.say("", saved_text(request), Ink::good);
      session_.note_saved();
    }
    state_.notice = page.take();
  }

  Session& session_;
  const std::optional<int> width_;
  ScreenState state_{};
  std::optional<Prompt> prompt_;
  bool ended_ = false;
};

}  // namespace

ExitStatus step_on_screen(Session& session, std::optional<int> width) {
  int signal = 0;
  try {
    signal = StepScreen(session, width).run();
  } catch (...) {
    throw;  // caught once, so that the terminal is given back before anything else happens
  }
  if (signal != 0) end_by(signal);
  return ExitStatus::well;
}

}  // namespace flowsim::cli
