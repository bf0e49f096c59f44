// flowsim threats: prints the threat catalogue with the scenarios that show each threat.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"
#include "cli/threat_page.hpp"

namespace flowsim::cli {
namespace {

struct ThreatsArguments {
  std::string folder;
  std::string page_folder = "docs";
};

/// Prints nothing where a scenario is missing from the page because its file is wrong.
void print_threats(const ThreatsArguments& arguments, const Console& console, ExitStatus& status) {
  std::vector<Scenario> scenarios;
  for (const auto& file : find_scenario_files({arguments.folder}, console, status))
    if (auto scenario = load_scenario(file, console, status)) scenarios.push_back(std::move(*scenario));
  if (status == ExitStatus::well) print_threat_page(scenarios, arguments.page_folder, console.out);
}

}  // namespace

void add_threats(CLI::App& application, const Console& console, ExitStatus& status) {
  auto* command = application.add_subcommand(
      "threats", "Print the threat catalogue with the scenarios that show each threat, in Markdown");
  const auto arguments = std::make_shared<ThreatsArguments>();
  command->add_option("DIR", arguments->folder, "The folder of scenarios")->required();
  command
      ->add_option("--page-folder", arguments->page_folder, "The folder the page will stand in: links lead from there")
      ->capture_default_str();
  command->footer(
      "Example:\n"
      "  flowsim threats scenarios > docs/threats.md\n"
      "\n"
      "A scenario names the threats it shows in its key `threats`.\n"
      "Exit status: 0 all well; 2 a scenario file is invalid; 3 a file could not be read.");
  command->callback([arguments, &console, &status] { print_threats(*arguments, console, status); });
}

}  // namespace flowsim::cli
