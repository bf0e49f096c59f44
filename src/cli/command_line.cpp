// Finds the command and lets it run.
#include "cli/command_line.hpp"

#include <ostream>
#include <variant>

#include "cli/option_parser.hpp"

namespace flowsim::cli {

int run_command_line(int argc, const char* const* argv, const Console& console) {
  auto status = ExitStatus::well;
  const auto parsed = parse_command_line(argc, argv, console);
  if (const auto* line = std::get_if<ParsedLine>(&parsed))
    line->command->run(line->values, console, status);
  else if (status = std::get<ExitStatus>(parsed); status != ExitStatus::well)
    return static_cast<int>(status);
  console.out.flush();
  if (console.out.good()) return static_cast<int>(status);
  console.err << "flowsim: standard output could not be written\n";
  return static_cast<int>(ExitStatus::outside_failed);
}

}  // namespace flowsim::cli
