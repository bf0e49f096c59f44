// Asks the terminal and the environment; termios, and waiting in such a way that signals are heard.

#include "cli/terminal/terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

#include "base/text.hpp"

namespace flowsim::cli {
namespace {

/// The second screen, without a cursor; and back again with all colours off.
constexpr std::string_view enter_screen = "\x1b[?1049h\x1b[?25l";
constexpr std::string_view leave_screen = "\x1b[0m\x1b[?25h\x1b[?1049l";

constexpr long escape_wait_ns = 50'000'000;

/// What a handler needs to give the terminal back.
struct Rescue {
  volatile std::sig_atomic_t is_needed = 0;
  int out = -1;
  termios modes{};
};
Rescue rescue;

/// A shell that has taken the terminal back has its own wishes about the modes.
bool is_in_foreground() {
  const auto foreground = ::tcgetpgrp(STDIN_FILENO);
  return foreground < 0 || foreground == ::getpgrp();
}

/// Leaves the terminal as it was found, and waits for nobody. All calls are async-signal-safe.
void give_back() {
  if (rescue.is_needed == 0) return;
  rescue.is_needed = 0;
  sigset_t background;  // blocked, it does not stop a program that writes from there
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  sigprocmask(SIG_BLOCK, &background, nullptr);
  pollfd room{rescue.out, POLLOUT, 0};
  if (::poll(&room, 1, 0) == 0) ::tcflush(STDIN_FILENO, TCOFLUSH);  // nobody takes what was written
  (void)!::write(rescue.out, leave_screen.data(), leave_screen.size());
  if (is_in_foreground()) ::tcsetattr(STDIN_FILENO, TCSANOW, &rescue.modes);
}

termios modes_of_input() {
  termios modes{};
  if (::tcgetattr(STDIN_FILENO, &modes) != 0)
    throw std::system_error(errno, std::generic_category(), "standard input is no terminal");
  return modes;
}

termios raw(termios modes) {
  modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  modes.c_iflag &= ~static_cast<tcflag_t>(ICRNL | IXON);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return modes;
}

/// Standard output once more; where it can be opened so, writing to it never waits.
int open_output() {
  const char* name = ::ttyname(STDOUT_FILENO);
  const int opened = name == nullptr ? -1 : ::open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  return opened >= 0 ? opened : ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
}

}  // namespace

int terminal_columns() {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

bool locale_is_utf8() {
  for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const auto locale = lower_case(std::string_view(value));
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

bool wants_no_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_color != nullptr && *no_color != '\0') || (terminal != nullptr && std::string_view(terminal) == "dumb");
}

RawTerminal::RawTerminal() : found_(modes_of_input()), out_(open_output()), signals_(give_back) {
  rescue.out = out_;
  rescue.modes = found_;
  enter();
}

RawTerminal::~RawTerminal() {
  leave();
  ::close(out_);
}

void RawTerminal::enter() {
  if (!set_modes(raw(found_))) return;
  rescue.is_needed = 1;
  write(enter_screen);
}

void RawTerminal::leave() {
  if (rescue.is_needed == 0) return;
  write(leave_screen);
  if (set_modes(found_))
    rescue.is_needed = 0;
  else
    give_back();
}

/// Waits until the terminal has taken what was written, and in the background until that is over. False where the modes
/// stay as they were, because a signal ends the program or the terminal is gone.
bool RawTerminal::set_modes(const termios& modes) {
  signals_.release();
  bool done = false, again = true;
  while (!done && again && signals_.ending() == 0) {
    done = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) == 0;
    again = errno == EINTR;
  }
  signals_.hold();
  return done;
}

void RawTerminal::write(std::string_view bytes) {
  while (!bytes.empty() && signals_.ending() == 0) {
    const auto written = ::write(out_, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      pollfd room{out_, POLLOUT, 0};
      ::ppoll(&room, 1, nullptr, &signals_.waiting_mask());
    } else if (errno != EINTR) {
      return;
    }
  }
}

void RawTerminal::suspend() {
  leave();
  if (signals_.ending() == 0) signals_.stop();
  if (signals_.ending() == 0) enter();
}

bool RawTerminal::has_input() const {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return keys_.is_waiting() || ::poll(&input, 1, 0) > 0;
}

bool RawTerminal::read_input() {
  std::array<char, 1024> bytes{};
  const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
  if (size > 0) keys_.take({bytes.data(), static_cast<std::size_t>(size)});
  return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

std::optional<TerminalEvent> RawTerminal::look_at_signals() {
  signals_.let_in();
  if (const int signal = signals_.ending(); signal != 0) return SignalCaught{signal};
  if (signals_.take(SIGTSTP)) {
    suspend();
    return Redraw{};
  }
  if (signals_.take(SIGCONT)) {
    set_modes(raw(found_));  // whoever was there meanwhile may have changed them
    return Redraw{};
  }
  if (signals_.take(SIGWINCH)) return Redraw{};
  return {};
}

TerminalEvent RawTerminal::wait() {
  const timespec escape_wait{0, escape_wait_ns};
  while (true) {
    if (const auto event = look_at_signals()) return *event;
    if (auto key = keys_.next()) return *std::move(key);
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::ppoll(&input, 1, keys_.is_waiting() ? &escape_wait : nullptr, &signals_.waiting_mask());
    if (ready > 0 && !read_input()) return InputEnded{};
    if (ready == 0)
      if (auto key = keys_.next_at_rest()) return *std::move(key);
  }
}

}  // namespace flowsim::cli
