// The fault interface: what may become of a message or of one wire leg on its way out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "wire/leg.hpp"
#include "wire/message.hpp"

namespace flowsim {

/// Where a fault strikes, once.
struct FaultPlace {
  int interaction = 1;  ///< 1 to 6
  int leg = 0;          ///< the 2 of `4.2`; 0: the message as a whole
  std::string message;  ///< only messages of this kind; empty: of any kind of the interaction
  int occurrence = 1;   ///< the how-manieth of those that fit, from 1
};

/// What leaves in place of one thing, and how much later.
template <class What>
struct Departure {
  What what;
  Duration after{0};
  bool operator==(const Departure&) const = default;
};

/// What becomes of one thing: nothing leaves, or itself, a changed one, or several.
template <class What>
using Fate = std::vector<Departure<What>>;

/// A deviation. The simulation finds its place and asks it once.
class Fault {
 public:
  virtual ~Fault() = default;
  /// For places without a leg. By default the message leaves as it is.
  virtual Fate<Message> befalls(Message message) { return {{std::move(message), {}}}; }
  /// For places with a leg. By default the leg leaves as it is.
  virtual Fate<Leg> befalls(Leg leg) { return {{std::move(leg), {}}}; }
};

/// A fault and the place at which it waits.
struct PlannedFault {
  FaultPlace place;
  std::string verb;       ///< its name in the fault table
  std::string intent;     ///< one sentence without a full stop: what it is to do
  bool may_miss = false;  ///< the run is all right where it never struck
  std::unique_ptr<Fault> fault;
};

}  // namespace flowsim
