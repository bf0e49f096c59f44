// What runs with an attacker, or with one fault too many, must say of themselves.
#include <gtest/gtest.h>

#include <algorithm>

#include "faults/registry.hpp"
#include "scenario/run.hpp"
#include "words/say.hpp"

namespace flowsim::scenario {
namespace {

FaultSpec fault(int interaction, std::string verb, Parameters arguments = {}) {
  FaultSpec spec;
  spec.place.interaction = interaction;
  spec.verb = std::move(verb);
  spec.arguments = std::move(arguments);
  return spec;
}

Trace run_with(std::vector<FaultSpec> faults) {
  Scenario scenario;
  scenario.faults = std::move(faults);
  return run_scenario(scenario);
}

bool attacker_has_seen(const Trace& trace, std::string_view secret) {
  return std::ranges::any_of(trace.secrets, [&](const SecretRecord& record) {
    return record.name == secret &&
           std::ranges::find(record.seen, Participant::attacker, &SightingRecord::by) != record.seen.end();
  });
}

TEST(AttackedRun, EndsHoweverOftenAThingIsDuplicated) {
  const auto trace = run_with(std::vector<FaultSpec>(40, fault(4, "duplicate")));
  ASSERT_TRUE(trace.outcome.has_value());
  EXPECT_LT(trace.legs.size(), 1000u);
}

TEST(AttackedRun, IsAboutTheUsersFlowWhereTheAttackersBrowserDidNothing) {
  auto nothing = fault(5, "drop");
  nothing.place.browser = Participant::attacker_browser;
  const auto trace = run_with({nothing});
  EXPECT_EQ(trace.header.browser, Participant::browser);
  EXPECT_EQ(trace.outcome->kind, OutcomeKind::resource_served);
}

TEST(AttackedRun, IsCompromisedWhereTheAttackerReadsTheResource) {
  const auto trace = run_with({fault(6, "observe")});
  EXPECT_EQ(trace.outcome->kind, OutcomeKind::compromised);
  EXPECT_EQ(trace.outcome->property, "authorization");
}

TEST(AttackedRun, SaysWhatTheAttackerSawBeforeSendingItAgain) {
  EXPECT_TRUE(attacker_has_seen(run_with({fault(4, "replay")}), "access_token"));
  EXPECT_TRUE(attacker_has_seen(run_with({fault(3, "replay")}), "password"));
}

TEST(AttackedRun, LetsTheAttackerSendAgainWhatWasKeptBack) {
  const auto trace = run_with({fault(5, "replay"), fault(5, "drop")});
  const auto sent_again = std::ranges::any_of(trace.messages, [](const MessageRecord& record) {
    return record.envelope.from == Participant::attacker && record.envelope.interaction == 5 && record.arrived;
  });
  EXPECT_TRUE(sent_again);
}

TEST(AttackedRun, LetsNobodyActWhoHasLeft) {
  const auto trace = run_with({fault(2, "replay")});
  EXPECT_FALSE(attacker_has_seen(trace, "password")) << "the user noticed the copied page and left";
}

TEST(AttackedRun, OnlyLooksWhereTheAttackerLooks) {
  const auto trace = run_with({fault(1, "observe", {{"in", "history"}})});
  const auto acted = std::ranges::any_of(trace.messages, [](const MessageRecord& record) {
    return record.envelope.from == Participant::attacker && record.envelope.to == Participant::okta;
  });
  EXPECT_FALSE(acted);
}

TEST(CrashedActor, IsNotCalledOneThatDidNothing) {
  const auto trace = run_with({fault(5, "crash", {{"actor", "client"}})});
  EXPECT_NE(words::say_all(trace.outcome->explanation).find("lost its memory"), std::string::npos);
  const auto end = std::ranges::find(trace.final_states, Participant::client, &FinalState::actor);
  EXPECT_NE(words::say({end->explanation, {}}).find("lost its memory"), std::string::npos);
}

}  // namespace
}  // namespace flowsim::scenario
