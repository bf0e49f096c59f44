// Gathers the records that are drawn and sorts them by their moments.
#include "diagram/events.hpp"

#include <algorithm>
#include <cstddef>

namespace flowsim::diagram {

std::vector<Event> events_of(const Trace& trace, Detail detail) {
  std::vector<Event> events;
  std::vector<bool> has_legs(trace.messages.size() + 1);
  const auto is_known = [&trace](int message) {
    return message >= 1 && static_cast<std::size_t>(message) <= trace.messages.size();
  };
  for (const auto& leg : trace.legs) {
    if (detail != Detail::wire || !is_known(leg.leg.message)) continue;
    has_legs[static_cast<std::size_t>(leg.leg.message)] = true;
    events.push_back({leg.sent.order, &leg});
  }
  for (const auto& record : trace.messages)
    if (!has_legs[static_cast<std::size_t>(record.id)]) events.push_back({record.sent.order, &record});
  for (const auto& verdict : trace.verdicts)
    if (is_known(verdict.message)) events.push_back({verdict.moment.order, &verdict});
  for (const auto& transition : trace.transitions)
    if (transition.acceptance == Acceptance::accepted && transition.from != transition.to)
      events.push_back({transition.moment.order, &transition});
  std::ranges::stable_sort(events, {}, &Event::order);
  return events;
}

}  // namespace flowsim::diagram
