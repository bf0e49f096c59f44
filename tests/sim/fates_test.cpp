// What becomes of a message or a leg that meets a fault, and what that leaves on record.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "sim/scripted.hpp"

namespace flowsim::sim {
namespace {

using testing_support::outgoing;
using testing_support::ScriptedActor;
using testing_support::ScriptedEndpoint;
using testing_support::ScriptedFault;
using enum Participant;
using std::chrono::seconds;

using Kinds = std::vector<std::string>;
const Instant noon{std::chrono::hours{12}};

FaultPlace at_leg(int leg, Participant in = browser) { return {1, leg, {}, 1, in}; }

/// A user who sends the client `a` and then `b` (interaction 1), an attacker, and the faults the test plans.
class Fates : public testing::Test {
 protected:
  /// A fault without a leg meets the first message of interaction 1.
  ScriptedFault& plan(FaultPlace place = {}) {
    auto fault = std::make_unique<ScriptedFault>();
    auto& planned = *fault;
    faults.push_back({std::move(place), "scripted", {}, false, std::move(fault)});
    return planned;
  }

  Simulation& simulation() {
    running.emplace(trace, SimulationSettings{.start = noon, .until = {}}, std::move(faults));
    for (auto* endpoint : {&user_end, &client_end, &attacker_end, &attacker_browser_end}) running->add(*endpoint);
    return *running;
  }

  void run() {
    auto& run = simulation();
    run.begin(user_actor, "go");
    run.run();
  }

  ScriptedActor::Script on_user = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.id == 0) reaction.sent = {outgoing(user, client, "a", 1), outgoing(user, client, "b", 1)};
  };
  ScriptedActor::Script on_client = [](const Incoming&, Reaction&) {};
  ScriptedActor user_actor{user, [this](const Incoming& in, Reaction& out) { on_user(in, out); }};
  ScriptedActor client_actor{client, [this](const Incoming& in, Reaction& out) { on_client(in, out); }};
  ScriptedActor attacker_actor{attacker, [](const Incoming&, Reaction&) {}};
  ScriptedEndpoint user_end{user, &user_actor};
  ScriptedEndpoint client_end{client, &client_actor};
  ScriptedEndpoint attacker_end{attacker, &attacker_actor};
  ScriptedEndpoint attacker_browser_end{attacker_browser, nullptr};
  std::vector<PlannedFault> faults;
  Trace trace;
  std::optional<Simulation> running;
};

TEST_F(Fates, WhatAnotherSendsIsAMessageOfItsOwn) {
  plan().on_message = [](Message message, const Occasion&) -> Fate<Message> {
    return {{message}, {.what = {"forged", {}}, .from = attacker}};
  };
  run();
  ASSERT_EQ(trace.messages.size(), 3u);
  EXPECT_EQ(trace.messages[0].envelope, (Envelope{user, client, 1, {"a", {}}}));
  EXPECT_EQ(trace.messages[0].altered, std::nullopt) << "the meant message is as it was";
  EXPECT_EQ(trace.messages[1].envelope, (Envelope{attacker, client, 1, {"forged", {}}}));
  EXPECT_EQ(trace.messages[1].browser, browser) << "it goes into the flow of the message it follows";
  EXPECT_TRUE(trace.messages[1].arrived.has_value());
  EXPECT_EQ(client_actor.heard, (Kinds{"a", "forged", "b"}));
  EXPECT_EQ(trace.faults.at(0).message, 1);
}

TEST_F(Fates, WhatAnotherGetsIsAMessageOfItsOwnThatLeaksToIt) {
  plan().on_message = [](Message message, const Occasion&) -> Fate<Message> {
    return {{message}, {.what = {"a", {{"token", "secret"}}}, .to = attacker}};
  };
  run();
  ASSERT_EQ(trace.messages.size(), 3u);
  EXPECT_EQ(trace.messages[1].envelope, (Envelope{user, attacker, 1, {"a", {{"token", "secret"}}}}));
  EXPECT_TRUE(trace.messages[1].arrived.has_value());
  const auto leak = std::ranges::find(trace.legs, 2, [](const LegRecord& record) { return record.leg.message; });
  ASSERT_NE(leak, trace.legs.end());
  EXPECT_EQ(leak->leg, (Leg{user, attacker, 2, 0, BrowserAction{"leak", {}, {{"token", "secret"}}}}));
  EXPECT_EQ(attacker_actor.heard, (Kinds{"leak"}));
  EXPECT_EQ(client_actor.heard, (Kinds{"a", "b"}));
}

