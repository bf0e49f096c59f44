// Runs a program as a process of its own and says what that took.
#pragma once

#include <string>
#include <vector>

namespace flowsim::bench {

/// Starts the program with its arguments, its output thrown away, and waits for it. Throws std::runtime_error where it
/// cannot be started or ends with a status other than 0.
void run_process(const std::vector<std::string>& command);

/// The largest resident set of such a process.
double peak_megabytes_of(const std::vector<std::string>& command);

}  // namespace flowsim::bench
