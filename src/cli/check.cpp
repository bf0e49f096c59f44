// flowsim check: validates scenario files without running them.
#include <sstream>
#include <string>
#include <vector>

#include "base/ordered_work.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"

namespace flowsim::cli {
namespace {

void check(const Values& values, const Console& console, ExitStatus& status) {
  const auto files = find_scenario_files(values.all("PATH"), console, status);
  const bool quiet = values.has("--quiet");
  work_in_order(files.size(), jobs_of(values), [&](std::size_t piece, int) {
    std::ostringstream problems;
    auto became = ExitStatus::well;
    const bool is_valid = load_scenario(files[piece], {console.out, problems}, became).has_value();
    return [&, &file = files[piece], is_valid, became, said = problems.str()] {
      console.err << said;
      status = worse(status, became);
      if (is_valid && !quiet) console.out << visible(file) << ": valid\n";
    };
  });
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
                      jobs_option(),
                      {.names = "-q,--quiet", .kind = OptionKind::flag, .help = "Print nothing about valid files"}},
          .examples = {"flowsim check scenarios"},
          .notes = "All errors of a file are shown at once, on standard error, as file:line:column.",
          .exit_status = "0 all files are valid; 2 a file is invalid; 3 a file could not be read.",
          .run = check};
}

}  // namespace flowsim::cli
