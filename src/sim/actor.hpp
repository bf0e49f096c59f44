// An actor: a state machine that is told messages and answers with what it does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "trace/trace.hpp"
#include "wire/message.hpp"

namespace flowsim::sim {

/// A message an actor wants to send, now or after a while (a person thinks before typing).
struct Outgoing {
  Envelope envelope;
  Duration after{0};
};

/// A message to oneself. Leaving the state the actor is in after the reaction disarms it; so does a new timer of the
/// same event.
struct Timer {
  std::string_view event;  ///< a name of the actor's table
  Duration after{0};
};

/// A verdict and the message it is about, which may have arrived earlier than the one that completed it.
struct Judged {
  int message = 0;
  Verdict verdict;
};

/// What an actor does about one message.
struct Reaction {
  /// The row that fired, in names of the actor's table; `to` equals `from` where the state stays, and `event` is empty
  /// where the table knows none of that kind.
  std::string_view from, event, to, guard, action;
  Acceptance acceptance = Acceptance::unexpected;
  std::optional<Judged> verdict;  ///< nothing where there was nothing to check
  std::vector<Outgoing> sent;
  std::vector<Timer> timers;
  Phrases notes;  ///< for the reader
};

/// A message as it reaches an actor: its number in the trace (0 for a timer), its content, and the virtual time, which
/// is the true one unless a fault has set the clock of the actor's host.
struct Incoming {
  int id = 0;
  Message message;
  Instant now{};
  Participant browser = Participant::browser;  ///< whose flow it belongs to
};

/// One running state machine.
class Actor {
 public:
  virtual ~Actor() = default;
  virtual Participant participant() const = 0;
  virtual std::string_view state() const = 0;
  /// Never throws for anything a message can say.
  virtual Reaction receive(const Incoming& incoming) = 0;
  /// Loses its memory and starts anew in its first state.
  virtual Reaction restart() = 0;
};

}  // namespace flowsim::sim
