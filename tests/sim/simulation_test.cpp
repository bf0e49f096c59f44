// The kernel: one thing at a time, in the order of the virtual clock, and everything on record.
#include "sim/simulation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/scripted.hpp"

namespace flowsim::sim {
namespace {

using testing_support::moments_of;
using testing_support::outgoing;
using testing_support::ScriptedActor;
using testing_support::ScriptedEndpoint;
using enum Participant;
using std::chrono::seconds;

const Instant nine{std::chrono::hours{9}};
using Kinds = std::vector<std::string>;

/// A user and a client on the wire; tests say what they do.
class SimulationTest : public testing::Test {
 protected:
  Simulation& simulation(SimulationSettings settings = {}) {
    settings.start = nine;
    running.emplace(trace, settings);
    running->add(user_end);
    running->add(client_end);
    return *running;
  }

  /// The user sends the client `ping`, the client answers `pong`, and so on without an end.
  void play_ping_pong() {
    on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "ping", 1)}; };
    on_client = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(client, user, "pong", 2)}; };
  }

  ScriptedActor::Script on_user = [](const Incoming&, Reaction&) {};
  ScriptedActor::Script on_client = [](const Incoming&, Reaction&) {};
  ScriptedActor user_actor{user, [this](const Incoming& in, Reaction& out) { on_user(in, out); }};
  ScriptedActor client_actor{client, [this](const Incoming& in, Reaction& out) { on_client(in, out); }};
  ScriptedEndpoint user_end{user, &user_actor};
  ScriptedEndpoint client_end{client, &client_actor};
  Trace trace;
  std::optional<Simulation> running;
};

TEST_F(SimulationTest, DoesNothingWithoutABeginning) {
  auto& run = simulation();
  EXPECT_FALSE(run.step());
  EXPECT_FALSE(run.stopped());
  EXPECT_EQ(run.now(), nine);
  EXPECT_EQ(trace, Trace{});
}

TEST_F(SimulationTest, BeginsAtTheStart) {
  auto& run = simulation();
  run.begin(user_actor, "go");
  EXPECT_TRUE(run.step());
  EXPECT_FALSE(run.step());
  ASSERT_EQ(trace.transitions.size(), 1u);
  EXPECT_EQ(trace.transitions[0].event, "go");
  EXPECT_EQ(trace.transitions[0].message, 0);
  EXPECT_EQ(trace.transitions[0].moment.at, nine);
}

TEST_F(SimulationTest, KeepsTheOrderOfWhatIsDueAtTheSameTime) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.message.kind != "go") return;
    for (const std::string_view name : {"c", "a", "b", "e", "d"}) reaction.timers.push_back({name, seconds{1}});
    reaction.timers.push_back({"first", Duration{999}});
    reaction.timers.push_back({"last", Duration{1001}});
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  EXPECT_EQ(user_actor.heard, (Kinds{"go", "first", "c", "a", "b", "e", "d", "last"}));
  EXPECT_EQ(run.now(), nine + Duration{1001});
}

struct Crossing {
  std::string name;
  Participant from, to;
  Payload payload;
  bool takes_time;
};

class Latency : public SimulationTest, public testing::WithParamInterface<Crossing> {};

TEST_P(Latency, IsThatOfTheNetwork) {
  const auto& crossing = GetParam();
  ScriptedActor sender(crossing.from, [&](const Incoming&, Reaction& reaction) {
    reaction.sent = {outgoing(crossing.from, crossing.to, "x")};
  });
  ScriptedEndpoint from(crossing.from, nullptr), to(crossing.to, nullptr);
  from.payload = crossing.payload;
  auto& run = simulation({.latency = Duration{70}, .until = {}});
  run.add(from);
  run.add(to);
  run.begin(sender, "go");
  run.run();
  ASSERT_EQ(trace.legs.size(), 1u);
  EXPECT_EQ(trace.legs[0].arrived->at - trace.legs[0].sent.at, Duration{crossing.takes_time ? 70 : 0});
}

