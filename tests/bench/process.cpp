// posix_spawn, and a small program that looks at another.
#include "bench/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace flowsim::bench {
namespace {

/// Where standard output goes.
class Output {
 public:
  explicit Output(const char* file) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, file, O_WRONLY, 0);
  }
  explicit Output(int pipe_end) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, pipe_end, STDOUT_FILENO);
  }
  ~Output() { posix_spawn_file_actions_destroy(&actions_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

void run(std::vector<std::string> command, const Output& output) {
  std::vector<char*> arguments;
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawn(&child, arguments[0], output.get(), nullptr, arguments.data(), environ) != 0)
    throw std::runtime_error("cannot start " + command.front());
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error(command.front() + " did not end well");
}

}  // namespace

void run_process(const std::vector<std::string>& command) { run(command, Output("/dev/null")); }

double peak_megabytes_of(const std::vector<std::string>& command) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  auto looked_at = command;
  looked_at.insert(looked_at.begin(), FLOWSIM_PEAK_PROGRAM);
  run(std::move(looked_at), Output(ends[1]));
  char digits[32]{};
  const auto count = ::read(ends[0], digits, sizeof digits - 1);  // one line, which fits into the pipe
  ::close(ends[0]);
  ::close(ends[1]);
  double kilobytes = 0;
  if (count <= 0 || std::sscanf(digits, "%lf", &kilobytes) != 1) throw std::runtime_error("no peak was printed");
  return kilobytes / 1024;
}

}  // namespace flowsim::bench
