// Lets faults strike: what becomes of a message or a leg, and what is noted of it.
#include <algorithm>
#include <utility>

#include "sim/simulation.hpp"

namespace flowsim::sim {
namespace {

/// However many faults duplicate a thing, no more of it leave.
constexpr std::size_t most_departures = 32;

/// Every departure so far meets the fault; what was late stays late. False where that changed nothing: such a fault has
/// not struck.
template <class What>
bool befall(Fate<What>& fate, Fault& fault, const Occasion& occasion) {
  Fate<What> after;
  for (const auto& earlier : fate) {
    // A copy that somebody reads is past all faults, and so is what the attacker sends again later.
    if (earlier.to || (earlier.from == Participant::attacker && earlier.after > Duration{0})) {
      after.push_back(earlier);
      continue;
    }
    for (auto& departure : fault.befalls(earlier.what, occasion)) {
      if (after.size() == most_departures) break;
      departure.after += earlier.after;
      departure.overtaken |= earlier.overtaken;
      if (!departure.from) departure.from = earlier.from;
      if (!departure.to) departure.to = earlier.to;
      after.push_back(std::move(departure));
    }
  }
  const bool changed = after != fate;
  fate = std::move(after);
  return changed;
}

}  // namespace

bool Simulation::strikes(std::size_t index, const MessageRecord& message, int leg) {
  auto& [planned, fitting] = faults_[index];
  const auto& place = planned.place;
  if (place.interaction != message.envelope.interaction || place.leg != leg) return false;
  if (place.browser != message.browser) return false;
  if (!place.message.empty() && place.message != message.envelope.message.kind) return false;
  return ++fitting == place.occurrence;
}

/// The message that the step was about; 0 for a timer and for what was only thought of.
int Simulation::message_of(const Due& due) const {
  if (due.what == Due::What::leg_arrives) return recorder_.leg(static_cast<int>(due.index)).leg.message;
  return 0;
}

/// The step's own message where it belongs to that interaction; else the last one that does.
int Simulation::message_it_shows_in(const FaultPlace& place, int message) const {
  if (message != 0 && recorder_.message(message).envelope.interaction == place.interaction) return message;
  for (auto record = recorder_.trace().messages.rbegin(); record != recorder_.trace().messages.rend(); ++record)
    if (record->envelope.interaction == place.interaction) return record->id;
  return message;
}

void Simulation::note_misbehaviours(int message) {
  for (const auto& name : newly_used_())
    for (std::size_t index = 0; index < faults_.size(); ++index) {
      const auto& planned = faults_[index].planned;
      if (recorder_.trace().faults[index].struck || planned.fault->misbehaviour() != name) continue;
      recorder_.mark_struck(index, message_it_shows_in(planned.place, message), 0);
    }
}

Fate<Message> Simulation::fate_of(int message, std::vector<Participant>& crashed) {
  const auto& record = recorder_.message(message);
  const auto& envelope = record.envelope;
  const Occasion occasion{message, envelope.from, envelope.to, envelope.interaction, record.browser};
  Fate<Message> fate{{envelope.message}};
  for (std::size_t index = 0; index < faults_.size(); ++index) {
    if (!strikes(index, record, 0)) continue;
    auto& fault = *faults_[index].planned.fault;
    const auto who = fault.crashes();
    if (who) crashed.push_back(*who);
    const auto clock = fault.changes_clock();
    if (clock) clock_changes_[static_cast<std::size_t>(clock->who)] += clock->by;
    if (befall(fate, fault, occasion) || who || clock) recorder_.mark_struck(index, message, 0);
  }
  const auto changed = std::ranges::find_if(fate, [&](const Departure<Message>& departure) {
    return !departure.from && !departure.to && departure.what != envelope.message;
  });
  if (changed != fate.end()) recorder_.alter_message(message, changed->what);
  return fate;
}

Fate<Leg> Simulation::fate_of(const LegRecord& record) {
  const auto& message = recorder_.message(record.leg.message);
  const Occasion occasion{message.id, record.leg.from, record.leg.to, message.envelope.interaction, message.browser};
  Fate<Leg> fate{{record.leg}};
  for (std::size_t fault = 0; fault < faults_.size(); ++fault) {
    if (!strikes(fault, message, record.number)) continue;
    if (befall(fate, *faults_[fault].planned.fault, occasion)) recorder_.mark_struck(fault, message.id, record.id);
  }
  return fate;
}

}  // namespace flowsim::sim
