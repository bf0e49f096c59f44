// flowsim states: prints the actors' transition tables as state diagrams.
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/drawings.hpp"
#include "cli/terminal/terminal.hpp"
#include "emit/state_formats.hpp"

namespace flowsim::cli {
namespace {

struct StatesArguments {
  std::string actor;  ///< empty: all of them
  std::string format;
  std::string output;
  bool ascii = false;
};

void show_states(const StatesArguments& arguments, const Console& console, ExitStatus& status) {
  const auto format = std::ranges::find(state_formats(), arguments.format, &StateFormat::name);
  const auto diagrams = diagrams_of(arguments.actor);
  if (arguments.ascii && !format->draws_with_characters)
    return complain(console, status, ExitStatus::wrong_usage, "--ascii is for pictures made of characters",
                    "add --format terminal");
  const bool to_stdout = arguments.output.empty() || arguments.output == "-";
  const bool ascii = arguments.ascii || (to_stdout && console.out_is_terminal && !locale_is_utf8());
  const auto write = [&](std::ostream& out) { format->write(diagrams, {ascii}, out); };
  if (to_stdout) return write(console.out);
  const auto failure = write_file(arguments.output, write);
  if (failure) complain(console, status, ExitStatus::outside_failed, arguments.output + ": " + *failure);
}

}  // namespace

Command states_command() {
  return {.name = "states",
          .summary = "Draw the actors' state machines",
          .options = {{.names = "ACTOR",
                       .kind = OptionKind::choice,
                       .help = "Whose; all of them, one after another, where none is named",
                       .choices = machine_names()},
                      {.names = "--format",
                       .kind = OptionKind::choice,
                       .help = "The notation",
                       .choices = names_of(state_formats()),
                       .standard = state_formats().front().name},
                      {.names = "--ascii",
                       .kind = OptionKind::flag,
                       .help = "Draw with ASCII characters only, where the terminal has no others"},
                      {.names = "-o,--output", .kind = OptionKind::output, .help = "The file to write"}},
          .examples = {"flowsim states client --format terminal", "flowsim states client --format svg -o client.svg",
                       "flowsim states okta --format mermaid -o okta.mmd"},
          .notes = std::string(label_sentence),
          .exit_status = "0 all well; 2 there is no such actor or format; 3 the file could not be written.",
          .run =
              [](const Values& values, const Console& console, ExitStatus& status) {
                show_states(
                    {values.text("ACTOR"), values.text("--format"), values.text("--output"), values.has("--ascii")},
                    console, status);
              },
          .prints = "plantuml"};
}

}  // namespace flowsim::cli
