// The places at which a walk through a run can stop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "diagram/detail.hpp"
#include "trace/trace.hpp"

namespace flowsim::diagram {

/// What begins a stop.
enum class StopKind : std::uint8_t {
  start,    ///< before anything happens
  message,  ///< a message is sent, or its sender gets into the state in which it does
  leg,      ///< a step of a message's way begins
  arrival,  ///< a message that took its time arrives
  timer,    ///< an actor does something by itself
};

/// A stop shows the run after everything up to `last` has happened. Each record's moment lies in the range of exactly
/// one stop: the ranges follow each other without a gap.
struct Stop {
  StopKind kind = StopKind::start;
  int first = 0, last = 0;  ///< the orders of the moments that belong to it
  Instant at{};             ///< when it begins
  int message = 0;          ///< the message it is about; 0 for none
  int leg = 0;              ///< the trace's number of the leg it is about; 0 for none
  bool operator==(const Stop&) const = default;
};

/// All stops at that level, from before the beginning to the end of the run; never empty. At `overview` each numbered
/// interaction is a stop, at `messages` each message, at `wire` each leg; at all of them late arrivals and what actors
/// do by themselves. The stops of a level are also stops of the levels below it.
std::vector<Stop> stops_of(const Trace& trace, Detail detail);

/// The index of the stop whose range holds the moment of that order; the last one for orders beyond the end.
std::size_t stop_at(const std::vector<Stop>& stops, int order);

}  // namespace flowsim::diagram
