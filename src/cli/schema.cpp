// flowsim schema: prints the JSON Schema of scenario files.
#include <ostream>

#include "cli/commands.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::cli {

void add_schema(CLI::App& application, const Console& console, ExitStatus&) {
  auto* command = application.add_subcommand("schema", "Print the JSON Schema of scenario files");
  command->footer(
      "Example:\n"
      "  flowsim schema > scenario.schema.json\n"
      "\n"
      "An editor that knows YAML schemas then completes and checks scenario files, by this first line:\n"
      "  # yaml-language-server: $schema=scenario.schema.json");
  command->callback([&console] { console.out << scenario_schema(); });
}

}  // namespace flowsim::cli
