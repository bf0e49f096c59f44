// Finds the command of a line, and puts pages together.
#include "teach/session.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "teach/commands.hpp"

namespace flowsim::teach {
namespace {

constexpr std::size_t ladder_lines_of_a_stop = 16;
constexpr std::string_view ends_of_a_line = " \t\r";

std::pair<std::string_view, std::string_view> split_command(std::string_view line) {
  line = trimmed(line, ends_of_a_line);
  const auto end = std::min(line.find(' '), line.size());
  return {line.substr(0, end), trimmed(line.substr(end), ends_of_a_line)};
}

bool is_place(std::string_view word) { return !word.empty() && (word.front() == '#' || is_digit(word.front())); }

const SessionCommand* command_named(std::string_view word) {
  for (const auto& command : session_commands())
    if (word == command.name || (!command.short_name.empty() && word == command.short_name)) return &command;
  return nullptr;
}

void say_unknown(std::string_view word, const PageOptions& options, Answer& answer) {
  std::vector<std::string_view> names;
  for (const auto& command : session_commands()) names.push_back(command.name);
  const auto near = nearest_name(word, names);
  refuse(answer, options, "there is no command '" + std::string(word) + "'",
         near ? "did you mean '" + std::string(*near) + "'?" : "? shows them all");
}

std::vector<std::string> texts_of(const std::vector<Change>& changes) {
  std::vector<std::string> texts;
  for (const auto& change : changes) texts.push_back(text_of(change));
  return texts;
}

}  // namespace

Session::Session(std::string text, Scenario scenario, Detail detail, const PageOptions& options)
    : text_(std::move(text)), walk_(std::move(scenario), detail), options_(options), pane_(&panes().front()) {}

Session::Session(Trace stored, Detail detail, const PageOptions& options)
    : walk_(std::move(stored), detail), options_(options), pane_(&panes().front()) {}

bool Session::may_leave() {
  return !asks_ || std::exchange(was_asked_, true) || walk_.changes().empty() || saved_ == texts_of(walk_.changes());
}

void Session::note_saved() { saved_ = texts_of(walk_.changes()); }

Answer Session::obey(std::string_view line) {
  Answer answer;
  auto [word, arguments] = split_command(line);
  if (word.empty()) word = "next";
  if (is_place(word)) {
    arguments = trimmed(line, ends_of_a_line);
    word = "go";
  }
  const auto* command = command_named(word);
  if (command == nullptr || command->name != "quit") was_asked_ = false;
  if (command == nullptr)
    say_unknown(word, options_, answer);
  else if (command->arguments.empty() && !arguments.empty())
    refuse(answer, options_, "'" + std::string(command->name) + "' takes nothing behind it", "? shows all commands");
  else if (command->needs_scenario && walk_.is_stored())
    refuse(answer, options_, "this run was stored, and without its scenario it cannot be run again with a change",
           "step through the scenario's file instead");
  else
    command->obey(*this, arguments, answer);
  return answer;
}

Lines Session::stop_page() const {
  const Scene scene(walk_);
  Page page(options_);
  write_heading(page, scene);
  if (scene.index > 0) page.add(ladder_tail(scene, options_, ladder_lines_of_a_stop));
  const auto news = [&scene](const SecretRecord& secret) {
    return std::ranges::any_of(secret.seen, [&](const SightingRecord& seen) { return scene.holds(seen.moment); });
  };
  const auto judged = [&scene](const VerdictRecord& record) { return scene.holds(record.moment); };
  for (const auto& pane : panes()) {
    if (pane.name == "ladder") continue;
    if (pane.name == "checks" && std::ranges::none_of(scene.so_far.verdicts, judged)) continue;
    if (pane.name == "secrets" && std::ranges::none_of(scene.so_far.secrets, news)) continue;
    page.say("", "-- " + std::string(pane.name), Ink::strong);
    pane.write(page, scene);
  }
  return page.take();
}

Lines Session::pane_page() const {
  Page page(options_);
  const Scene scene(walk_);
  write_heading(page, scene);
  pane_->write(page, scene);
  return page.take();
}

}  // namespace flowsim::teach
