// Moves one thing at a time: takes the next due item, lets it happen, reports it, plans what follows.
#include "sim/simulation.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace flowsim::sim {
namespace {

/// Steps inside the browser cost no time: what the person or the script does, a script's call of `fetch`, its answer.
bool crosses_the_network(const Leg& leg) {
  if (std::holds_alternative<BrowserAction>(leg.payload)) return false;
  if (std::holds_alternative<HttpRequest>(leg.payload)) return !is_browser(leg.to);
  return !is_browser(leg.from);
}

/// Who sits before that browser.
Participant person_before(Participant browser) {
  return browser == Participant::attacker_browser ? Participant::attacker : Participant::user;
}

}  // namespace

Simulation::Simulation(Trace& trace, const SimulationSettings& settings, std::vector<PlannedFault> faults)
    : recorder_(trace), settings_(settings) {
  recorder_.set_time(settings.start);
  for (auto& planned : faults) {
    recorder_.add_fault({planned.verb, planned.place, planned.intent, planned.may_miss, {}, 0, 0});
    faults_.push_back({std::move(planned), 0});
  }
  // About what a run without faults records.
  trace.messages.reserve(24);
  trace.legs.reserve(64);
  trace.verdicts.reserve(16);
  trace.transitions.reserve(16);
}

void Simulation::add(Endpoint& endpoint) { endpoints_[static_cast<std::size_t>(endpoint.participant())] = &endpoint; }

void Simulation::begin(Actor& actor, std::string_view event, Participant browser, Duration after) {
  arm(settings_.start + after, {&actor, 1, event, browser});
}

bool Simulation::step() {
  if (stopped_ || due_.empty()) return false;
  if (++steps_ > settings_.step_limit) {
    recorder_.add_note(Participant::user, 0, {"notes.step_limit"});
    recorder_.mark_end();
    stopped_ = true;
    return false;
  }
  std::pop_heap(due_.begin(), due_.end(), std::greater<>{});
  const auto next = due_.back();
  due_.pop_back();
  if (is_dropped(next)) return true;  // time does not pass for it
  recorder_.set_time(next.at);
  happen(next);
  if (newly_used_) note_misbehaviours(message_of(next));
  recorder_.mark_end();
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
  timers_.push_back(timer);
  plan(at, Due::What::timer_rings, timers_.size() - 1);
}

void Simulation::disarm(const Actor& actor) {
  for (auto& timer : timers_)
    if (timer.actor == &actor) timer.actor = nullptr;
}

bool Simulation::is_dropped(const Due& due) const {
  if (due.what == Due::What::message_is_sent) return postponed_[due.index].dropped;
  if (due.what == Due::What::leg_arrives) return recorder_.leg(static_cast<int>(due.index)).arrived.has_value();
  return timers_[due.index].actor == nullptr;
}

void Simulation::happen(const Due& due) {
  switch (due.what) {
    case Due::What::leg_arrives:
      return arrive(static_cast<int>(due.index));
    case Due::What::timer_rings: {
      auto& timer = timers_[due.index];
      return tell(*timer.actor, timer.session,
                  {0, {std::string(timer.event), {}}, clock_of(timer.actor->participant()), timer.browser});
    }
    case Due::What::message_is_sent: {
      auto& message = postponed_[due.index];
      message.dropped = true;
      return send({std::move(message.envelope), Duration{0}}, message.sender);
    }
  }
}

void Simulation::arrive(int leg) {
  recorder_.mark_leg_arrived(leg);
  const auto& record = recorder_.leg(leg);
  auto* endpoint = endpoints_[static_cast<std::size_t>(record.leg.to)];
  if (knowledge_ != nullptr && record.leg.to == Participant::attacker_browser) {
    const auto& seen = recorder_.message(record.leg.message);
    knowledge_->learn(seen.as_travelled(), seen.browser);
  }
  if (endpoint == nullptr) return;
  const int message = record.leg.message;  // `handle` may add legs, which moves the records
  const auto at = record.leg.to;
  follow(endpoint->handle(record.leg, clock_of(at)), message, at);
}

void Simulation::follow(Handling&& handling, int message, Participant at) {
  const auto browser = recorder_.message(message).browser;
  if (handling.visited) recorder_.add_visit(browser, std::move(*handling.visited));
  if (handling.rewritten) recorder_.rewrite_visit(browser, std::move(*handling.rewritten));
  if (!handling.problem.empty()) recorder_.add_note(browser, message, std::move(handling.problem));
  for (auto& leg : handling.onward) carry(std::move(leg), message);
  if (!handling.replies.empty()) mark_heard(message, at);
  for (auto& [envelope, leg] : handling.replies) {
    if (beyond_the_end(envelope)) return;
    const int reply = recorder_.add_message(std::move(envelope), browser);
    carry(std::move(leg), reply);
  }
  if (!handling.delivered) return;
  // What ends somewhere else, as a failed fetch does at the script that called it, has not arrived.
  const auto who = handling.delivered->actor->participant();
  const auto& envelope = recorder_.message(message).envelope;
  if (who != envelope.from || who == envelope.to) mark_heard(message, who);
  tell(*handling.delivered->actor, handling.delivered->session,
       {message, std::move(handling.delivered->message), clock_of(who), browser});
}