INSTANTIATE_TEST_SUITE_P(Simulation, Latency,
                         testing::Values(Crossing{"TheUserActs", user, browser, BrowserAction{}, false},
                                         Crossing{"TheUserSees", browser, user, BrowserAction{}, false},
                                         Crossing{"TheScriptNavigates", client, browser, BrowserAction{}, false},
                                         Crossing{"TheScriptRuns", browser, client, BrowserAction{}, false},
                                         Crossing{"TheScriptFetches", client, browser, HttpRequest{}, false},
                                         Crossing{"TheScriptIsAnswered", browser, client, HttpResponse{}, false},
                                         Crossing{"ThePageIsAskedFor", browser, client, HttpRequest{}, true},
                                         Crossing{"ThePageComes", client, browser, HttpResponse{}, true},
                                         Crossing{"TheBrowserAsks", browser, okta, HttpRequest{}, true},
                                         Crossing{"TheBrowserIsAnswered", okta, browser, HttpResponse{}, true},
                                         Crossing{"TheAppAsks", app, okta, HttpRequest{}, true},
                                         Crossing{"TheAppIsAnswered", okta, app, HttpResponse{}, true}),
                         [](const auto& test) { return test.param.name; });

TEST_F(SimulationTest, RingsATimerInTheStateItWasArmedFor) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.message.kind != "go") return;
    reaction.to = "Waiting";
    reaction.timers = {{"timeout", seconds{30}}};
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  EXPECT_EQ(user_actor.heard, (Kinds{"go", "timeout"}));
  EXPECT_EQ(trace.transitions[1].moment.at, nine + seconds{30});
}

TEST_F(SimulationTest, LetsNoTimePassForADisarmedTimer) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.message.kind == "go") reaction.timers = {{"leave", seconds{1}}, {"timeout", seconds{30}}};
    if (incoming.message.kind == "leave") reaction.to = "Elsewhere";
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  EXPECT_EQ(user_actor.heard, (Kinds{"go", "leave"}));
  EXPECT_EQ(run.now(), nine + seconds{1});
  EXPECT_EQ(trace.end.at, nine + seconds{1});
}

TEST_F(SimulationTest, DisarmsATimerForGoodWhenItsStateIsLeft) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    const auto& kind = incoming.message.kind;
    if (kind == "go") reaction.timers = {{"leave", seconds{1}}, {"timeout", seconds{30}}};
    if (kind == "leave") reaction.timers = {{"return", seconds{1}}};
    if (kind == "leave") reaction.to = "Elsewhere";
    if (kind == "return") reaction.to = "Ready";
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  EXPECT_EQ(user_actor.heard, (Kinds{"go", "leave", "return"}));
}

TEST_F(SimulationTest, SendsAPostponedMessageWhenItIsTime) {
  on_user = [](const Incoming&, Reaction& reaction) {
    reaction.sent = {outgoing(user, client, "late", 3, seconds{5}), outgoing(user, client, "at once", 1)};
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.step();
  ASSERT_EQ(trace.messages.size(), 1u);
  EXPECT_EQ(trace.messages[0].envelope.message.kind, "at once");
  run.run();
  ASSERT_EQ(trace.messages.size(), 2u);
  EXPECT_EQ(trace.messages[1].sent.at, nine + seconds{5});
  EXPECT_EQ(client_actor.heard, (Kinds{"at once", "late"}));
}

TEST_F(SimulationTest, StepsOneThingAtATime) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "ping", 1)}; };
  auto& run = simulation();
  run.begin(user_actor, "go");
  EXPECT_TRUE(run.step());  // the user acts
  EXPECT_EQ(trace.legs.size(), 1u);
  EXPECT_EQ(trace.legs[0].arrived, std::nullopt);
  EXPECT_TRUE(run.step());  // the leg arrives
  EXPECT_TRUE(trace.legs[0].arrived.has_value());
  EXPECT_EQ(trace.transitions.size(), 2u);
  EXPECT_FALSE(run.step());
  EXPECT_FALSE(run.stopped());
}

