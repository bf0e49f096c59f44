// What was expected, beside what a trace says.
#include "scenario/judge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace flowsim::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The client refused the response; interaction 5 was sent but never arrived.
Trace rejected_run() {
  Trace trace;
  for (int interaction = 1; interaction <= 5; ++interaction) {
    MessageRecord message;
    message.id = interaction;
    message.envelope.interaction = interaction;
    if (interaction < 5) message.arrived = Moment{};
    trace.messages.push_back(message);
  }
  MessageRecord background;
  background.arrived = Moment{};
  trace.messages.push_back(background);
  trace.final_states = {{Participant::client, "Rejected", ""}, {Participant::app, "Idle", ""}};
  trace.outcome = Outcome{OutcomeKind::response_rejected, "", "state_matches", "", 0, Participant::client, {}};
  return trace;
}

TEST(Judge, FindsWhatWasExpected) {
  const Expectation expectation{OutcomeKind::response_rejected,
                                {},
                                "state_matches",
                                {},
                                {},
                                4,
                                {{Participant::app, "Idle"}, {Participant::client, "Rejected"}}};
  EXPECT_THAT(judge(expectation, rejected_run()),
              ElementsAre(ExpectationRecord{"outcome", "response_rejected", "response_rejected", true},
                          ExpectationRecord{"check", "state_matches", "state_matches", true},
                          ExpectationRecord{"last_interaction", "4", "4", true},
                          ExpectationRecord{"states.app", "Idle", "Idle", true},
                          ExpectationRecord{"states.client", "Rejected", "Rejected", true}));
}

TEST(Judge, ShowsWhatCameInstead) {
  const Expectation expectation{OutcomeKind::resource_served,
                                {},
                                "nonce_matches",
                                "access_denied",
                                403,
                                6,
                                {{Participant::client, "HasResource"}, {Participant::okta, "TokensIssued"}}};
  EXPECT_THAT(judge(expectation, rejected_run()),
              ElementsAre(ExpectationRecord{"outcome", "resource_served", "response_rejected", false},
                          ExpectationRecord{"check", "nonce_matches", "state_matches", false},
                          ExpectationRecord{"error", "access_denied", "none", false},
                          ExpectationRecord{"status", "403", "none", false},
                          ExpectationRecord{"last_interaction", "6", "4", false},
                          ExpectationRecord{"states.client", "HasResource", "Rejected", false},
                          ExpectationRecord{"states.okta", "TokensIssued", "none", false}));
}

TEST(Judge, ComparesErrorAndStatus) {
  auto trace = rejected_run();
  trace.outcome = Outcome{OutcomeKind::resource_refused, "", "", "invalid_token", 401, Participant::app, {}};
  const Expectation expectation{{}, {}, {}, "invalid_token", 401, {}, {}};
  EXPECT_THAT(judge(expectation, trace), ElementsAre(ExpectationRecord{"error", "invalid_token", "invalid_token", true},
                                                     ExpectationRecord{"status", "401", "401", true}));
}

TEST(Judge, FindsNoOutcomeInARunThatWasStopped) {
  auto trace = rejected_run();
  trace.outcome.reset();
  EXPECT_THAT(judge({OutcomeKind::resource_served, {}, {}, {}, {}, {}, {}}, trace),
              ElementsAre(ExpectationRecord{"outcome", "resource_served", "none", false}));
}

TEST(Judge, CountsNoInteractionWhereNothingArrived) {
  EXPECT_THAT(judge({{}, {}, {}, {}, {}, 0, {}}, Trace{}),
              ElementsAre(ExpectationRecord{"last_interaction", "0", "0", true}));
}

TEST(Judge, SaysNothingWhereNothingIsExpected) { EXPECT_THAT(judge({}, rejected_run()), IsEmpty()); }

}  // namespace
}  // namespace flowsim::scenario
