// A walk: moments are kept, changes are runs of their own, and undoing them gives the old run back.
#include "teach/walk.hpp"

#include "diagram/prose.hpp"
#include "teach/walking.hpp"

namespace flowsim::teach {
namespace {

Walk walk_through(const std::string& name, Detail detail = Detail::messages) {
  return session_with(name, detail).walk();
}

TEST(Walk, BeginsBeforeAnythingHappens) {
  const auto walk = walk_through("happy-path.yaml");
  EXPECT_EQ(walk.index(), 0u);
  EXPECT_EQ(walk.stop().kind, StopKind::start);
}

TEST(Walk, GoesThroughEveryStopAndBack) {
  for (const auto detail : all_details) {
    auto walk = walk_through("network/late-response.yaml", detail);
    std::size_t steps = 0;
    while (walk.next()) EXPECT_EQ(walk.index(), ++steps);
    EXPECT_EQ(steps + 1, walk.stops().size());
    while (walk.back()) EXPECT_EQ(walk.index(), --steps);
    EXPECT_EQ(steps, 0u);
  }
}

TEST(Walk, KeepsTheMomentWhenOneLooksCloserOrFromFartherAway) {
  auto walk = walk_through("happy-path.yaml", Detail::wire);
  for (std::size_t at = 0; at < walk.stops().size(); ++at) {
    walk.go(at);
    const auto moment = walk.stop().first;
    walk.zoom(Detail::overview);
    EXPECT_LE(walk.stop().first, moment);
    EXPECT_GE(walk.stop().last, moment);
    walk.zoom(Detail::wire);
    EXPECT_EQ(walk.index(), at);
  }
}

TEST(Walk, RunsTheStoryAgainForEachChangeAndLeavesItAsItWasWhenUndone) {
  auto walk = walk_through("happy-path.yaml");
  const auto before = walk.trace();
  walk.add(SwitchedCheck{"state_matches", false});
  EXPECT_NE(walk.trace(), before);
  FaultSpec drop{{4, 0, {}, 1, Participant::browser}, "drop", {}, false};
  walk.add(AddedFault{drop});
  EXPECT_EQ(walk.trace().outcome->kind, OutcomeKind::timed_out);
  EXPECT_EQ(walk.trace().header.disabled_checks, std::vector<std::string>{"state_matches"});
  EXPECT_TRUE(walk.undo());
  EXPECT_TRUE(walk.undo());
  EXPECT_FALSE(walk.undo());
  EXPECT_EQ(walk.trace(), before);
}

TEST(Walk, StaysWhereItIsIfTheRunsAgreeThatFar) {
  auto walk = walk_through("happy-path.yaml");
  walk.go(5);
  const auto moment = walk.stop();
  const auto difference = walk.add(AddedFault{{{6, 0, {}, 1, Participant::browser}, "drop", {}, false}});
  EXPECT_EQ(walk.stop(), moment);
  EXPECT_FALSE(difference.none);
  EXPECT_GT(difference.stop, walk.index());
}

TEST(Walk, StepsBackToWhereTheRunsBeginToDiffer) {
  auto walk = walk_through("happy-path.yaml");
  walk.go(walk.stops().size() - 1);
  const auto difference = walk.add(AddedFault{{{4, 0, {}, 1, Participant::browser}, "drop", {}, false}});
  EXPECT_EQ(walk.index(), difference.stop);
  EXPECT_EQ(walk.trace().message(walk.stop().message).envelope.interaction, 4);
}

TEST(Walk, StaysAtTheSameMessageWhereEverythingComesLater) {
  for (const auto detail : all_details) {
    auto walk = walk_through("happy-path.yaml", detail);
    for (std::size_t at = 0; at < walk.stops().size(); ++at) {
      walk.go(at);
      const auto stood = walk.stop();
      const auto before = walk.trace();
      walk.add(AddedFault{{{2, 0, {}, 1, Participant::browser}, "delay", {{"by", "400ms"}}, false}});
      if (stood.message != 0) {
        ASSERT_NE(walk.stop().message, 0) << at;
        EXPECT_EQ(caption_of(walk.trace().message(walk.stop().message)), caption_of(before.message(stood.message)))
            << at;
        EXPECT_EQ(walk.stop().kind, stood.kind) << at;
        const auto number = [](const Trace& trace, int leg) {
          return leg == 0 ? 0 : trace.legs[static_cast<std::size_t>(leg - 1)].number;
        };
        EXPECT_EQ(number(walk.trace(), walk.stop().leg), number(before, stood.leg)) << at;
      }
      walk.undo();
      EXPECT_EQ(walk.stop(), stood);
    }
  }
}

TEST(Walk, ReturnsToWhereOneStoodWhenAChangeIsUndone) {
  auto walk = walk_through("happy-path.yaml");
  walk.go(9);
  walk.add(AddedFault{{{1, 0, {}, 1, Participant::browser}, "drop", {}, false}});
  EXPECT_LE(walk.stop().at, walk.trace().end.at);
  walk.go(0);
  walk.undo();
  EXPECT_EQ(walk.index(), 9u);
}

TEST(Walk, ExpectsWhatAChangedStoryComesTo) {
  auto walk = walk_through("happy-path.yaml");
  walk.add(AddedFault{{{4, 0, {}, 1, Participant::browser}, "drop", {}, false}});
  EXPECT_EQ(walk.scenario().expect.outcome, OutcomeKind::timed_out);
  for (const auto& expectation : walk.trace().expectations) EXPECT_TRUE(expectation.met) << expectation.subject;
  EXPECT_EQ(walk.original().expect.outcome, OutcomeKind::resource_served);
}

TEST(Walk, LetsFaultsOfTheStoryMissThatNoLongerStrike) {
  auto walk = walk_through("attacks/csrf-redirect-uri.yaml");
  walk.add(AddedFault{{{1, 0, {}, 1, Participant::browser}, "drop", {}, false}});
  for (const auto& fault : walk.trace().faults) EXPECT_TRUE(fault.struck || fault.may_miss) << fault.verb;
}

}  // namespace
}  // namespace flowsim::teach
