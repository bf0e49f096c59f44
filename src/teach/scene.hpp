// What a walk's pages are about: a run, and the stop one stands at.
#pragma once

#include <string>

#include "diagram/stops.hpp"
#include "teach/walk.hpp"

namespace flowsim::teach {

/// One stop of a walk. Refers to the walk, which must outlive it and must not move on meanwhile.
struct Scene {
  const Walk& walk;
  const Trace& run;  ///< the whole run
  Trace so_far;      ///< as far as it has come, see `until`
  Stop stop;
  std::size_t index = 0;

  explicit Scene(const Walk& at);

  bool holds(const Moment& moment) const { return moment.order >= stop.first && moment.order <= stop.last; }
  bool is_last() const { return index + 1 == walk.stops().size(); }
};

/// The virtual time since the run's start: `00:05.440`.
std::string time_text(const Trace& run, Instant at);

/// What a stop is about, in one line: `4  okta → client  Access token response`.
std::string describe(const Trace& run, const Stop& stop, Detail detail);

/// `4  okta → client  Access token response`, with the guide's caption at `overview`.
std::string describe(const Trace& run, const MessageRecord& record, Detail detail);

}  // namespace flowsim::teach
