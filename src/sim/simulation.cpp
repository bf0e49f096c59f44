// Moves one thing at a time: takes the next due item, lets it happen, records it, plans what follows.
#include "sim/simulation.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace flowsim {
namespace {

/// Steps inside the browser cost no time: what the person or the script does, a script's call of `fetch`, its answer.
bool crosses_the_network(const Leg& leg) {
  if (std::holds_alternative<BrowserAction>(leg.payload)) return false;
  if (std::holds_alternative<HttpRequest>(leg.payload)) return leg.to != Participant::browser;
  return !(leg.from == Participant::browser);
}

/// Every departure so far meets the fault; what was late stays late. False where that changed nothing: such a fault has
/// not struck.
template <class What>
bool befall(Fate<What>& fate, Fault& fault) {
  Fate<What> after;
  for (const auto& [what, delay] : fate)
    for (auto& [departing, more] : fault.befalls(what)) after.push_back({std::move(departing), delay + more});
  const bool changed = after != fate;
  fate = std::move(after);
  return changed;
}

/// `4.2`, `3 consent, occurrence 2`.
std::string place_text(const FaultPlace& place) {
  auto text = std::to_string(place.interaction);
  if (place.leg != 0) text += "." + std::to_string(place.leg);
  if (!place.message.empty()) text += " " + place.message;
  if (place.occurrence != 1) text += ", occurrence " + std::to_string(place.occurrence);
  return text;
}

}  // namespace

Simulation::Simulation(Trace& trace, const SimulationSettings& settings, std::vector<PlannedFault> faults)
    : trace_(trace), settings_(settings), now_(settings.start) {
  for (auto& planned : faults) {
    trace.faults.push_back({planned.verb, place_text(planned.place), planned.intent, planned.may_miss, {}, 0, 0});
    faults_.push_back({std::move(planned), 0});
  }
  // About what a run without faults records.
  trace.messages.reserve(24);
  trace.legs.reserve(64);
  trace.verdicts.reserve(16);
  trace.transitions.reserve(16);
}

void Simulation::add(Endpoint& endpoint) { endpoints_[static_cast<std::size_t>(endpoint.participant())] = &endpoint; }

void Simulation::begin(Actor& actor, std::string event) { arm(settings_.start, {&actor, 1, std::move(event)}); }

bool Simulation::step() {
  if (stopped_ || due_.empty()) return false;
  if (++steps_ > settings_.step_limit) {
    trace_.notes.push_back({Participant::user, 0, "The run was stopped: it reached its limit of steps.", moment()});
    trace_.end = {now_, order_};
    stopped_ = true;
    return false;
  }
  std::pop_heap(due_.begin(), due_.end(), std::greater<>{});
  const auto next = due_.back();
  due_.pop_back();
  if (is_dropped(next)) return true;  // time does not pass for it
  now_ = next.at;
  happen(next);
  trace_.end = {now_, order_};
  return !stopped_;
}

bool Simulation::step_message() {
  const int before = arrived_messages_;
  while (arrived_messages_ == before && step()) {
  }
  return arrived_messages_ != before;
}

bool Simulation::step_interaction() {
  const int before = last_interaction_;
  while (last_interaction_ == before && step()) {
  }
  return last_interaction_ != before;
}

void Simulation::run() {
  while (step()) {
  }
}

void Simulation::plan(Instant at, Due::What what, std::size_t index) {
  due_.push_back({at, ++sequence_, what, index});
  std::push_heap(due_.begin(), due_.end(), std::greater<>{});
}

void Simulation::arm(Instant at, TimerRings timer) {
  for (auto& other : timers_)
    if (other.actor == timer.actor && other.event == timer.event) other.actor = nullptr;
  timers_.push_back(std::move(timer));
  plan(at, Due::What::timer_rings, timers_.size() - 1);
}

void Simulation::disarm(const Actor& actor) {
  for (auto& timer : timers_)
    if (timer.actor == &actor) timer.actor = nullptr;
}

bool Simulation::is_dropped(const Due& due) const {
  if (due.what == Due::What::message_is_sent) return postponed_[due.index].dropped;
  if (due.what != Due::What::timer_rings) return false;
  return timers_[due.index].actor == nullptr;
}