TEST_F(Fates, ACopyThatSomebodyReadsIsPastAllLaterFaults) {
  plan().on_message = [](Message message, const Occasion&) -> Fate<Message> {
    return {{message}, {.what = message, .to = attacker}};
  };
  plan().on_message = [](Message, const Occasion&) -> Fate<Message> { return {{{"changed", {}}}}; };
  run();
  EXPECT_EQ(client_actor.heard, (Kinds{"changed", "b"}));
  EXPECT_EQ(trace.messages[1].envelope.message.kind, "a");
}

TEST_F(Fates, AnOvertakenMessageArrivesAfterTheNextOne) {
  plan().on_message = [](Message message, const Occasion&) -> Fate<Message> {
    return {{.what = std::move(message), .after = seconds{10}, .overtaken = true}};
  };
  run();
  EXPECT_EQ(client_actor.heard, (Kinds{"b", "a"}));
  EXPECT_EQ(trace.end.at, noon) << "it need not wait for longer than until it is overtaken";
}

TEST_F(Fates, AnOvertakenLegArrivesAfterTheNextMessage) {
  plan(at_leg(1)).on_leg = [](Leg leg, const Occasion&) -> Fate<Leg> {
    return {{.what = std::move(leg), .after = seconds{10}, .overtaken = true}};
  };
  run();
  EXPECT_EQ(client_actor.heard, (Kinds{"b", "a"}));
  EXPECT_EQ(trace.end.at, noon);
}

TEST_F(Fates, WhatNothingOvertakesArrivesLateAllTheSame) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "a", 1)}; };
  for (const int leg : {0, 1}) {
    trace = {};
    client_actor.heard.clear();
    auto& fault = plan(at_leg(leg));
    fault.on_message = [](Message message, const Occasion&) -> Fate<Message> {
      return {{.what = std::move(message), .after = seconds{10}, .overtaken = true}};
    };
    fault.on_leg = [](Leg one, const Occasion&) -> Fate<Leg> {
      return {{.what = std::move(one), .after = seconds{10}, .overtaken = true}};
    };
    run();
    faults.clear();
    EXPECT_EQ(client_actor.heard, (Kinds{"a"})) << leg;
    ASSERT_TRUE(trace.messages.at(0).arrived.has_value()) << leg;
    EXPECT_EQ(trace.messages[0].arrived->at, noon + seconds{10}) << leg;
  }
}

TEST_F(Fates, ACrashRestartsTheActorAndDisarmsIt) {
  on_client = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.message.kind != "open") return;
    reaction.to = "Busy";
    reaction.timers = {{"tick", seconds{1}}};
    reaction.sent = {outgoing(client, user, "thought", 2, seconds{2})};
  };
  plan().who_crashes = client;
  auto& run = simulation();
  run.begin(client_actor, "open");
  run.begin(user_actor, "go", browser, std::chrono::milliseconds{1});
  run.run();
  EXPECT_EQ(client_actor.heard, (Kinds{"open", "a", "b"})) << "no timer rings any more";
  EXPECT_EQ(user_actor.heard, (Kinds{"go"})) << "nor is sent what it was thinking about";
  const auto crash = std::ranges::find(trace.transitions, "crash", &TransitionRecord::event);
  ASSERT_NE(crash, trace.transitions.end());
  EXPECT_EQ(crash->from, "Busy");
  EXPECT_EQ(crash->to, "Ready");
  EXPECT_EQ(crash->actor, client);
  EXPECT_EQ(crash->message, 0);
  EXPECT_TRUE(trace.faults.at(0).struck.has_value());
}

