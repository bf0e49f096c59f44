// A terminal that gives every key at once, and is left as it was found however the program ends.
#pragma once

#include <termios.h>

#include <csignal>
#include <string>
#include <variant>

#include "cli/terminal_keys.hpp"

namespace flowsim {

/// The terminal has another size, or somebody else has written on it.
struct Redraw {};
/// Nothing more will come: the terminal is gone.
struct InputEnded {};
/// Somebody wants the program to end.
struct SignalCaught {
  int signal = 0;
};

using TerminalEvent = std::variant<Key, Redraw, InputEnded, SignalCaught>;

/// Raw mode and the second screen, from construction to destruction, on standard input and output. Signals that end or
/// stop a program are held back while the program works and come as events while it waits: SIGINT, SIGTERM, SIGHUP and
/// SIGQUIT as `SignalCaught`; SIGTSTP stops the program with the terminal as it was, and what follows is a `Redraw`.
/// At most one at a time.
class RawTerminal {
 public:
  /// Throws `std::system_error` where standard input is no terminal.
  RawTerminal();
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  /// Waits for the next event.
  TerminalEvent wait();

  /// Writes the bytes to the terminal.
  void write(const std::string& bytes);

  /// Stops the program as the terminal's own key would.
  void suspend();

 private:
  void enter();
  void leave();
  void set_raw();
  bool wait_for_input(bool briefly);
  bool read_input();

  termios found_{};
  sigset_t mask_{}, waiting_mask_{};
  KeyDecoder keys_;
  bool inside_ = false;  ///< on the second screen
};

/// Ends the program by the signal that asked for it, so that whoever started it sees why.
[[noreturn]] void end_by(int signal);

}  // namespace flowsim
