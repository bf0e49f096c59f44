// Signals that end or stop a program, held back until there is time for them.
#pragma once

#include <csignal>

#include "base/modules.hpp"

namespace flowsim::cli {

/// Holds back, from construction to destruction, every signal that would end the program unless somebody handles it,
/// and SIGTSTP, SIGCONT and SIGWINCH. They are noted while the program waits with `waiting_mask`, and by `let_in`.
/// Signals that were ignored stay ignored. Not those that a mistake of the program's own raises, such as SIGSEGV: they
/// run `rescue` at once, which may use nothing but async-signal-safe calls (POSIX.1-2017 XSH §2.4.3), and then do what
/// they would have done. At most one object at a time.
class HeldSignals {
 public:
  explicit HeldSignals(void (*rescue)());
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  /// Notes those that have come.
  void let_in() const;

  /// Lets them come at once, until `hold`: calls of the system that wait are then interrupted.
  void release() const { sigprocmask(SIG_SETMASK, &waiting_mask_, nullptr); }
  void hold() const { sigprocmask(SIG_BLOCK, &held_, nullptr); }

  /// The mask to wait with.
  const sigset_t& waiting_mask() const { return waiting_mask_; }

  /// The signal that was noted and that ends the program; 0 for none. It stays noted.
  int ending() const;

  /// Whether the signal was noted; it is not any more.
  bool take(int signal) const;

  /// Stops the program as SIGTSTP does to those that do not handle it; returns when it goes on.
  void stop() const;

 private:
  sigset_t held_{}, found_mask_{}, waiting_mask_{};
};

/// Ends the program by the signal that asked for it, so that whoever started it sees why.
[[noreturn]] void end_by(int signal);

}  // namespace flowsim::cli
