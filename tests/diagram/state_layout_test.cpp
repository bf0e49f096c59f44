// Pictures of state machines: nothing over anything else, and narrow enough for a page.
#include "diagram/state_layout.hpp"

#include <gmock/gmock.h>

#include "support/state_pictures.hpp"

namespace flowsim::diagram {
namespace {

using namespace testing_support;
using ::testing::IsEmpty;

constexpr unsigned machines = 200;

StateLayout drawing_of(const Edges& edges) { return layout(state_diagram("machine", "A machine", edges)); }

const Edges sample_machine{"Ready",
                           {{"Ready", "request", "Waiting", "is_good", "send", false},
                            {"Ready", "request", "Refused", "not is_good", "", false},
                            {"Waiting", "retry", "Waiting", "", "send", true},
                            {"Waiting", "answer", "Served", "", "", false},
                            {"Waiting", "reset", "Ready", "", "", false}}};

TEST(StateLayout, PutsNothingOverAnythingElse) {
  for (unsigned seed = 0; seed < machines; ++seed)
    ASSERT_THAT(flaws_in(drawing_of(random_machine(seed, 30, 80))), IsEmpty()) << "seed " << seed;
}

TEST(StateLayout, FitsOnAPage) {
  for (unsigned seed = 0; seed < machines; ++seed)
    ASSERT_LE(drawing_of(random_machine(seed, 30, 80)).width, 1000) << "seed " << seed;
}

TEST(StateLayout, HasEveryStateAndEveryRow) {
  for (unsigned seed = 0; seed < machines; ++seed) {
    const auto machine = random_machine(seed, 30, 80);
    const auto drawing = drawing_of(machine);
    std::size_t rows = drawing.transitions.size(), lines = 0;
    for (const auto& state : drawing.states) rows += state.reactions.size();
    for (const auto& lane : drawing.lanes) lines += lane.sources.size();
    EXPECT_EQ(drawing.states.size(), machine.states().size());
    EXPECT_EQ(rows, machine.rows.size());
    EXPECT_EQ(lines, drawing.transitions.size());
  }
}

TEST(StateLayout, LeadsEveryLineToItsState) {
  for (unsigned seed = 0; seed < machines; ++seed) {
    const auto drawing = drawing_of(random_machine(seed, 30, 80));
    for (const auto& lane : drawing.lanes) {
      const auto& box = std::ranges::find(drawing.states, lane.to, &PlacedState::name)->box;
      EXPECT_EQ(lane.door.x, lane.ends_right ? box.left : box.right());
      EXPECT_TRUE(box.top < lane.door.y && lane.door.y < box.bottom());
      EXPECT_GE(lane.ends_right ? lane.door.x - lane.x : lane.x - lane.door.x, 12);
    }
  }
}

TEST(StateLayout, StandsStatesThatAreLeftAtTheLeftAndTheOthersAtTheRight) {
  const auto drawing = drawing_of(sample_machine);
  ASSERT_EQ(drawing.states.size(), 4U);
  EXPECT_EQ(drawing.states[0].name, "Ready");
  EXPECT_EQ(drawing.states[1].name, "Waiting");
  EXPECT_EQ(drawing.states[1].box.left, drawing.states[0].box.left);
  for (std::size_t end : {2U, 3U}) {
    EXPECT_TRUE(drawing.states[end].final);
    EXPECT_GT(drawing.states[end].box.left, drawing.transitions.front().label.box.right());
  }
}

TEST(StateLayout, LetsAllLinesToOneStateFlowTogether) {
  const auto drawing = drawing_of({"A", {{"A", "one", "B", "", "", false}, {"A", "two", "B", "", "", false}}});
  ASSERT_EQ(drawing.lanes.size(), 1U);
  EXPECT_EQ(drawing.lanes[0].sources.size(), 2U);
}

TEST(StateLayout, GrowsDownwardsWhereTheEndsAreTallerThanAllElse) {
  Edges machine{"A", {{"A", "one", "B", "", "", false}, {"A", "two", "C", "", "", false}}};
  for (const auto* end : {"B", "C"})
    for (int count = 0; count < 12; ++count) machine.rows.push_back({end, "event", end, "", "", true});
  const auto drawing = drawing_of(machine);
  EXPECT_THAT(flaws_in(drawing), IsEmpty());
  for (const auto& state : drawing.states) EXPECT_GT(state.box.top, drawing.title.box.bottom());
}

TEST(StateLayout, BreaksLongLabelsBetweenTheirParts) {
  const std::string longest(30, 'w');
  const auto set = set_label({longest, "[" + longest + "]", "/ " + longest}, 300);
  ASSERT_EQ(set.lines.size(), 3U);
  EXPECT_EQ(set.lines[1].runs, (std::vector<LabelRun>{{LabelPart::guard, "[" + longest + "]"}}));
  EXPECT_LE(set.box.width, 300);
}

TEST(StateLayout, DrawsAMachineOfOneState) {
  const auto drawing = drawing_of({"Only", {{"Only", "event", "Only", "", "", true}}});
  ASSERT_EQ(drawing.states.size(), 1U);
  EXPECT_TRUE(drawing.states[0].initial && drawing.states[0].final);
  EXPECT_THAT(flaws_in(drawing), IsEmpty());
}

}  // namespace
}  // namespace flowsim::diagram
