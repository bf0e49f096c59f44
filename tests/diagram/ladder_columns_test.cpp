// Where a ladder's lifelines stand: as far apart as captions wish, and always inside the width.
#include "diagram/ladder_columns.hpp"

#include <gmock/gmock.h>

#include "diagram/roles.hpp"
#include "support/drawings.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::diagram {
namespace {

using namespace testing_support;
using enum Participant;
using testing::ElementsAre;

SequenceDiagram between(std::vector<Participant> participants, std::vector<Element> elements = {}) {
  SequenceDiagram diagram;
  for (const auto participant : participants)
    diagram.lifelines.push_back({participant, std::string(display_name(participant))});
  diagram.walk = walk_over(std::move(elements));
  return diagram;
}

const std::vector<Participant> everybody{user, browser, client, okta, app, attacker_browser, attacker};

TEST(LadderColumns, StandInsideTheWidthLeftToRight) {
  for (std::size_t count = 1; count <= everybody.size(); ++count)
    for (int width = narrowest_ladder; width <= 200; ++width) {
      const auto diagram = between({everybody.begin(), everybody.begin() + static_cast<std::ptrdiff_t>(count)},
                                   {Arrow{1, true, user, everybody[count - 1], std::string(500, 'x'), {}, {}, {1}}});
      const auto columns = ladder_columns(diagram, width, false);
      ASSERT_EQ(columns.xs.size(), count);
      EXPECT_LE(columns.end, width);
      EXPECT_LE(columns.xs.back() + 4, width) << "an arrow to oneself needs room";
      for (std::size_t at = 0; at + 1 < count; ++at) {
        EXPECT_GE(columns.xs[at + 1] - columns.xs[at], 5);
        if (columns.boxed) {
          EXPECT_LT(columns.xs[at] + box_sides(columns, at).right,
                    columns.xs[at + 1] - box_sides(columns, at + 1).left);
        }
      }
      EXPECT_GE(columns.xs.front() - (columns.boxed ? box_sides(columns, 0).left : 0), 0);
    }
}

TEST(LadderColumns, GiveACaptionItsWishAndNoMore) {
  const auto gap = [](const std::string& caption) {
    const auto columns =
        ladder_columns(between({client, okta}, {Arrow{1, true, client, okta, caption, {}, {}, {1}}}), 100, false);
    return columns.xs[1] - columns.xs[0];
  };
  EXPECT_EQ(gap(std::string(40, 'x')), 40 + 3 + 3) << "its number, and three columns beside it";
  EXPECT_EQ(gap("x"), gap("xx"));
}

TEST(LadderColumns, ShareWhatIsMissingBetweenTheGapsThatAnArrowCrosses) {
  const auto diagram = between({user, client, okta}, {Arrow{0, false, user, okta, std::string(60, 'x'), {}, {}, {1}}});
  const auto columns = ladder_columns(diagram, 200, false);
  EXPECT_EQ(columns.xs[2] - columns.xs[0], 63);
  EXPECT_NEAR(columns.xs[2] - columns.xs[1], columns.xs[1] - columns.xs[0], 1);
}

TEST(LadderColumns, FallBackToShorterNamesWhereTheWholeOnesDoNotFit) {
  const auto names = [](int width, const std::vector<Participant>& participants) {
    return ladder_columns(between(participants), width, false).names.back();
  };
  EXPECT_THAT(names(100, {user, client, okta, app}), ElementsAre("Resource Server", "(Your App)"));
  EXPECT_THAT(names(50, {user, client, okta, app}), ElementsAre("app"));
  EXPECT_THAT(names(40, {user, browser, client, okta, app, attacker_browser}), ElementsAre("attacker", "browser"));
  EXPECT_FALSE(ladder_columns(between(everybody), 40, false).boxed);
}

TEST(LadderColumns, TakeAWidthBeyondTheirBoundsForTheBounds) {
  EXPECT_EQ(ladder_columns(between({user}), 0, false).width, narrowest_ladder);
  EXPECT_EQ(ladder_columns(between({user}), -7, false).width, narrowest_ladder);
  EXPECT_EQ(ladder_columns(between({user}), 100000, false).width, widest_ladder);
  EXPECT_EQ(ladder_columns(between({}), 80, false).end, 0);
}

}  // namespace
}  // namespace flowsim::diagram
