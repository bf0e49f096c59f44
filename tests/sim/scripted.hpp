// Actors and endpoints that do in a test what the test says.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/endpoint.hpp"
#include "sim/simulation.hpp"

namespace flowsim::testing_support {
using namespace sim;

/// An actor whose table is a function; it stays in its state where the function leaves `to` empty.
class ScriptedActor final : public Actor {
 public:
  using Script = std::function<void(const Incoming&, Reaction&)>;
  ScriptedActor(Participant who, Script script) : who_(who), script_(std::move(script)) {}
  Participant participant() const override { return who_; }
  std::string_view state() const override { return state_; }
  Reaction receive(const Incoming& incoming) override {
    Reaction reaction;
    reaction.from = state_;
    reaction.acceptance = Acceptance::accepted;
    script_(incoming, reaction);
    if (reaction.to.empty()) reaction.to = state_;
    state_ = reaction.to;
    heard.push_back(incoming.message.kind);
    return reaction;
  }
  Reaction restart() override {
    Reaction reaction;
    reaction.from = std::exchange(state_, "Ready");
    reaction.event = "crash";
    reaction.to = state_;
    reaction.acceptance = Acceptance::accepted;
    return reaction;
  }

  std::vector<std::string> heard;  ///< the kinds of all events so far

 private:
  Participant who_;
  Script script_;
  std::string_view state_ = "Ready";
};

/// An endpoint that spells every message as one browser action to its receiver, and hands what arrives to its actor.
class ScriptedEndpoint final : public Endpoint {
 public:
  ScriptedEndpoint(Participant who, Actor* actor) : who_(who), actor_(actor) {}
  Participant participant() const override { return who_; }
  Handling handle(const Leg& leg, Instant) override {
    if (on_leg) return on_leg(leg);
    const auto* action = std::get_if<BrowserAction>(&leg.payload);
    const std::string kind = action == nullptr ? "something" : action->verb;
    return {.delivered = actor_ == nullptr ? std::nullopt : std::optional(Delivered{actor_, 1, {kind, {}}})};
  }
  std::vector<Running> forget() override { return {{actor_, 1}}; }
  Leg spell(const Envelope& envelope, const Sender&) override {
    Leg leg{who_, envelope.to, 0, 0, payload.value_or(BrowserAction{envelope.message.kind, {}, {}})};
    return on_spell ? on_spell(std::move(leg)) : leg;
  }

  std::function<Handling(const Leg&)> on_leg;  ///< instead of handing the leg to the actor
  std::function<Leg(Leg)> on_spell;            ///< changes a message's first leg
  std::optional<Payload> payload;              ///< instead of the browser action

 private:
  Participant who_;
  Actor* actor_;
};

/// A fault that does what the test says, and by default nothing.
class ScriptedFault final : public Fault {
 public:
  Fate<Message> befalls(Message message, const Occasion& occasion) override {
    return on_message ? on_message(std::move(message), occasion) : Fault::befalls(std::move(message), occasion);
  }
  Fate<Leg> befalls(Leg leg, const Occasion& occasion) override {
    return on_leg ? on_leg(std::move(leg), occasion) : Fault::befalls(std::move(leg), occasion);
  }
  std::optional<Participant> crashes() const override { return who_crashes; }
  std::optional<ClockChange> changes_clock() const override { return clock; }

  std::function<Fate<Message>(Message, const Occasion&)> on_message;
  std::function<Fate<Leg>(Leg, const Occasion&)> on_leg;
  std::optional<Participant> who_crashes;
  std::optional<ClockChange> clock;
};

inline Outgoing outgoing(Participant from, Participant to, std::string kind, int interaction = 0,
                         Duration after = Duration{0}) {
  return {{from, to, interaction, {std::move(kind), {}}}, after};
}

/// Every moment of every record of the trace.
inline std::vector<Moment> moments_of(const Trace& trace) {
  std::vector<Moment> moments;
  const auto add = [&moments](const std::optional<Moment>& moment) {
    if (moment) moments.push_back(*moment);
  };
  for (const auto& record : trace.messages) {
    add(record.sent);
    add(record.arrived);
  }
  for (const auto& record : trace.legs) {
    add(record.sent);
    add(record.arrived);
  }
  for (const auto& record : trace.verdicts) add(record.moment);
  for (const auto& record : trace.transitions) add(record.moment);
  for (const auto& record : trace.notes) add(record.moment);
  for (const auto& record : trace.history) {
    add(record.moment);
    add(record.rewritten);
  }
  return moments;
}

}  // namespace flowsim::testing_support
