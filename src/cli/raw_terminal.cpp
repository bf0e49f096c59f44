// Termios and signals by way of POSIX calls.
#include "cli/raw_terminal.hpp"

#include <sys/select.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace flowsim {
namespace {

/// The second screen, without a cursor; and back again with all colours off.
constexpr std::string_view enter_screen = "\x1b[?1049h\x1b[?25l";
constexpr std::string_view leave_screen = "\x1b[0m\x1b[?25h\x1b[?1049l";

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::array handled_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};

constexpr long escape_wait_ns = 50'000'000;

// A handler may touch nothing else.
std::array<volatile std::sig_atomic_t, handled_signals.size()> caught{};
std::array<struct sigaction, handled_signals.size()> found_actions{};

void note(int signal) {
  for (std::size_t at = 0; at < handled_signals.size(); ++at)
    if (handled_signals[at] == signal) caught[at] = 1;
}

bool take(int signal) {
  for (std::size_t at = 0; at < handled_signals.size(); ++at)
    if (handled_signals[at] == signal && caught[at] != 0) {
      caught[at] = 0;
      return true;
    }
  return false;
}

void handle_with(int signal, void (*handler)(int), struct sigaction* before) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, before);
}

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

RawTerminal::RawTerminal() {
  if (::tcgetattr(STDIN_FILENO, &found_) != 0)
    throw std::system_error(errno, std::generic_category(), "standard input is no terminal");
  sigset_t handled;
  sigemptyset(&handled);
  for (const int signal : handled_signals) sigaddset(&handled, signal);
  sigprocmask(SIG_BLOCK, &handled, &mask_);
  waiting_mask_ = mask_;
  for (std::size_t at = 0; at < handled_signals.size(); ++at) {
    sigdelset(&waiting_mask_, handled_signals[at]);
    caught[at] = 0;
    handle_with(handled_signals[at], note, &found_actions[at]);
  }
  enter();
}

RawTerminal::~RawTerminal() {
  leave();
  for (std::size_t at = 0; at < handled_signals.size(); ++at)
    sigaction(handled_signals[at], &found_actions[at], nullptr);
  sigprocmask(SIG_SETMASK, &mask_, nullptr);
}

void RawTerminal::enter() {
  set_raw();
  write_all(enter_screen);
  inside_ = true;
}

void RawTerminal::set_raw() {
  auto raw = found_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | IXON);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void RawTerminal::leave() {
  if (!std::exchange(inside_, false)) return;
  write_all(leave_screen);
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &found_);
}

void RawTerminal::write(const std::string& bytes) { write_all(bytes); }

void RawTerminal::suspend() {
  leave();
  handle_with(SIGTSTP, SIG_DFL, nullptr);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  ::raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // here the program stops, and goes on later
  sigprocmask(SIG_BLOCK, &stop, nullptr);
  handle_with(SIGTSTP, note, nullptr);
  enter();
}

bool RawTerminal::wait_for_input(bool briefly) {
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(STDIN_FILENO, &readable);
  const timespec escape_wait{0, escape_wait_ns};
  return ::pselect(STDIN_FILENO + 1, &readable, nullptr, nullptr, briefly ? &escape_wait : nullptr, &waiting_mask_) > 0;
}

bool RawTerminal::read_input() {
  std::array<char, 1024> bytes{};
  const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
  if (size > 0) keys_.take({bytes.data(), static_cast<std::size_t>(size)});
  return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

TerminalEvent RawTerminal::wait() {
  while (true) {
    if (auto key = keys_.next()) return *std::move(key);
    const bool has_input = wait_for_input(keys_.is_waiting());
    for (const int signal : ending_signals)
      if (take(signal)) return SignalCaught{signal};
    if (take(SIGTSTP)) {
      suspend();
      return Redraw{};
    }
    if (take(SIGCONT)) {
      set_raw();  // whoever was there meanwhile may have changed it
      return Redraw{};
    }
    if (take(SIGWINCH)) return Redraw{};
    if (has_input && !read_input()) return InputEnded{};
    if (!has_input)
      if (auto key = keys_.next_at_rest()) return *std::move(key);
  }
}

void end_by(int signal) {
  handle_with(signal, SIG_DFL, nullptr);
  ::raise(signal);
  std::_Exit(128 + signal);
}

}  // namespace flowsim
