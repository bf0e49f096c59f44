// Each record stands with the message a reader looks for it at.
#include "diagram/trace_index.hpp"

#include <gtest/gtest.h>

#include "support/trace_builder.hpp"

namespace flowsim::diagram {
namespace {

using namespace testing_support;
using enum Participant;

TEST(TraceIndex, PutsATransitionWithTheNumberedMessageThatCausedIt) {
  TraceBuilder builder;
  builder.interaction(1).transition(okta, "Idle", "AwaitingSignIn").interaction(2);
  const auto trace = builder.build();
  const TraceIndex index(trace);
  ASSERT_EQ(index.of(1).transitions.size(), 1u);
  EXPECT_TRUE(index.of(2).transitions.empty());
}

TEST(TraceIndex, PutsWhatABackgroundMessageCausedWithWhatTheActorThenSaid) {
  TraceBuilder builder;
  builder.message(0, user, client, "Open").transition(client, "Ready", "AwaitingResponse").interaction(1);
  const auto trace = builder.build();
  const TraceIndex index(trace);
  EXPECT_TRUE(index.of(1).transitions.empty());
  ASSERT_EQ(index.of(2).transitions.size(), 1u);
}

TEST(TraceIndex, LeavesItWithTheBackgroundMessageWhereTheActorSaidNothingAtThatTime) {
  TraceBuilder builder;
  builder.message(0, okta, client, "Key set").transition(client, "AwaitingKeys", "SignedIn");
  builder.after(Duration{1}).interaction(5);
  const auto trace = builder.build();
  const TraceIndex index(trace);
  ASSERT_EQ(index.of(1).transitions.size(), 1u);
  EXPECT_TRUE(index.of(2).transitions.empty());
}

TEST(TraceIndex, KeepsTimersAndUnknownMessagesLooseAndInOrder) {
  TraceBuilder builder;
  builder.interaction(1).transition_of(0, client, "Waiting", "TimedOut", "response_timeout");
  builder.note_of(99, okta, "about nothing").transition_of(-1, app, "Idle", "Idle", "event");
  const auto trace = builder.build();
  const TraceIndex index(trace);
  ASSERT_EQ(index.loose().size(), 3u);
  EXPECT_EQ(index.loose()[0].transition->event, "response_timeout");
  EXPECT_NE(index.loose()[1].note, nullptr);
  EXPECT_NE(index.loose()[2].transition, nullptr);
}

TEST(TraceIndex, LeavesOutLegsAndVerdictsOfMessagesThatDoNotExist) {
  TraceBuilder builder;
  builder.interaction(1).leg(client, okta, HttpRequest{}).verdict({});
  auto trace = builder.build();
  trace.legs[0].leg.message = 7;
  trace.verdicts[0].message = 0;
  const TraceIndex index(trace);
  EXPECT_TRUE(index.of(1).legs.empty());
  EXPECT_TRUE(index.of(1).verdicts.empty());
}

}  // namespace
}  // namespace flowsim::diagram