void Simulation::happen(const Due& due) {
  switch (due.what) {
    case Due::What::leg_arrives:
      return arrive(due.index);
    case Due::What::timer_rings: {
      auto& timer = timers_[due.index];
      return tell(*timer.actor, timer.session, {0, {std::move(timer.event), {}}, now_});
    }
    case Due::What::message_is_sent: {
      auto& message = postponed_[due.index];
      if (message.message != 0) return dispatch(std::move(message.envelope), message.session, message.message);
      return send({std::move(message.envelope), Duration{0}}, message.session);
    }
  }
}

void Simulation::arrive(std::size_t leg) {
  auto& record = trace_.legs[leg];
  record.arrived = moment();
  auto* endpoint = endpoints_[static_cast<std::size_t>(record.leg.to)];
  if (endpoint == nullptr) return;
  const int message = record.leg.message;  // `handle` may add legs, which moves the records
  follow(endpoint->handle(record.leg, now_), message);
}

void Simulation::follow(Handling&& handling, int message) {
  if (handling.visited) trace_.history.push_back({std::move(*handling.visited), moment(), {}, {}});
  if (handling.rewritten && !trace_.history.empty()) {
    trace_.history.back().rewritten = moment();
    trace_.history.back().replacement = std::move(*handling.rewritten);
  }
  if (!handling.problem.empty())
    trace_.notes.push_back({Participant::browser, message, std::move(handling.problem), moment()});
  for (auto& leg : handling.onward) carry(std::move(leg), message);
  if (!handling.replies.empty()) mark_arrived(message);
  for (auto& [envelope, leg] : handling.replies) {
    if (beyond_the_end(envelope)) return;
    const int reply = record_message(std::move(envelope));
    carry(std::move(leg), reply);
  }
  if (!handling.delivered) return;
  // What ends somewhere else, as a failed fetch does at the script that called it, has not arrived.
  if (handling.delivered->actor->participant() == trace_.message(message).envelope.to) mark_arrived(message);
  tell(*handling.delivered->actor, handling.delivered->session,
       {message, std::move(handling.delivered->message), now_});
}

void Simulation::tell(Actor& actor, int session, const Incoming& incoming) {
  auto reaction = actor.receive(incoming);
  if (reaction.to != reaction.from) disarm(actor);
  const auto who = actor.participant();
  if (reaction.verdict)
    trace_.verdicts.push_back({who, reaction.verdict->message, std::move(reaction.verdict->verdict), moment()});
  for (auto& [event, after] : reaction.timers) arm(now_ + after, {&actor, session, std::move(event)});
  trace_.transitions.push_back({who, session, incoming.id, std::move(reaction.from), std::move(reaction.event),
                                std::move(reaction.to), std::move(reaction.guard), std::move(reaction.action),
                                reaction.acceptance, moment()});
  for (auto& note : reaction.notes) trace_.notes.push_back({who, incoming.id, std::move(note), moment()});
  for (auto& outgoing : reaction.sent) send(std::move(outgoing), session);
}

void Simulation::send(Outgoing&& outgoing, int session) {
  if (outgoing.after > Duration{0}) {
    // Who thinks about one thing no longer does the other: a later page takes the place of an earlier one.
    for (auto& other : postponed_)
      if (other.message == 0 && other.envelope.from == outgoing.envelope.from && other.session == session)
        other.dropped = true;
    postponed_.push_back({std::move(outgoing.envelope), session, 0, false});
    plan(now_ + outgoing.after, Due::What::message_is_sent, postponed_.size() - 1);
    return;
  }
  if (beyond_the_end(outgoing.envelope)) return;
  auto envelope = std::move(outgoing.envelope);
  const int message = record_message(Envelope(envelope));
  if (faults_.empty()) return dispatch(std::move(envelope), session, message);
  for (auto& [what, after] : fate_of(message)) {
    Envelope departing{envelope.from, envelope.to, envelope.interaction, std::move(what)};
    if (after == Duration{0}) {
      dispatch(std::move(departing), session, message);
      continue;
    }
    postponed_.push_back({std::move(departing), session, message, false});
    plan(now_ + after, Due::What::message_is_sent, postponed_.size() - 1);
  }
}

