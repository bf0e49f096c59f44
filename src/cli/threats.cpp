// flowsim threats: prints the threat catalogue with the scenarios that show each threat.
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"
#include "cli/threat_page.hpp"

namespace flowsim::cli {
namespace {

/// Prints nothing where a scenario is missing from the page because its file is wrong.
void print_threats(const Values& values, const Console& console, ExitStatus& status) {
  std::vector<Scenario> scenarios;
  for (const auto& file : find_scenario_files(values.all("DIR"), console, status))
    if (auto scenario = load_scenario(file, console, status)) scenarios.push_back(std::move(*scenario));
  if (status == ExitStatus::well) print_threat_page(scenarios, values.text("--page-folder"), console.out);
}

}  // namespace

Command threats_command() {
  return {.name = "threats",
          .summary = "Print the threat catalogue with the scenarios that show each threat, in Markdown",
          .options = {{.names = "DIR", .kind = OptionKind::input, .help = "The folder of scenarios", .required = true},
                      {.names = "--page-folder",
                       .help = "The folder the page will stand in: links lead from there",
                       .standard = "docs"}},
          .examples = {"flowsim threats scenarios > docs/threats.md"},
          .notes = "A scenario names the threats it shows in its key `threats`.",
          .exit_status = "0 all well; 2 a scenario file is invalid; 3 a file could not be read.",
          .run = print_threats,
          .prints = "markdown"};
}

}  // namespace flowsim::cli
