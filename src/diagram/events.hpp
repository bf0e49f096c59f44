// What happened in a run, record by record, in its one order.
#pragma once

#include <variant>
#include <vector>

#include "diagram/detail.hpp"
#include "trace/trace.hpp"

namespace flowsim::diagram {

/// Something that stands in a drawing, with its place in the run's one order.
struct Event {
  int order = 0;
  std::variant<const MessageRecord*, const LegRecord*, const VerdictRecord*, const TransitionRecord*> record;
};

/// What a drawing at `messages` or `wire` shows, in order: at `wire` the legs stand for the messages that have any.
/// Legs and verdicts that name a message the trace does not have are left out. Refers to the trace.
std::vector<Event> events_of(const Trace& trace, Detail detail);

}  // namespace flowsim::diagram