void Simulation::tell(Actor& actor, int session, const Incoming& incoming) {
  auto reaction = actor.receive(incoming);
  if (reaction.to != reaction.from) {
    disarm(actor);
    forget_thoughts(actor.participant(), {session, incoming.browser});
  }
  if (reaction.verdict) recorder_.add_verdict(actor.participant(), *std::move(reaction.verdict));
  for (const auto& [event, after] : reaction.timers) arm(now() + after, {&actor, session, event, incoming.browser});
  auto sent = std::move(reaction.sent);
  recorder_.add_reaction(actor.participant(), session, incoming.id, incoming.message.kind, std::move(reaction));
  for (auto& outgoing : sent) send(std::move(outgoing), {session, incoming.browser});
}

void Simulation::crash(Participant who) {
  auto* endpoint = endpoints_[static_cast<std::size_t>(who)];
  if (endpoint == nullptr) return;
  for (auto& thought : postponed_)
    if (thought.envelope.from == who) thought.dropped = true;
  for (const auto& [actor, session] : endpoint->forget()) {
    disarm(*actor);
    recorder_.add_reaction(actor->participant(), session, 0, {}, actor->restart());
  }
}

void Simulation::send(Outgoing&& outgoing, const Sender& sender) {
  if (outgoing.after > Duration{0}) {
    // Who thinks about one thing no longer does the other: a later page takes the place of an earlier one.
    forget_thoughts(outgoing.envelope.from, sender);
    postponed_.push_back({std::move(outgoing.envelope), sender});
    return plan(now() + outgoing.after, Due::What::message_is_sent, postponed_.size() - 1);
  }
  if (beyond_the_end(outgoing.envelope)) return;
  auto envelope = std::move(outgoing.envelope);
  if (envelope.to == Participant::user) envelope.to = person_before(sender.browser);
  const int message = recorder_.add_message(std::move(envelope), sender.browser);
  if (faults_.empty()) return dispatch(recorder_.message(message).envelope, sender, message);
  std::vector<Participant> crashed;
  for (auto& departure : fate_of(message, crashed)) depart(std::move(departure), sender, message);
  for (const auto who : crashed) crash(who);
}

void Simulation::forget_thoughts(Participant who, const Sender& sender) {
  for (auto& thought : postponed_)
    if (thought.envelope.from == who && thought.sender.session == sender.session &&
        thought.sender.browser == sender.browser)
      thought.dropped = true;
}

void Simulation::depart(Departure<Message>&& departure, const Sender& sender, int message) {
  const auto& meant = recorder_.message(message).envelope;
  Envelope envelope{departure.from.value_or(meant.from), departure.to.value_or(meant.to), meant.interaction,
                    std::move(departure.what)};
  // What somebody else sends or gets is a message of its own.
  if (departure.from || departure.to) message = recorder_.add_message(Envelope(envelope), sender.browser);
  // Who only reads along needs no way of its own.
  if (departure.to && !departure.from)
    return carry({envelope.from, envelope.to, 0, 0, BrowserAction{"leak", {}, std::move(envelope.message.parameters)}},
                 message);
  dispatch(envelope, sender, message, {departure.after, departure.overtaken});
}

void Simulation::release_overtaken() {
  for (const auto leg : std::exchange(overtaken_legs_, {}))
    if (!recorder_.leg(leg).arrived) plan(now(), Due::What::leg_arrives, static_cast<std::size_t>(leg));
}

void Simulation::dispatch(const Envelope& envelope, const Sender& sender, int message, const Lateness& lateness) {
  auto* endpoint = endpoints_[static_cast<std::size_t>(envelope.from)];
  if (endpoint != nullptr) carry(endpoint->spell(envelope, sender), message, lateness);
}

bool Simulation::beyond_the_end(const Envelope& envelope) {
  if (settings_.until && envelope.interaction > *settings_.until) stopped_ = true;
  return stopped_;
}

void Simulation::carry(Leg&& leg, int message, const Lateness& lateness) {
  leg.message = message;
  const int interaction = recorder_.message(message).envelope.interaction;
  const int first = recorder_.add_leg(std::move(leg));
  if (faults_.empty() || interaction == 0) return put_in_flight(first, lateness);
  auto fate = fate_of(recorder_.leg(first));
  for (std::size_t departure = 0; departure < fate.size(); ++departure) {
    auto& [what, after, overtaken, from, to] = fate[departure];
    auto travelling = first;
    if (departure == 0)
      recorder_.alter_leg(first, std::move(what));
    else
      travelling = recorder_.add_leg(std::move(what));
    put_in_flight(travelling, {lateness.after + after, lateness.overtaken || overtaken});
  }
}

void Simulation::put_in_flight(int leg, const Lateness& lateness) {
  const auto latency = crosses_the_network(recorder_.leg(leg).leg) ? settings_.latency : Duration{0};
  if (lateness.overtaken) overtaken_legs_.push_back(leg);
  plan(now() + latency + lateness.after, Due::What::leg_arrives, static_cast<std::size_t>(leg));
}

void Simulation::mark_heard(int message, Participant who) {
  const auto& envelope = recorder_.message(message).envelope;
  if (who != envelope.to) {
    if (who == Participant::attacker) recorder_.mark_reached(message, who);
    return;
  }
  recorder_.mark_arrived(message);
  ++arrived_messages_;
  if (envelope.interaction != 0) last_interaction_ = envelope.interaction;
  release_overtaken();
}

}  // namespace flowsim::sim
