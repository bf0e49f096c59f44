// flowsim check: validates scenario files without running them.
#include <ostream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"

namespace flowsim::cli {
namespace {

void check(const Values& values, const Console& console, ExitStatus& status) {
  for (const auto& file : find_scenario_files(values.all("PATH"), console, status)) {
    const bool valid = load_scenario(file, console, status).has_value();
    if (valid && !values.has("--quiet")) console.out << visible(file) << ": valid\n";
  }
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary = "Validate scenario files without running them",
          .options = {{.names = "PATH",
                       .kind = OptionKind::input,
                       .help = "Scenario files, folders of them, or - for standard input",
                       .required = true,
                       .repeated = true},
                      {.names = "-q,--quiet", .kind = OptionKind::flag, .help = "Print nothing about valid files"}},
          .examples = {"flowsim check scenarios"},
          .notes = "All errors of a file are shown at once, on standard error, as file:line:column.",
          .exit_status = "0 all files are valid; 2 a file is invalid; 3 a file could not be read.",
          .run = check};
}

}  // namespace flowsim::cli
