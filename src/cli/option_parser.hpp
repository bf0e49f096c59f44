// Reads a command line by the commands' tables.
#pragma once

#include <variant>

#include "cli/commands.hpp"

namespace flowsim::cli {

/// A command line that was understood.
struct ParsedLine {
  const Command* command = nullptr;
  Values values;
};

/// What a command line asks for; where it is wrong, or asks for help, that has been said on the console, and the status
/// is what remains.
std::variant<ParsedLine, ExitStatus> parse_command_line(int argc, const char* const* argv, const Console& console);

}  // namespace flowsim::cli