TEST_F(SimulationTest, StepsMessageByMessage) {
  play_ping_pong();
  auto& run = simulation({.until = 2});
  run.begin(user_actor, "go");
  for (std::size_t arrived = 1; arrived <= 5; ++arrived) {
    EXPECT_TRUE(run.step_message());
    EXPECT_EQ(std::ranges::count_if(trace.messages, [](const auto& m) { return m.arrived.has_value(); }),
              static_cast<std::ptrdiff_t>(arrived));
  }
}

TEST_F(SimulationTest, StepsInteractionByInteraction) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.message.kind == "go")
      reaction.sent = {outgoing(user, client, "a", 1), outgoing(user, client, "b", 1), outgoing(user, client, "c", 0),
                       outgoing(user, client, "d", 2), outgoing(user, client, "e", 2)};
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  EXPECT_TRUE(run.step_interaction());
  EXPECT_EQ(client_actor.heard, (Kinds{"a"}));
  EXPECT_TRUE(run.step_interaction());
  EXPECT_EQ(client_actor.heard, (Kinds{"a", "b", "c", "d"}));
  EXPECT_FALSE(run.step_interaction());
  EXPECT_EQ(client_actor.heard, (Kinds{"a", "b", "c", "d", "e"}));
  EXPECT_FALSE(run.step_message());
}

TEST_F(SimulationTest, StopsBeforeALaterInteraction) {
  on_user = [](const Incoming&, Reaction& reaction) {
    reaction.sent = {outgoing(user, client, "a", 3), outgoing(user, client, "b", 0), outgoing(user, client, "c", 4),
                     outgoing(user, client, "d", 1)};
  };
  auto& run = simulation({.until = 3});
  run.begin(user_actor, "go");
  EXPECT_FALSE(run.step());
  EXPECT_TRUE(run.stopped());
  ASSERT_EQ(trace.messages.size(), 2u);
  EXPECT_EQ(trace.messages[1].envelope.message.kind, "b");
  EXPECT_FALSE(run.step_message());
  EXPECT_EQ(client_actor.heard, Kinds{});
}

TEST_F(SimulationTest, StopsBeforeAPostponedMessageOfALaterInteraction) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "a", 4, seconds{1})}; };
  auto& run = simulation({.until = 3});
  run.begin(user_actor, "go");
  run.run();
  EXPECT_TRUE(run.stopped());
  EXPECT_TRUE(trace.messages.empty());
}

TEST_F(SimulationTest, EndsAnEndlessExchange) {
  play_ping_pong();
  auto& run = simulation({.latency = Duration{0}, .until = {}, .step_limit = 500});
  run.begin(user_actor, "go");
  run.run();
  EXPECT_TRUE(run.stopped());
  EXPECT_EQ(trace.transitions.size(), 500u);
  ASSERT_EQ(trace.notes.size(), 1u);
  EXPECT_EQ(trace.notes[0].text.id, "notes.step_limit");
  EXPECT_FALSE(run.step());
  EXPECT_EQ(trace.notes.size(), 1u);
  EXPECT_EQ(trace.end, trace.notes[0].moment);
}

TEST_F(SimulationTest, EndsATimerThatArmsItselfForever) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.timers = {{"again", Duration{0}}}; };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  EXPECT_TRUE(run.stopped());
}

TEST_F(SimulationTest, IsNotStoppedByALimitItJustReaches) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "ping", 1)}; };
  auto& run = simulation({.until = {}, .step_limit = 2});
  run.begin(user_actor, "go");
  run.run();
  EXPECT_FALSE(run.stopped());
  EXPECT_EQ(client_actor.heard, (Kinds{"ping"}));
}

