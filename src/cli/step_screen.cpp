// A session on a whole terminal: keys become commands, and each leads to a new picture.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "cli/prompt.hpp"
#include "cli/raw_terminal.hpp"
#include "cli/step_parts.hpp"
#include "diagram/ladder_columns.hpp"
#include "teach/screen.hpp"

namespace flowsim {
namespace {

constexpr std::size_t to_the_end = std::numeric_limits<std::size_t>::max() / 2;

/// What a key does: a command line, which one completes where it ends in a blank.
struct KeyRow {
  KeyName key;
  std::string_view text;  ///< of a character
  std::string_view command;
};

constexpr std::array key_table{
    KeyRow{KeyName::right, "", "next"},         KeyRow{KeyName::enter, "", "next"},
    KeyRow{KeyName::character, " ", "next"},    KeyRow{KeyName::character, "n", "next"},
    KeyRow{KeyName::left, "", "back"},          KeyRow{KeyName::backspace, "", "back"},
    KeyRow{KeyName::character, "b", "back"},    KeyRow{KeyName::home, "", "first"},
    KeyRow{KeyName::character, "g", "first"},   KeyRow{KeyName::end, "", "last"},
    KeyRow{KeyName::character, "G", "last"},    KeyRow{KeyName::character, "+", "in"},
    KeyRow{KeyName::character, "=", "in"},      KeyRow{KeyName::character, "-", "out"},
    KeyRow{KeyName::character, "m", "message"}, KeyRow{KeyName::character, "c", "checks"},
    KeyRow{KeyName::character, "a", "actors"},  KeyRow{KeyName::character, "s", "secrets"},
    KeyRow{KeyName::character, "l", "ladder"},  KeyRow{KeyName::character, "f", "fault "},
    KeyRow{KeyName::character, "x", "off "},    KeyRow{KeyName::character, "o", "on "},
    KeyRow{KeyName::character, "w", "save "},   KeyRow{KeyName::character, ":", " "},
    KeyRow{KeyName::character, "u", "undo"},    KeyRow{KeyName::character, "?", "help"},
    KeyRow{KeyName::character, "h", "help"},    KeyRow{KeyName::character, "q", "quit"},
    KeyRow{KeyName::interrupt, "", "quit"},     KeyRow{KeyName::end_of_input, "", "quit"},
};

constexpr std::string_view key_help[] = {
    "Keys: right, space, n: on; left, b: back; Home, End; 1 to 6: go there; + and -: zoom",
    "m c a s l, Tab: pages; up, down, PgUp, PgDn: scroll; u: undo; q: quit",
    "f: a fault here; x, o: a check off, on; w: save; ':' and a command:",
};

constexpr std::string_view usual_footer =
    "n next  b back  +/- zoom  Tab page  f fault  x check off  w save  ? help  q quit";
constexpr std::string_view brief_footer = "n next  b back  ? help  q quit";

class StepScreen {
 public:
  StepScreen(Session& session, std::optional<int> width) : session_(session), width_(width) {}

  /// The signal that ended it; 0 for none.
  int run() {
    RawTerminal terminal;
    while (!ended_) {
      draw(terminal);
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

  void draw(RawTerminal& terminal) {
    measure();
    const auto width = static_cast<std::size_t>(session_.options().width);
    state_.footer = prompt_ ? prompt_->shown(width - 1, session_.options().ascii)
                            : std::string(width >= usual_footer.size() ? usual_footer : brief_footer);
    std::string frame = "\x1b[?25l\x1b[H";
    const auto lines = compose_screen(session_, state_);
    for (std::size_t at = 0; at < lines.size(); ++at) frame += (at == 0 ? "" : "\r\n") + lines[at] + "\x1b[K";
    frame += prompt_ ? "\x1b[J\x1b[?25h" : "\x1b[J";
    if (prompt_) frame += "\r" + state_.footer;
    terminal.write(frame);
  }

  void take(const Key& key, RawTerminal& terminal) {
    if (key.name == KeyName::suspend) return terminal.suspend();
    if (prompt_) return take_into_prompt(key);
    if (scroll(key)) return;
    state_.notice.clear();
    if (key.name == KeyName::tab) return turn_pane();
    if (key.text.size() == 1 && key.text >= "1" && key.text <= "6") return obey("go " + key.text);
    const auto* const row = std::ranges::find_if(
        key_table, [&key](const KeyRow& candidate) { return candidate.key == key.name && candidate.text == key.text; });
    if (row == key_table.end()) return;
    if (row->command.ends_with(' '))
      prompt_.emplace(row->command == " " ? std::string() : std::string(row->command));
    else
      obey(std::string(row->command));
  }

  void take_into_prompt(const Key& key) {
    const auto done = prompt_->take(key);
    if (done == Prompt::Done::not_yet) return;
    const auto line = prompt_->text();
    prompt_.reset();
    state_.notice.clear();
    if (done == Prompt::Done::entered && !line.empty()) obey(line);
  }

  bool scroll(const Key& key) {
    const auto rows = page_rows(state_);
    const auto is = [&key](KeyName name, std::string_view text) {
      return key.name == name || (key.name == KeyName::character && key.text == text);
    };
    const auto back = [this](std::size_t by) { state_.scroll -= std::min(by, state_.scroll); };
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
  void begin_pane() { state_.scroll = session_.pane().name == "ladder" ? to_the_end : 0; }

  void obey(const std::string& line) {
    auto answer = session_.obey(line);
    ended_ = answer.ends;
    begin_pane();
    state_.notice = std::move(answer.lines);
    if (answer.save) save(*answer.save);
    if (state_.notice.size() > most_short_notice) state_.scroll = 0;
    if (line == "help" || line == "?") add_key_help();
  }

  void add_key_help() {
    Page page(session_.options());
    for (const auto text : key_help) page.say("", text);
    page.add(std::move(state_.notice));
    state_.notice = page.take();
  }

  void save(const SaveRequest& request) {
    Page page(session_.options());
    if (const auto problem = save_story(request)) {
      page.say(page.sign(Sign::failed), problem->message, Ink::bad);
      page.say("  hint: ", problem->hint);
    } else {
      page.say("", saved_text(request), Ink::good);
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

}  // namespace flowsim
