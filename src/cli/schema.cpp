// flowsim schema: prints the JSON Schema of scenario files.
#include <ostream>

#include "cli/commands.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::cli {

Command schema_command() {
  return {.name = "schema",
          .summary = "Print the JSON Schema of scenario files",
          .options = {},
          .examples = {"flowsim schema > scenario.schema.json"},
          .notes =
              "An editor that knows YAML schemas then completes and checks scenario files, by this first line:\n"
              "  # yaml-language-server: $schema=scenario.schema.json",
          .exit_status = "0 all well; 2 wrong usage.",
          .run = [](const Values&, const Console& console, ExitStatus&) { console.out << scenario_schema(); },
          .prints = "json"};
}

}  // namespace flowsim::cli
