// The list of commands, and what they share.
#include "cli/commands.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

#include "base/ordered_work.hpp"
#include "base/text.hpp"
#include "diagram/detail.hpp"
#include "scenario/plain_scalar.hpp"

namespace flowsim::cli {
namespace {

/// `flowsim help` and `flowsim help COMMAND` are `--help` in other words.
void help(const Values& values, const Console& console, ExitStatus& status) {
  const auto command = values.text("COMMAND");
  std::vector<const char*> words{"flowsim"};
  if (!command.empty()) words.push_back(command.c_str());
  words.push_back("--help");
  status = static_cast<ExitStatus>(run_command_line(static_cast<int>(words.size()), words.data(), console));
}

Command help_command(std::span<const Command> others) {
  auto names = names_of(others);
  names.emplace_back("help");
  return {.name = "help",
          .summary = "Say what a command does",
          .options = {{.names = "COMMAND",
                       .kind = OptionKind::choice,
                       .help = "Which; where none is named, what there is",
                       .choices = std::move(names)}},
          .examples = {"flowsim help run"},
          .notes = {},
          .exit_status = "0 all well; 2 there is no such command.",
          .run = help};
}

std::vector<Command> all_commands() {
  std::vector<Command> all{run_command(),    check_command(),    list_command(),   explain_command(),
                           schema_command(), threats_command(),  states_command(), practise_command(),
                           docs_command(),   diagrams_command(), step_command(),   lesson_command()};
  all.push_back(help_command(all));
  return all;
}

}  // namespace

bool Option::is_called(std::string_view given) const {
  return std::ranges::any_of(split_words(names, ','), [given](std::string_view one) { return one == given; });
}

const std::vector<std::string>& Values::all(std::string_view option) const {
  const auto found = std::ranges::find(values_, option, &std::pair<std::string_view, std::vector<std::string>>::first);
  if (found == values_.end()) throw std::logic_error("a command asks for an option that it does not declare");
  return found->second;
}

std::string Values::text(std::string_view option) const {
  const auto& words = all(option);
  return words.empty() ? std::string() : words.front();
}

std::optional<std::int64_t> Values::whole_number(std::string_view option) const {
  return decimal_integer(text(option));
}

std::span<const Command> commands() {
  static const auto all = all_commands();
  return all;
}

const Command* command_named(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

void complain(const Console& console, ExitStatus& status, ExitStatus how, const std::string& message,
              const std::string& hint) {
  console.err << "flowsim: " << visible(message) << "\n";
  if (!hint.empty()) console.err << "  hint: " << visible(hint) << "\n";
  status = worse(status, how);
}

ExitStatus worse(ExitStatus one, ExitStatus other) { return std::max(one, other); }

Option detail_option(std::string help) {
  std::vector<std::string_view> names;
  for (const auto detail : all_details) names.push_back(diagram::name_of(detail));
  return {.names = "--detail",
          .kind = OptionKind::choice,
          .help = std::move(help),
          .choices = std::move(names),
          .standard = diagram::name_of(Detail::messages)};
}

Option jobs_option() {
  return {.names = "--jobs",
          .kind = OptionKind::number,
          .help = "How many scenarios to work on at a time, instead of one for each core",
          .least = 1,
          .most = 64,
          .in_pages = false};
}

int jobs_of(const Values& values) {
  const auto jobs = values.number("--jobs");
  return jobs ? *jobs : usable_cores();
}

Option color_option() {
  return {.names = "--color",
          .kind = OptionKind::choice,
          .help = "Colours on the terminal",
          .choices = {"auto", "always", "never"},
          .standard = "auto",
          .in_pages = false};
}

}  // namespace flowsim::cli