TEST_F(Fates, WhatTheAttackerHearsInAnothersPlaceHasReachedIt) {
  client_end.on_leg = [this](const Leg& leg) -> Handling {
    const bool astray = std::get<BrowserAction>(leg.payload).verb == "a";
    return {.delivered = Delivered{astray ? &attacker_actor : &client_actor, 1, {"visit", {}}}};
  };
  run();
  ASSERT_EQ(trace.messages.size(), 2u);
  EXPECT_EQ(trace.messages[0].reached, attacker);
  EXPECT_EQ(trace.messages[0].arrived, std::nullopt);
  EXPECT_EQ(trace.messages[1].reached, std::nullopt);
  EXPECT_TRUE(trace.messages[1].arrived.has_value());
  EXPECT_EQ(attacker_actor.heard, (Kinds{"visit"}));
}

TEST_F(Fates, AFaultStrikesOnlyInItsBrowser) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "a", 1)}; };
  for (const auto place : {browser, attacker_browser})
    for (const int leg : {0, 1}) {
      trace = {};
      faults.clear();
      auto& fault = plan(at_leg(leg, place));
      fault.on_message = [](Message, const Occasion&) { return Fate<Message>{}; };
      fault.on_leg = [](Leg, const Occasion&) { return Fate<Leg>{}; };
      auto& run = simulation();
      run.begin(user_actor, "go", browser);
      run.begin(user_actor, "go too", attacker_browser);
      run.run();
      ASSERT_EQ(trace.messages.size(), 2u);
      for (const auto& record : trace.messages) {
        EXPECT_EQ(record.arrived.has_value(), record.browser != place) << leg << name_of(place);
        EXPECT_EQ(trace.faults.at(0).message == record.id, record.browser == place) << leg << name_of(place);
      }
    }
}

TEST_F(Fates, AFaultIsToldWhatItMeets) {
  std::optional<Occasion> met;
  plan().on_message = [&met](Message message, const Occasion& occasion) -> Fate<Message> {
    met = occasion;
    return {{std::move(message)}};
  };
  run();
  ASSERT_TRUE(met.has_value());
  EXPECT_EQ(met->message, 1);
  EXPECT_EQ(met->from, user);
  EXPECT_EQ(met->to, client);
  EXPECT_EQ(met->interaction, 1);
  EXPECT_EQ(met->browser, browser);
  EXPECT_EQ(trace.faults.at(0).struck, std::nullopt) << "it changed nothing";
}

TEST_F(Fates, AClockThatWasSetIsOffFromThenOn) {
  std::vector<Instant> told;
  on_client = [&told](const Incoming& incoming, Reaction&) { told.push_back(incoming.now); };
  plan({1, 0, "b", 1, browser}).clock = ClockChange{client, seconds{-90}};
  run();
  EXPECT_EQ(told.at(0), noon - seconds{90}) << "the clock was set before anything arrived";
  EXPECT_EQ(trace.transitions.at(1).moment.at, noon) << "records keep the true time";
  EXPECT_TRUE(trace.faults.at(0).struck.has_value());
}

TEST_F(Fates, WhatReachesTheAttackersBrowserIsKnownAsItTravelled) {
  plan().on_message = [](Message message, const Occasion&) -> Fate<Message> {
    message.parameters.add("token", "secret");
    return {{std::move(message)}};
  };
  user_end.on_spell = [](Leg leg) {
    leg.to = attacker_browser;
    return leg;
  };
  Knowledge knowledge;
  auto& run = simulation();
  run.learn_into(knowledge);
  run.begin(user_actor, "go too", attacker_browser);
  run.begin(user_actor, "go", browser);
  run.run();
  EXPECT_TRUE(knowledge.knows("secret", browser));
  EXPECT_FALSE(knowledge.knows("secret", attacker_browser)) << "the fault strikes in the user's browser";
  EXPECT_NE(knowledge.newest("b", attacker_browser), nullptr);
}

}  // namespace
}  // namespace flowsim::sim
