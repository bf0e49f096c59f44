// Sorts the records of a trace by message in one walk.
#include "diagram/trace_index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace flowsim::diagram {
namespace {

bool names_a_message(const Trace& trace, int id) {
  return id >= 1 && static_cast<std::size_t>(id) <= trace.messages.size();
}

/// The transition's event was a message that pictures number, so that is where readers look for it.
bool belongs_to_its_event(const Trace& trace, const TransitionRecord& transition) {
  return names_a_message(trace, transition.message) && trace.message(transition.message).envelope.interaction != 0;
}

}  // namespace

TraceIndex::TraceIndex(const Trace& trace) : messages_(trace.messages.size()) {
  for (const auto& leg : trace.legs)
    if (names_a_message(trace, leg.leg.message))
      messages_[static_cast<std::size_t>(leg.leg.message - 1)].legs.push_back(&leg);
  for (const auto& verdict : trace.verdicts)
    if (names_a_message(trace, verdict.message))
      messages_[static_cast<std::size_t>(verdict.message - 1)].verdicts.push_back(&verdict);
  place_transitions(trace);
  for (const auto& fault : trace.faults)
    if (names_a_message(trace, fault.message))
      messages_[static_cast<std::size_t>(fault.message - 1)].faults.push_back(&fault);
  for (const auto& note : trace.notes) {
    if (names_a_message(trace, note.message))
      messages_[static_cast<std::size_t>(note.message - 1)].notes.push_back(&note);
    else
      loose_.push_back({nullptr, &note});
  }
  std::ranges::stable_sort(loose_, {}, [](const LooseRecord& record) { return record.moment().order; });
}

// A timer or a background message often makes an actor speak: the transition then stands with what it said. Records
// and messages are walked together in their one order; an actor's transition waits for the next message of that actor.
void TraceIndex::place_transitions(const Trace& trace) {
  std::array<const TransitionRecord*, all_participants.size()> waiting{};
  const auto settle = [&](const TransitionRecord*& transition) {
    if (transition == nullptr) return;
    if (names_a_message(trace, transition->message))
      messages_[static_cast<std::size_t>(transition->message - 1)].transitions.push_back(transition);
    else
      loose_.push_back({transition, nullptr});
    transition = nullptr;
  };
  auto message = trace.messages.begin();
  const auto pass_messages_before = [&](int order) {
    for (; message != trace.messages.end() && message->sent.order < order; ++message) {
      auto& candidate = waiting[static_cast<std::size_t>(message->envelope.from)];
      if (candidate == nullptr || candidate->moment.at != message->sent.at) continue;
      messages_[static_cast<std::size_t>(message - trace.messages.begin())].transitions.push_back(candidate);
      candidate = nullptr;
    }
  };
  for (const auto& transition : trace.transitions) {
    pass_messages_before(transition.moment.order);
    auto& candidate = waiting[static_cast<std::size_t>(transition.actor)];
    settle(candidate);
    candidate = &transition;
    if (transition.acceptance != Acceptance::accepted || belongs_to_its_event(trace, transition)) settle(candidate);
  }
  pass_messages_before(trace.end.order + 1);
  for (auto& candidate : waiting) settle(candidate);
  for (auto& records : messages_)
    std::ranges::stable_sort(records.transitions, {}, [](const auto* record) { return record->moment.order; });
}

}  // namespace flowsim::diagram
