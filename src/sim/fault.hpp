// The fault interface: what may become of a message or of one wire leg on its way out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.hpp"
#include "trace/trace.hpp"
#include "wire/leg.hpp"
#include "wire/message.hpp"

namespace flowsim::sim {

/// What leaves in place of one thing, and how much later.
template <class What>
struct Departure {
  What what;
  Duration after{0};
  bool overtaken = false;             ///< it waits until another has arrived, at most for `after`
  std::optional<Participant> from{};  ///< of a message: somebody else sends it, as a message of its own
  std::optional<Participant> to{};    ///< of a message: somebody else gets it, as a message of its own
  bool operator==(const Departure&) const = default;
};

/// What becomes of one thing: nothing leaves, or itself, a changed one, or several.
template <class What>
using Fate = std::vector<Departure<What>>;

/// The thing a fault meets.
struct Occasion {
  int message = 0;  ///< its number in the trace
  Participant from = Participant::user, to = Participant::user;
  int interaction = 0;
  Participant browser = Participant::browser;  ///< whose flow it belongs to
};

/// From now on somebody's clock is off by so much more.
struct ClockChange {
  Participant who = Participant::client;
  Duration by{0};
};

/// A deviation. The simulation finds its place and asks it once.
class Fault {
 public:
  virtual ~Fault() = default;
  /// For places without a leg. By default the message leaves as it is.
  virtual Fate<Message> befalls(Message message, const Occasion&) { return {{std::move(message)}}; }
  /// For places with a leg. By default the leg leaves as it is.
  virtual Fate<Leg> befalls(Leg leg, const Occasion&) { return {{std::move(leg)}}; }
  /// Who loses its memory at this place, once the thing has left.
  virtual std::optional<Participant> crashes() const { return {}; }
  /// Whose clock it sets, before the thing leaves.
  virtual std::optional<ClockChange> changes_clock() const { return {}; }
  /// The bug it stands for, which its actor has for the whole run: such a fault strikes when the bug has made a
  /// difference. Empty for none.
  virtual std::string_view misbehaviour() const { return {}; }
};

/// A fault and the place at which it waits.
struct PlannedFault {
  FaultPlace place;
  std::string verb;       ///< its name in the fault table
  Phrases intent;         ///< what it is to do: the clauses of one sentence without a full stop
  bool may_miss = false;  ///< the run is all right where it never struck
  std::unique_ptr<Fault> fault;
};

}  // namespace flowsim::sim
