// flowsim check: validates scenario files without running them.
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"

namespace flowsim::cli {
namespace {

struct CheckArguments {
  std::vector<std::string> paths;
  bool quiet = false;
};

void check(const CheckArguments& arguments, const Console& console, ExitStatus& status) {
  for (const auto& file : find_scenario_files(arguments.paths, console, status)) {
    const bool valid = load_scenario(file, console, status).has_value();
    if (valid && !arguments.quiet) console.out << visible(file) << ": valid\n";
  }
}

}  // namespace

void add_check(CLI::App& application, const Console& console, ExitStatus& status) {
  auto* command = application.add_subcommand("check", "Validate scenario files without running them");
  const auto arguments = std::make_shared<CheckArguments>();
  command->add_option("PATH", arguments->paths, "Scenario files, folders of them, or - for standard input")->required();
  command->add_flag("--quiet,-q", arguments->quiet, "Print nothing about valid files");
  command->footer(
      "Example:\n"
      "  flowsim check scenarios\n"
      "\n"
      "All errors of a file are shown at once, on standard error, as file:line:column.\n"
      "Exit status: 0 all files are valid; 2 a file is invalid; 3 a file could not be read.");
  command->callback([arguments, &console, &status] { check(*arguments, console, status); });
}

}  // namespace flowsim::cli
