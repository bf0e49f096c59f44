// The one file that knows CLI11: it hands the commands' tables to it, and prints help and what is wrong.
#include "cli/option_parser.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <ostream>

#include "base/text.hpp"
#include "scenario/plain_scalar.hpp"

namespace flowsim::cli {
namespace {

constexpr auto description =
    "flowsim executes the OAuth 2.0 Implicit flow between four state machines, makes it fail on purpose,\n"
    "and turns what really happened into traces and diagrams.";

constexpr auto general_footer =
    "Example:\n"
    "  flowsim run scenarios/happy-path.yaml\n"
    "\n"
    "Exit status: 0 all well; 1 a scenario did not meet its expectations, or a --check found a\n"
    "difference; 2 wrong usage or an invalid scenario file; 3 a file could not be read or written,\n"
    "or another program failed.\n"
    "`flowsim COMMAND --help` says more about each command.";

CLI::Validator one_of(const std::vector<std::string_view>& names) {
  return CLI::Validator(
      [&names](std::string& word) -> std::string {
        if (std::ranges::find(names, word) != names.end()) return {};
        if (const auto near = nearest_name(word, names))
          return "'" + word + "' is not one of the choices; did you mean '" + std::string(*near) + "'?";
        return "'" + word + "' is not one of the choices " + join(names, ", ");
      },
      join(names, "|"));
}

/// A whole number, which is then written as a decimal one.
CLI::Validator small_number(const Option& option) {
  const auto range = CLI::Range(static_cast<int>(option.least), static_cast<int>(option.most));
  return CLI::Validator(
      [range](std::string& word) -> std::string {
        auto problem = range(word);
        int number = 0;
        if (problem.empty() && CLI::detail::lexical_cast(word, number)) word = std::to_string(number);
        return problem;
      },
      range.get_description());
}

/// CLI11's own conversion would let a negative or too large number wrap around.
CLI::Validator large_number(const Option& option) {
  const auto bounds = "from " + std::to_string(option.least) + " to " + std::to_string(option.most);
  return CLI::Validator(
      [&option, bounds](std::string& word) -> std::string {
        const auto number = decimal_integer(word);
        if (number && *number >= option.least && *number <= option.most) return {};
        return "must be a whole number " + bounds + ", not " + word;
      },
      bounds);
}

void set_kind(const Option& option, CLI::Option& added) {
  added.type_name("TEXT");
  switch (option.kind) {
    case OptionKind::choice:
      added.check(one_of(option.choices));
      return;
    case OptionKind::choice_and_file:
      added.type_name("[TEXT,TEXT]");
      added.type_size(2);
      added.check(one_of(option.choices).application_index(0));
      added.option_text(join(option.choices, "|") + " FILE");
      return;
    case OptionKind::number:
      added.type_name("INT");
      added.transform(small_number(option));
      return;
    case OptionKind::large_number:
      added.type_name("UINT");
      added.check(large_number(option));
      return;
    default:
      return;
  }
}

std::string footer_of(const Command& command) {
  std::string footer = command.examples.size() == 1 ? "Example:\n" : "Examples:\n";
  for (const auto example : command.examples) (footer += "  ").append(example) += "\n";
  footer += "\n" + command.notes;
  if (!command.notes.empty()) footer += "\n";
  return footer.append("Exit status: ").append(command.exit_status);
}

/// CLI11's application with all commands; only of those that are named it needs to know the options.
class Application {
 public:
  Application(int argc, const char* const* argv) : application_(description, "flowsim") {
    application_.footer(general_footer);
    application_.set_version_flag("--version", "flowsim " FLOWSIM_VERSION);
    application_.require_subcommand(1);
    const std::vector<std::string_view> words(argv, argv + argc);
    for (const auto& command : commands()) {
      auto* added = application_.add_subcommand(std::string(command.name), std::string(command.summary));
      if (std::ranges::find(words, command.name) == words.end()) continue;
      added->footer(footer_of(command));
      for (const auto& option : command.options) add(option, *added);
    }
  }

  CLI::App& operator*() { return application_; }

  /// What was said, once the application has read the line.
  ParsedLine line() {
    ParsedLine line;
    line.command = command_named(application_.get_subcommands().front()->get_name());
    for (auto& [option, words] : given_) {
      if (std::ranges::find(line.command->options, option->names, &Option::names) == line.command->options.end())
        continue;
      if (words.empty() && !option->standard.empty()) words.emplace_back(option->standard);
      line.values.set(option->name(), std::move(words));
    }
    return line;
  }

 private:
  struct Given {
    const Option* option;
    std::vector<std::string> words;
  };

  void add(const Option& option, CLI::App& command) {
    auto& words = given_.emplace_back(Given{&option, {}}).words;
    const std::string names(option.names);
    if (option.kind == OptionKind::flag) {
      command.add_flag_callback(
          names, [&words] { words = {"true"}; }, option.help);
      return;
    }
    const auto keep = [&words](const CLI::results_t& results) {
      words = results;
      return true;
    };
    auto* added = command.add_option(names, keep, option.help);
    set_kind(option, *added);
    if (option.repeated) added->expected(CLI::detail::expected_max_vector_size);
    if (option.repeated && !option.is_argument()) added->allow_extra_args(false);
    if (!option.standard.empty()) added->default_str(std::string(option.standard));
    added->required(option.required);
  }

  CLI::App application_;
  std::deque<Given> given_;
};

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

ExitStatus say_wrong_usage(const CLI::ParseError& error, CLI::App& application, const Console& console) {
  if (error.get_exit_code() == 0) {
    application.exit(error, console.out, console.err);
    return ExitStatus::well;
  }
  if (const auto option = unknown_option(application))
    say_unknown_option(*option, application, console);
  else
    console.err << "flowsim: " << visible(error.what()) << "\n  hint: " << help_of(application)
                << " shows what is possible\n";
  return ExitStatus::wrong_usage;
}

ExitStatus say_unknown_command(std::string_view word, const Console& console) {
  const auto names = names_of(commands());
  console.err << "flowsim: there is no command '" << visible(word) << "'\n";
  if (const auto near = nearest_name(word, names))
    console.err << "  hint: did you mean '" << *near << "'?\n";
  else
    console.err << "  hint: the commands are " << join(names, ", ") << "\n";
  return ExitStatus::wrong_usage;
}

}  // namespace

std::variant<ParsedLine, ExitStatus> parse_command_line(int argc, const char* const* argv, const Console& console) {
  if (argc > 1 && argv[1][0] != '-' && command_named(argv[1]) == nullptr) return say_unknown_command(argv[1], console);
  Application application(argc, argv);
  try {
    (*application).parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return say_wrong_usage(error, *application, console);
  }
  return application.line();
}

}  // namespace flowsim::cli
