// observe, replay, inject and substitute: what the attacker makes of what it sees.
#include <gtest/gtest.h>

#include "faults/planning.hpp"

namespace flowsim::faults {
namespace {

using testing_support::fate_of;
using testing_support::intent_of;
using testing_support::objection_to;
using testing_support::spec_at;
using enum Participant;

const Message users_response{"access_token_response", {{"access_token", "victims"}, {"state", "s"}}};
const Message attackers{"access_token_response", {{"access_token", "attackers"}, {"id_token", "own"}, {"state", "t"}}};

TEST(Observe, GivesTheAttackerACopy) {
  const auto fate = fate_of(spec_at(4, "observe", {}), users_response);
  ASSERT_EQ(fate.size(), 2u);
  EXPECT_EQ(fate[0], Departure<Message>{users_response});
  EXPECT_EQ(fate[1].what.kind, "observation");
  EXPECT_EQ(fate[1].what.parameters.value("access_token"), "victims");
  EXPECT_EQ(fate[1].what.parameters.value(":kind", Place::header), "access_token_response");
  EXPECT_EQ(fate[1].to, attacker);
  EXPECT_FALSE(fate[1].from.has_value());
  EXPECT_EQ(fate[1].after, Duration{0});
}

TEST(Observe, MayBeAPremiseOfTheStory) {
  EXPECT_EQ(fate_of(spec_at(4, "observe", {{"premise", "true"}}), users_response).at(1).what.kind, "premise");
  EXPECT_EQ(fate_of(spec_at(4, "observe", {{"premise", "true"}, {"in", "history"}}), users_response).at(1).what.kind,
            "premise");
}

TEST(Observe, LooksLaterWhereSomethingWasLeft) {
  for (const auto* place : {"history", "server_log"}) {
    const auto fate = fate_of(spec_at(4, "observe", {{"in", place}}), users_response);
    ASSERT_EQ(fate.size(), 2u);
    EXPECT_EQ(fate[0], Departure<Message>{users_response});
    EXPECT_EQ(fate[1].what, (Message{"observation", {{":in", place, Place::header}}}));
    EXPECT_EQ(fate[1].from, attacker);
    EXPECT_EQ(fate[1].to, attacker);
    EXPECT_EQ(fate[1].after, Duration{60'000});
  }
  EXPECT_EQ(fate_of(spec_at(4, "observe", {{"in", "history"}, {"after", "5s"}}), users_response).at(1).after,
            Duration{5000});
}

TEST(Observe, HasNoDelayInTheNetwork) {
  EXPECT_NE(objection_to(spec_at(4, "observe", {{"after", "5s"}})), "");
  EXPECT_NE(objection_to(spec_at(4, "observe", {{"in", "network"}, {"after", "5s"}})), "");
  EXPECT_EQ(objection_to(spec_at(4, "observe", {{"in", "server_log"}, {"after", "5s"}})), "");
  EXPECT_NE(objection_to(spec_at(2, "observe", {{"in", "server_log"}})), "") << "okta keeps no log";
}

TEST(Replay, SendsItAgainAsTheAttackerWhoKnowsItNow) {
  Knowledge knowledge;
  const auto fate = fate_of(spec_at(4, "replay", {}), users_response, knowledge);
  ASSERT_EQ(fate.size(), 3u);
  EXPECT_EQ(fate[0], Departure<Message>{users_response});
  EXPECT_EQ(fate[1].what.kind, "observation");
  EXPECT_EQ(fate[1].to, attacker);
  EXPECT_EQ(fate[2].what, users_response);
  EXPECT_EQ(fate[2].from, attacker);
  EXPECT_FALSE(fate[2].to.has_value());
  EXPECT_EQ(fate[2].after, Duration{1000});
  ASSERT_NE(knowledge.newest("access_token_response", browser), nullptr);
  EXPECT_EQ(*knowledge.newest("access_token_response", browser), users_response);
  EXPECT_EQ(fate_of(spec_at(4, "replay", {{"after", "2min"}}), users_response).at(2).after, Duration{120'000});
}

TEST(Inject, PutsTheOtherFlowsMessageInItsPlace) {
  Knowledge knowledge;
  knowledge.learn(attackers, attacker_browser);
  knowledge.learn({"access_token_response", {{"state", "older"}}}, browser);
  const auto fate = fate_of(spec_at(4, "inject", {}), users_response, knowledge);
  ASSERT_EQ(fate.size(), 1u);
  EXPECT_EQ(fate[0].what, attackers);
  EXPECT_EQ(fate[0].from, attacker);
  EXPECT_FALSE(fate[0].to.has_value());
}

TEST(Inject, WorksInTheAttackersOwnFlowToo) {
  Knowledge knowledge;
  knowledge.learn(attackers, attacker_browser);
  knowledge.learn(users_response, browser);
  EXPECT_EQ(fate_of(spec_at(4, "inject", {}), attackers, knowledge, attacker_browser).at(0).what, users_response);
}

TEST(Inject, TakesAMessageOfTheSameFlowWhereThereIsNoOther) {
  Knowledge knowledge;
  knowledge.learn(attackers, browser);
  EXPECT_EQ(fate_of(spec_at(4, "inject", {}), users_response, knowledge).at(0).what, attackers);
}

TEST(Inject, MayBeFollowedByTheGenuineOne) {
  Knowledge knowledge;
  knowledge.learn(attackers, attacker_browser);
  const auto fate = fate_of(spec_at(4, "inject", {{"beside", "true"}}), users_response, knowledge);
  ASSERT_EQ(fate.size(), 2u);
  EXPECT_EQ(fate[0].what, attackers);
  EXPECT_EQ(fate[0].after, Duration{0});
  EXPECT_EQ(fate[1], (Departure<Message>{users_response, Duration{1000}}));
}

TEST(Inject, MayLookForAnotherKind) {
  Knowledge knowledge;
  knowledge.learn(attackers, attacker_browser);
  const Message error{"authorization_error", {{"error", "access_denied"}}};
  EXPECT_EQ(fate_of(spec_at(4, "inject", {}), error, knowledge).at(0).what, error);
  EXPECT_EQ(fate_of(spec_at(4, "inject", {{"kind", "access_token_response"}}), error, knowledge).at(0).what, attackers);
  EXPECT_EQ(objection_to(spec_at(4, "inject", {{"kind", "consent"}})),
            "at 4 no message \"consent\" can travel: one of access_token_response, authorization_error");
}

TEST(Inject, ChangesNothingWhereNothingIsKnown) {
  EXPECT_EQ(fate_of(spec_at(4, "inject", {}), users_response), Fate<Message>{{users_response}});
  EXPECT_EQ(fate_of(spec_at(4, "inject", {{"beside", "true"}}), users_response), Fate<Message>{{users_response}});
}

TEST(Substitute, TakesTheOtherFlowsValue) {
  Knowledge knowledge;
  knowledge.learn(attackers, attacker_browser);
  const auto with = [&](Parameters arguments) {
    return fate_of(spec_at(4, "substitute", std::move(arguments)), users_response, knowledge).at(0).what.parameters;
  };
  EXPECT_EQ(with({{"parameter", "access_token"}}).value("access_token"), "attackers");
  EXPECT_EQ(with({{"parameter", "access_token"}}).value("state"), "s");
  EXPECT_EQ(with({{"parameter", "access_token"}, {"with", "id_token"}}).value("access_token"), "own");
}

TEST(Substitute, ChangesNothingWhereNothingElseIsKnown) {
  Knowledge knowledge;
  knowledge.learn(users_response, browser);
  EXPECT_EQ(fate_of(spec_at(4, "substitute", {{"parameter", "access_token"}}), users_response, knowledge),
            Fate<Message>{{users_response}});
}

TEST(AttackersVerbs, CannotSendTheAnswerOfTheApp) {
  for (const auto* verb : {"replay", "inject"}) {
    EXPECT_NE(objection_to(spec_at(6, verb, {})), "") << verb;
    EXPECT_EQ(objection_to(spec_at(5, verb, {})), "") << verb;
  }
}

TEST(AttackersVerbs, SayWhatTheyAreToDo) {
  const std::vector<std::pair<FaultSpec, std::string>> rows{
      {spec_at(4, "observe", {}), "the attacker reads it in passing"},
      {spec_at(4, "observe", {{"premise", "true"}}),
       "the attacker reads it in passing, which the story takes for granted"},
      {spec_at(4, "observe", {{"in", "history"}}), "the attacker looks into the browser's history 1min later"},
      {spec_at(4, "observe", {{"in", "server_log"}, {"after", "1h"}}),
       "the attacker looks into the server's log 1h later"},
      {spec_at(4, "replay", {}), "the attacker sees it and sends it again 1s later"},
      {spec_at(4, "inject", {}), "the attacker sends one of the same kind that it has seen in its place"},
      {spec_at(4, "inject", {{"kind", "access_token_response"}, {"beside", "true"}}),
       "the attacker sends a message access_token_response that it has seen before it"},
      {spec_at(4, "substitute", {{"parameter", "state"}}),
       "the attacker replaces state by another one that it has seen"},
      {spec_at(5, "substitute", {{"parameter", "access_token"}, {"with", "id_token"}}),
       "the attacker replaces access_token by the id_token that it has seen"}};
  for (const auto& [spec, intent] : rows) EXPECT_EQ(intent_of(spec), intent);
}

}  // namespace
}  // namespace flowsim::faults
