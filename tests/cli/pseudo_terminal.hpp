// The real program on a terminal of its own.
#pragma once

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include <string>
#include <vector>

namespace flowsim::cli {

/// A program whose standard input, output and errors are a new terminal. What it writes is gathered in `output`.
class PseudoTerminal {
 public:
  /// Starts the first word with the others as its arguments.
  explicit PseudoTerminal(std::vector<std::string> command, std::vector<std::string> environment,
                          const std::filesystem::path& folder, unsigned short rows = 24, unsigned short columns = 80) {
    winsize size{rows, columns, 0, 0};
    int terminal = -1;
    ::openpty(&master_, &terminal, nullptr, nullptr, &size);
    ::tcgetattr(master_, &before_);
    child_ = ::fork();
    if (child_ == 0) {
      ::close(master_);
      ::login_tty(terminal);
      if (::chdir(folder.c_str()) != 0) ::_exit(126);
      std::vector<char*> words, variables;
      for (const auto& argument : command) words.push_back(const_cast<char*>(argument.c_str()));
      for (const auto& variable : environment) variables.push_back(const_cast<char*>(variable.c_str()));
      words.push_back(nullptr);
      variables.push_back(nullptr);
      ::execve(words.front(), words.data(), variables.data());
      ::_exit(127);
    }
    terminal_ = terminal;  // kept open, so that the terminal outlives the program
  }
  ~PseudoTerminal() {
    if (!ended_) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
    ::close(terminal_);
    ::close(master_);
  }
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  void type(const std::string& bytes) { (void)!::write(master_, bytes.data(), bytes.size()); }

  /// Whether the program comes to write this, after what was waited for last.
  bool shows(const std::string& text) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    while (true) {
      if (const auto at = output.find(text, seen_); at != std::string::npos) {
        seen_ = at + text.size();
        return true;
      }
      if (std::chrono::steady_clock::now() > deadline || !gather()) return false;
    }
  }

  void resize(unsigned short rows, unsigned short columns) {
    const winsize size{rows, columns, 0, 0};
    ::ioctl(master_, TIOCSWINSZ, &size);
  }

  void send(int signal) { ::kill(child_, signal); }

  /// How the program ended, as `waitpid` says it.
  int end() {
    int status = 0;
    while (::waitpid(child_, &status, WNOHANG) == 0) gather();
    ended_ = true;
    while (gather()) {
    }
    return status;
  }

  /// As `end`, without taking what the program writes; ends it by force where it goes on for two minutes.
  int end_unread() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    int status = 0;
    while (::waitpid(child_, &status, WNOHANG) == 0) {
      if (std::chrono::steady_clock::now() > deadline) ::kill(child_, SIGKILL);
      ::usleep(10'000);
    }
    ended_ = true;
    return status;
  }

  bool is_as_it_was() const {
    termios now{};
    ::tcgetattr(master_, &now);
    return now.c_lflag == before_.c_lflag && now.c_iflag == before_.c_iflag && now.c_oflag == before_.c_oflag &&
           now.c_cflag == before_.c_cflag;
  }

  std::string output;

 private:
  /// Takes what has come; false where nothing comes any more.
  bool gather() {
    pollfd ready{master_, POLLIN, 0};
    if (::poll(&ready, 1, 100) <= 0) return !ended_;
    char bytes[4096];
    const auto size = ::read(master_, bytes, sizeof bytes);
    if (size > 0) output.append(bytes, static_cast<std::size_t>(size));
    return size > 0;
  }

  int master_ = -1, terminal_ = -1;
  pid_t child_ = -1;
  termios before_{};
  std::size_t seen_ = 0;
  bool ended_ = false;
};

}  // namespace flowsim::cli
