// Another program: started, listened to, and stopped where it takes too long.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::publish {

/// How to start a program.
struct ProcessStart {
  std::vector<std::string> command;  ///< the program, looked up on the PATH where its name has no slash; its arguments
  std::string folder;                ///< where it works; empty for our own
  std::vector<std::pair<std::string, std::string>> environment{};  ///< variables set besides ours, or in their place
  std::chrono::milliseconds most{60'000};                          ///< how long it may take
  std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;  ///< by which clock
};

/// Why a program is no longer running.
enum class ProcessEnding : std::uint8_t {
  exited,
  killed,       ///< by a signal that was not ours
  timed_out,    ///< it took too long, and was killed with every process it had started
  not_found,    ///< there is no such program
  not_started,  ///< the system would not start it
};

/// What became of a program.
struct ProcessEnd {
  ProcessEnding ending = ProcessEnding::exited;
  int status = 0;  ///< the exit status, or the number of the signal
  std::string
      said;  ///< what it wrote to its standard output and standard error, at most 64 KiB; or why it did not start
};

/// Runs the program to its end, with nothing on its standard input.
ProcessEnd run_process(const ProcessStart& start);

}  // namespace flowsim::publish
