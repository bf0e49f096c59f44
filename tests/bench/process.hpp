// Runs a program as a process of its own and says what that took.
#pragma once

#include <string>
#include <vector>

namespace flowsim::bench {

/// What one process took.
struct ProcessCost {
  double seconds = 0;         ///< from before it was started until after it was collected
  double peak_megabytes = 0;  ///< its largest resident set; never less than the starting process's own
};

/// Starts the program with its arguments, its output thrown away, and waits for it. Throws std::runtime_error where it
/// cannot be started or ends with a status other than 0.
ProcessCost run_process(const std::vector<std::string>& command);

}  // namespace flowsim::bench
