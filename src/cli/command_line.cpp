// Finds the command, lets it run, and says clearly what is wrong with a command line.
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/version.hpp"

namespace flowsim::cli {
namespace {

constexpr std::array commands{
    Command{"run", add_run},           Command{"check", add_check},       Command{"list", add_list},
    Command{"explain", add_explain},   Command{"schema", add_schema},     Command{"threats", add_threats},
    Command{"states", add_states},     Command{"practise", add_practise}, Command{"docs", add_docs},
    Command{"diagrams", add_diagrams}, Command{"step", add_step},         Command{"lesson", add_lesson},
};

constexpr auto footer =
    "Example:\n"
    "  flowsim run scenarios/happy-path.yaml\n"
    "\n"
    "Exit status: 0 all well; 1 a scenario did not meet its expectations, or a --check found a\n"
    "difference; 2 wrong usage or an invalid scenario file; 3 a file could not be read or written,\n"
    "or another program failed.\n"
    "`flowsim COMMAND --help` says more about each command.";

/// A word in the command's place that is no command.
bool is_unknown_command(int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return false;
  return std::ranges::none_of(commands,
                              [&](const Command& command) { return std::string_view(argv[1]) == command.name; });
}

int say_unknown_command(std::string_view word, const Console& console) {
  std::array<std::string_view, commands.size()> names;
  std::ranges::transform(commands, names.begin(), [](const Command& command) { return command.name; });
  console.err << "flowsim: there is no command '" << visible(word) << "'\n";
  if (const auto near = nearest_name(word, names))
    console.err << "  hint: did you mean '" << *near << "'?\n";
  else
    console.err << "  hint: the commands are " << join(names, ", ") << "\n";
  return static_cast<int>(ExitStatus::wrong_usage);
}

/// The command a faulty command line was for, so that the hint can name its help.
std::string help_of(const CLI::App& application) {
  for (const auto* command : application.get_subcommands()) return "flowsim " + command->get_name() + " --help";
  return "flowsim --help";
}

/// A word like an option that no command knows. CLI11 may complain of something else first.
std::optional<std::string> unknown_option(const CLI::App& application) {
  for (const auto& word : application.remaining(true))
    if (word.size() > 1 && word.starts_with('-')) return word.substr(0, word.find('='));
  return {};
}

/// The long options that could have been meant.
std::vector<std::string> option_names(const CLI::App& application) {
  std::vector<std::string> names;
  const auto add = [&names](const CLI::App& owner) {
    for (const auto* option : owner.get_options())
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  };
  add(application);
  for (const auto* command : application.get_subcommands()) add(*command);
  return names;
}

void say_unknown_option(const std::string& option, const CLI::App& application, const Console& console) {
  const auto names = option_names(application);
  const std::vector<std::string_view> views(names.begin(), names.end());
  console.err << "flowsim: there is no option '" << visible(option) << "'\n  hint: ";
  if (const auto near = nearest_name(option, views))
    console.err << "did you mean '" << *near << "'?\n";
  else
    console.err << help_of(application) << " shows what is possible\n";
}

int say_wrong_usage(const CLI::ParseError& error, CLI::App& application, const Console& console) {
  if (error.get_exit_code() == 0) return application.exit(error, console.out, console.err);
  if (const auto option = unknown_option(application))
    say_unknown_option(*option, application, console);
  else
    console.err << "flowsim: " << visible(error.what()) << "\n  hint: " << help_of(application)
                << " shows what is possible\n";
  return static_cast<int>(ExitStatus::wrong_usage);
}

int finish(ExitStatus status, const Console& console) {
  console.out.flush();
  if (console.out.good()) return static_cast<int>(status);
  console.err << "flowsim: standard output could not be written\n";
  return static_cast<int>(ExitStatus::outside_failed);
}

}  // namespace

int run_command_line(int argc, const char* const* argv, const Console& console) {
  if (is_unknown_command(argc, argv)) return say_unknown_command(argv[1], console);
  CLI::App application{
      "flowsim executes the OAuth 2.0 Implicit flow between four state machines, makes it fail on purpose,\n"
      "and turns what really happened into traces and diagrams.",
      "flowsim"};
  application.footer(footer);
  application.set_version_flag("--version", "flowsim " + std::string(version()));
  application.require_subcommand(1);
  auto status = ExitStatus::well;
  for (const auto& command : commands) command.add(application, console, status);
  try {
    application.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = say_wrong_usage(error, application, console);
    return code == 0 ? finish(ExitStatus::well, console) : code;
  }
  return finish(status, console);
}

}  // namespace flowsim::cli
