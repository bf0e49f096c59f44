// The terminal that standard output may be: what is known about it, and the whole of it for a while.
#pragma once

#include <termios.h>

#include <optional>
#include <string_view>
#include <variant>

#include "base/modules.hpp"
#include "cli/terminal/held_signals.hpp"
#include "cli/terminal/terminal_keys.hpp"

namespace flowsim::cli {

/// How many columns the terminal on standard output has; nothing known: 80.
int terminal_columns();

/// Whether the locale's character set is UTF-8 by the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set and not
/// empty (POSIX.1-2017 XBD §8.2).
bool locale_is_utf8();

/// Whether a person wants no colours: `NO_COLOR` is set and not empty (https://no-color.org), or `TERM` is `dumb`.
bool wants_no_color();

/// The terminal has another size, or somebody else has written on it.
struct Redraw {};
/// Nothing more will come: the terminal is gone.
struct InputEnded {};
/// Somebody wants the program to end.
struct SignalCaught {
  int signal = 0;
};

using TerminalEvent = std::variant<Key, Redraw, InputEnded, SignalCaught>;

/// Raw mode and the second screen, from construction to destruction, on standard input and output. Signals are held
/// back while the program works, see `HeldSignals`, and come as events: those that end it as `SignalCaught`, before
/// any key; SIGTSTP stops the program with the terminal as it was, and what follows is a `Redraw`. A mistake of the
/// program's own leaves the terminal as it was found too; only SIGKILL does not. At most one at a time.
class RawTerminal {
 public:
  /// Throws `std::system_error` where standard input is no terminal.
  RawTerminal();
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  /// Waits for the next event.
  TerminalEvent wait();

  /// Whether bytes have come that `wait` has not given yet.
  bool has_input() const;

  /// Writes the bytes to the terminal, as far as it takes them before a signal ends the program.
  void write(std::string_view bytes);

  /// Stops the program as the terminal's own key would.
  void suspend();

 private:
  void enter();
  void leave();
  bool set_modes(const termios& modes);
  std::optional<TerminalEvent> look_at_signals();
  bool read_input();

  termios found_{};
  int out_ = -1;  ///< the terminal once more, so that writing never waits where a signal could not be heard
  HeldSignals signals_;
  KeyDecoder keys_;
};

}  // namespace flowsim::cli
