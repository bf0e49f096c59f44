// The command line: `flowsim COMMAND [ARGUMENTS]`.
#pragma once

#include <iostream>

#include "base/modules.hpp"

namespace flowsim::cli {

/// What a person's shell sees when flowsim ends.
enum class ExitStatus : int {
  well = 0,           ///< all well
  difference = 1,     ///< a scenario did not meet its expectations, or a comparison found a difference
  wrong_usage = 2,    ///< the command line or a scenario file is wrong
  outside_failed = 3  ///< a file could not be read or written, or another program failed
};

/// Where a command writes: data to `out`, everything else to `err`; and where it reads what a person types.
struct Console {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;  ///< colours are possible there
  std::istream& in = std::cin;
  bool in_is_terminal = false;  ///< somebody sits before it
};

/// Runs the command line and returns what `main` returns.
int run_command_line(int argc, const char* const* argv, const Console& console);

}  // namespace flowsim::cli
