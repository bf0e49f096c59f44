// State diagrams: every row once, in a box or on an arrow.
#include "diagram/state_diagram.hpp"

#include <gtest/gtest.h>

namespace flowsim::diagram {
namespace {

const Edges small_machine{"Ready",
                          {{"Ready", "request", "Waiting", "is_good", "send", false},
                           {"Ready", "request", "Refused", "not is_good", "", false},
                           {"Waiting", "retry", "Waiting", "", "send", true},
                           {"Waiting", "reset", "Waiting", "", "", false},
                           {"Ready", "nudge", "Waiting", "", "", false},
                           {"Refused", "request", "Refused", "", "", true}}};

TEST(StateDiagram, HasTheInitialStateFirstAndKnowsTheFinalOnes) {
  const auto diagram = state_diagram("client", "Client", small_machine);
  EXPECT_EQ(diagram.name, "client");
  EXPECT_EQ(diagram.title, "Client");
  EXPECT_EQ(diagram.initial, "Ready");
  EXPECT_EQ(diagram.states,
            (std::vector<StateBox>{
                {"Ready", false, {}}, {"Waiting", true, {{"retry", "/ send"}}}, {"Refused", true, {{"request"}}}}));
}

TEST(StateDiagram, HasOneArrowForAllRowsBetweenTwoStates) {
  EXPECT_EQ(state_diagram("client", "Client", small_machine).arrows,
            (std::vector<StateArrow>{{"Ready", "Waiting", {{"request", "[is_good]", "/ send"}, {"nudge"}}},
                                     {"Ready", "Refused", {{"request", "[not is_good]"}}},
                                     {"Waiting", "Waiting", {{"reset"}}}}));
}

}  // namespace
}  // namespace flowsim::diagram
