// The order in which states are read.
#include "diagram/state_order.hpp"

#include <gmock/gmock.h>

namespace flowsim::diagram {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> order_of(const Edges& table) {
  const auto diagram = state_diagram("machine", "A machine", table);
  std::vector<std::string> names;
  for (const auto* state : reading_order(diagram)) names.push_back(state->name);
  return names;
}

Edge way(const std::string& from, const std::string& to) { return {from, "event", to, "", "", false}; }

TEST(ReadingOrder, FollowsTheLongestWay) {
  EXPECT_THAT(order_of({"A", {way("A", "B"), way("A", "C"), way("C", "B"), way("B", "D")}}),
              ElementsAre("A", "C", "B", "D"));
}

TEST(ReadingOrder, LeavesWaysBackOutOfAccount) {
  EXPECT_THAT(order_of({"A", {way("A", "B"), way("B", "C"), way("C", "B"), way("C", "A"), way("C", "D")}}),
              ElementsAre("A", "B", "C", "D"));
}

TEST(ReadingOrder, HasTheStatesThatNothingLeavesLast) {
  EXPECT_THAT(order_of({"A", {way("A", "End"), way("A", "B"), way("B", "Stop"), way("B", "End")}}),
              ElementsAre("A", "B", "End", "Stop"));
}

TEST(ReadingOrder, KnowsStatesThatNothingLeadsTo) {
  EXPECT_THAT(order_of({"A", {way("A", "B"), way("X", "B"), way("B", "B")}}), ElementsAre("A", "X", "B"));
}

}  // namespace
}  // namespace flowsim::diagram