TEST_F(SimulationTest, NumbersLegsWithinTheirInteraction) {
  on_user = [](const Incoming&, Reaction& reaction) {
    reaction.sent = {outgoing(user, client, "a", 1), outgoing(user, client, "b", 3), outgoing(user, client, "c", 1),
                     outgoing(user, client, "d", 0)};
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  std::vector<int> numbers;
  for (const auto& leg : trace.legs) numbers.push_back(leg.number);
  EXPECT_EQ(numbers, (std::vector{1, 1, 2, 0}));
}

TEST_F(SimulationTest, CarriesAMessageLegByLeg) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, client, "a", 1)}; };
  bool first = true;
  client_end.on_leg = [&](const Leg& leg) -> Handling {
    if (!std::exchange(first, false)) return {.delivered = Delivered{&client_actor, 1, {"a", {}}}};
    return {.onward = {leg, leg}};
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  EXPECT_EQ(trace.messages.size(), 1u);
  ASSERT_EQ(trace.legs.size(), 3u);
  for (const auto& leg : trace.legs) EXPECT_EQ(leg.leg.message, 1);
  EXPECT_EQ(trace.messages[0].arrived->order, trace.transitions[1].moment.order - 1) << "it arrived when it was heard";
}

TEST_F(SimulationTest, RecordsAReplyAsAMessageOfItsOwn) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    if (incoming.message.kind == "go") reaction.sent = {outgoing(user, client, "question", 0)};
  };
  client_end.on_leg = [](const Leg&) -> Handling {
    return {
        .replies = {{{client, user, 0, {"document", {}}}, {client, user, 0, 0, BrowserAction{"document", {}, {}}}}}};
  };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  ASSERT_EQ(trace.messages.size(), 2u);
  EXPECT_TRUE(trace.messages[0].arrived.has_value());
  EXPECT_EQ(trace.legs[1].leg.message, 2);
  EXPECT_EQ(user_actor.heard, (Kinds{"go", "document"}));
}

TEST_F(SimulationTest, LosesWhatNobodyReceives) {
  on_user = [](const Incoming&, Reaction& reaction) { reaction.sent = {outgoing(user, app, "a", 1)}; };
  auto& run = simulation();
  run.begin(user_actor, "go");
  run.run();
  ASSERT_EQ(trace.legs.size(), 1u);
  EXPECT_TRUE(trace.legs[0].arrived.has_value());
  EXPECT_EQ(trace.messages[0].arrived, std::nullopt);
}

TEST_F(SimulationTest, GivesEveryRecordOneNumberOfOneOrder) {
  on_user = [](const Incoming& incoming, Reaction& reaction) {
    reaction.notes = {Phrase{"one"}, Phrase{"two"}};
    reaction.verdict = Judged{incoming.id, {}};
    if (incoming.message.kind == "go")
      reaction.sent = {outgoing(user, client, "a", 1), outgoing(user, client, "b", 2, seconds{1})};
    reaction.timers = {{"tick", seconds{2}}};
  };
  client_end.on_leg = [&](const Leg&) -> Handling {
    return {.replies = {{{client, user, 3, {"r", {}}}, {client, user, 0, 0, BrowserAction{"r", {}, {}}}}},
            .visited = "https://spa.example.com/#x",
            .rewritten = "https://spa.example.com/",
            .problem = {"a problem"}};
  };
  auto& run = simulation({.until = {}, .step_limit = 40});
  run.begin(user_actor, "go");
  run.run();
  auto moments = moments_of(trace);
  std::ranges::sort(moments, {}, &Moment::order);
  ASSERT_GT(moments.size(), 100u);
  for (std::size_t i = 0; i < moments.size(); ++i) {
    EXPECT_EQ(moments[i].order, static_cast<int>(i) + 1);
    EXPECT_TRUE(i == 0 || moments[i - 1].at <= moments[i].at) << "time runs backwards at " << i;
  }
  EXPECT_EQ(trace.end, moments.back());
  EXPECT_EQ(trace.history[0].replacement, "https://spa.example.com/");
}

}  // namespace
}  // namespace flowsim::sim
