// Processes by way of POSIX: Boost.Process cannot stop the children of a child, and takes seconds to compile.
#include "publish/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <system_error>

extern char** environ;  // NOLINT: POSIX has no header for it

namespace flowsim::publish {
namespace {

constexpr std::size_t most_said = std::size_t{64} << 10U;
constexpr int breath_in_ms = 10;

/// The end of a pipe that the program writes to.
class Listener {
 public:
  Listener() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    reading_ = ends[0];
    writing_ = ends[1];
    ::fcntl(reading_, F_SETFL, O_NONBLOCK);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() {
    close(reading_);
    close(writing_);
  }

  int writing() const { return writing_; }
  void stop_writing() { close(writing_); }

  /// Waits a moment for something to be said, and takes all that was.
  void listen(std::string& said, int most_milliseconds) {
    pollfd waiting{reading_, POLLIN, 0};
    ::poll(&waiting, 1, most_milliseconds);
    std::array<char, 4096> part{};
    while (reading_ >= 0) {
      const auto count = ::read(reading_, part.data(), part.size());
      if (count > 0) said.append(part.data(), std::min(static_cast<std::size_t>(count), most_said - said.size()));
      if (count == 0) close(reading_);
      if (count < 0 && errno != EINTR) return;
    }
  }

 private:
  static void close(int& descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
  }
  int reading_ = -1, writing_ = -1;
};

std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& added) {
  std::vector<std::string> all;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    const auto is_replaced = [&](const auto& row) { return text.starts_with(row.first + "="); };
    if (std::ranges::none_of(added, is_replaced)) all.emplace_back(text);
  }
  for (const auto& [name, value] : added) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Starts the program in a process group of its own; returns the number of an error, or 0.
int spawn(const ProcessStart& start, int output, pid_t& process) {
  auto command = start.command;
  auto environment = environment_with(start.environment);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (const int problem = ::posix_spawn_file_actions_init(&actions)) return problem;
  if (const int problem = ::posix_spawnattr_init(&attributes)) return problem;
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  if (!start.folder.empty()) ::posix_spawn_file_actions_addchdir_np(&actions, start.folder.c_str());
  sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGCHLD);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  const int problem = ::posix_spawnp(&process, command.front().c_str(), &actions, &attributes,
                                     pointers_to(command).data(), pointers_to(environment).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return problem;
}

/// Whoever started flowsim may ignore SIGCHLD; then the system forgets how a program ended.
class ChildrenAreWaitedFor {
 public:
  ChildrenAreWaitedFor() {
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    ::sigaction(SIGCHLD, &usual, &before_);
  }
  ~ChildrenAreWaitedFor() { ::sigaction(SIGCHLD, &before_, nullptr); }
  ChildrenAreWaitedFor(const ChildrenAreWaitedFor&) = delete;
  ChildrenAreWaitedFor& operator=(const ChildrenAreWaitedFor&) = delete;

 private:
  struct sigaction before_ {};
};

ProcessEnd end_of(int status, std::string said) {
  if (WIFEXITED(status)) return {ProcessEnding::exited, WEXITSTATUS(status), std::move(said)};
  return {ProcessEnding::killed, WTERMSIG(status), std::move(said)};
}

/// Listens until the program ends; nothing where it did not in time.
std::optional<int> wait_for(pid_t process, Listener& listener, const ProcessStart& start, std::string& said) {
  const auto last = start.now() + start.most;
  while (true) {
    listener.listen(said, breath_in_ms);
    int status = 0;
    const auto ended = ::waitpid(process, &status, WNOHANG);
    if (ended == process) {
      listener.listen(said, 0);
      return status;
    }
    if (start.now() >= last) return {};
  }
}

}  // namespace

ProcessEnd run_process(const ProcessStart& start) {
  const ChildrenAreWaitedFor waited_for;
  Listener listener;
  if (listener.writing() < 0) return {ProcessEnding::not_started, 0, std::generic_category().message(errno)};
  pid_t process = 0;
  const int problem = spawn(start, listener.writing(), process);
  if (problem != 0)
    return {problem == ENOENT ? ProcessEnding::not_found : ProcessEnding::not_started, 0,
            std::generic_category().message(problem)};
  listener.stop_writing();
  std::string said;
  if (const auto status = wait_for(process, listener, start, said)) return end_of(*status, std::move(said));
  ::kill(-process, SIGKILL);
  ::waitpid(process, nullptr, 0);
  return {ProcessEnding::timed_out, SIGKILL, std::move(said)};
}

}  // namespace flowsim::publish