void Simulation::dispatch(Envelope&& envelope, int session, int message) {
  auto* endpoint = endpoints_[static_cast<std::size_t>(envelope.from)];
  if (endpoint != nullptr) carry(endpoint->spell(envelope, session), message);
}

bool Simulation::strikes(std::size_t index, int interaction, int leg, const std::string& kind) {
  auto& [planned, fitting] = faults_[index];
  const auto& place = planned.place;
  if (place.interaction != interaction || place.leg != leg) return false;
  if (!place.message.empty() && place.message != kind) return false;
  return ++fitting == place.occurrence;
}

Fate<Message> Simulation::fate_of(int message) {
  const auto& envelope = trace_.message(message).envelope;
  Fate<Message> fate{{envelope.message, Duration{0}}};
  for (std::size_t fault = 0; fault < faults_.size(); ++fault) {
    if (!strikes(fault, envelope.interaction, 0, envelope.message.kind)) continue;
    if (!befall(fate, *faults_[fault].planned.fault)) continue;
    trace_.faults[fault].struck = moment();
    trace_.faults[fault].message = message;
  }
  const auto changed = std::ranges::find_if(fate, [&](const auto& item) { return item.what != envelope.message; });
  if (changed != fate.end()) trace_.messages[static_cast<std::size_t>(message - 1)].altered = changed->what;
  return fate;
}

Fate<Leg> Simulation::fate_of(const LegRecord& record, int interaction) {
  Fate<Leg> fate{{record.leg, Duration{0}}};
  for (std::size_t fault = 0; fault < faults_.size(); ++fault) {
    if (!strikes(fault, interaction, record.number, trace_.message(record.leg.message).envelope.message.kind)) continue;
    if (!befall(fate, *faults_[fault].planned.fault)) continue;
    trace_.faults[fault].struck = moment();
    trace_.faults[fault].message = record.leg.message;
    trace_.faults[fault].leg = record.id;
  }
  return fate;
}

bool Simulation::beyond_the_end(const Envelope& envelope) {
  if (settings_.until && envelope.interaction > *settings_.until) stopped_ = true;
  return stopped_;
}

int Simulation::record_message(Envelope&& envelope) {
  auto& record = trace_.messages.emplace_back();
  record.id = static_cast<int>(trace_.messages.size());
  record.envelope = std::move(envelope);
  record.sent = moment();
  return record.id;
}

void Simulation::carry(Leg&& leg, int message) {
  leg.message = message;
  const int interaction = trace_.message(message).envelope.interaction;
  record_leg(std::move(leg), interaction);
  const auto first = trace_.legs.size() - 1;
  if (faults_.empty() || interaction == 0) return put_in_flight(first, Duration{0});
  auto fate = fate_of(trace_.legs[first], interaction);
  for (std::size_t departure = 0; departure < fate.size(); ++departure) {
    if (departure == 0)
      trace_.legs[first].leg = std::move(fate[0].what);
    else
      record_leg(std::move(fate[departure].what), interaction);
    put_in_flight(departure == 0 ? first : trace_.legs.size() - 1, fate[departure].after);
  }
}

void Simulation::record_leg(Leg&& leg, int interaction) {
  auto& record = trace_.legs.emplace_back();
  record.id = static_cast<int>(trace_.legs.size());
  record.number = interaction == 0 ? 0 : ++legs_of_interaction_[static_cast<std::size_t>(interaction)];
  record.leg = std::move(leg);
  record.sent = moment();
}

void Simulation::put_in_flight(std::size_t leg, Duration after) {
  const auto latency = crosses_the_network(trace_.legs[leg].leg) ? settings_.latency : Duration{0};
  plan(now_ + latency + after, Due::What::leg_arrives, leg);
}

void Simulation::mark_arrived(int message) {
  auto& record = trace_.messages[static_cast<std::size_t>(message - 1)];
  if (!record.arrived) record.arrived = moment();
  ++arrived_messages_;
  if (record.envelope.interaction != 0) last_interaction_ = record.envelope.interaction;
}

}  // namespace flowsim
