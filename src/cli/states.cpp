// flowsim states: prints the actors' transition tables as state diagrams.
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/actor_states.hpp"
#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/terminal.hpp"
#include "emit/state_formats.hpp"

namespace flowsim::cli {
namespace {

struct StatesArguments {
  std::string actor;  ///< empty: all of them
  std::string format{state_formats().front().name};
  std::string output;
  bool ascii = false;
};

void show_states(const StatesArguments& arguments, const Console& console, ExitStatus& status) {
  const auto format = std::ranges::find(state_formats(), arguments.format, &StateFormat::name);
  const auto diagrams = diagrams_of(arguments.actor);
  if (arguments.ascii && !format->draws_with_characters) {
    console.err << "flowsim: --ascii is for pictures made of characters\n  hint: add --format terminal\n";
    status = ExitStatus::wrong_usage;
    return;
  }
  const bool to_stdout = arguments.output.empty() || arguments.output == "-";
  const bool ascii = arguments.ascii || (to_stdout && console.out_is_terminal && !locale_is_utf8());
  const auto write = [&](std::ostream& out) { format->write(diagrams, {ascii}, out); };
  if (to_stdout) return write(console.out);
  const auto failure = write_file(arguments.output, write);
  if (!failure) return;
  console.err << "flowsim: " << visible(arguments.output + ": " + *failure) << "\n";
  status = ExitStatus::outside_failed;
}

}  // namespace

void add_states(CLI::App& application, const Console& console, ExitStatus& status) {
  auto* command = application.add_subcommand("states", "Draw the actors' state machines");
  const auto arguments = std::make_shared<StatesArguments>();
  command->add_option("ACTOR", arguments->actor, "Whose; all of them, one after another, where none is named")
      ->check(choice(machine_names()));
  command->add_option("--format", arguments->format, "The notation")
      ->check(choice(names_of(state_formats())))
      ->capture_default_str();
  command->add_flag("--ascii", arguments->ascii, "Draw with ASCII characters only, where the terminal has no others");
  command->add_option("-o,--output", arguments->output, "The file to write");
  command->footer(
      "Examples:\n"
      "  flowsim states client --format terminal\n"
      "  flowsim states client --format svg -o client.svg\n"
      "  flowsim states okta --format mermaid -o okta.mmd\n"
      "\n" +
      std::string(label_sentence) +
      "\n"
      "Exit status: 0 all well; 2 there is no such actor or format; 3 the file could not be written.");
  command->callback([arguments, &console, &status] { show_states(*arguments, console, status); });
}

}  // namespace flowsim::cli
