// Messages are told apart by what they are, since their numbers and times change from run to run.
#include "teach/counterpart.hpp"

#include <algorithm>
#include <optional>

namespace flowsim::teach {
namespace {

bool same_kind(const MessageRecord& one, const MessageRecord& other) {
  return one.browser == other.browser && one.envelope.interaction == other.envelope.interaction &&
         one.envelope.from == other.envelope.from && one.envelope.message.kind == other.envelope.message.kind;
}

const MessageRecord* same_message(const Trace& before, int message, const Trace& now) {
  const auto& record = before.message(message);
  const auto is_like = [&record](const MessageRecord& other) { return same_kind(record, other); };
  auto rest = std::count_if(before.messages.begin(), before.messages.begin() + message, is_like);
  for (const auto& other : now.messages)
    if (is_like(other) && --rest == 0) return &other;
  return nullptr;
}

/// The steps of a message's way, in order.
std::vector<const LegRecord*> legs_of(const Trace& trace, int message) {
  std::vector<const LegRecord*> legs;
  for (const auto& record : trace.legs)
    if (record.leg.message == message) legs.push_back(&record);
  return legs;
}

/// When the same thing happens in the other run; nothing where it does not.
std::optional<int> same_moment(const Trace& before, const Stop& stop, const Trace& now) {
  if (stop.message == 0) return {};
  const auto* record = same_message(before, stop.message, now);
  if (record == nullptr) return {};
  if (stop.kind == StopKind::arrival && record->arrived) return record->arrived->order;
  if (stop.kind == StopKind::leg) {
    const auto legs = legs_of(before, stop.message), same = legs_of(now, record->id);
    const auto at = std::ranges::find(legs, stop.leg, &LegRecord::id) - legs.begin();
    if (static_cast<std::size_t>(at) < same.size()) return same[static_cast<std::size_t>(at)]->sent.order;
  }
  return record->sent.order;
}

}  // namespace

std::size_t counterpart(const Trace& before, const Stop& stop, const Trace& now, const std::vector<Stop>& stops) {
  if (const auto order = same_moment(before, stop, now)) return stop_at(stops, *order);
  const auto later = std::ranges::upper_bound(stops, stop.at, {}, &Stop::at);
  return later == stops.begin() ? 0 : static_cast<std::size_t>(later - stops.begin()) - 1;
}

}  // namespace flowsim::teach
