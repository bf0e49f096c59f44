// Wrapping takes spaces away only where it breaks a line; levels have names.
#include "diagram/prose.hpp"

#include <gmock/gmock.h>

#include "diagram/detail.hpp"

namespace flowsim::diagram {
namespace {

using ::testing::ElementsAre;

TEST(Wrapped, BreaksAtSpaces) { EXPECT_THAT(wrapped("one two three", 7), ElementsAre("one two", "three")); }
TEST(Wrapped, GivesALongWordItsOwnLine) {
  EXPECT_THAT(wrapped("a longerword b", 4), ElementsAre("a", "longerword", "b"));
}
TEST(Wrapped, KeepsEverySpaceInsideALine) { EXPECT_THAT(wrapped(" a  b ", 20), ElementsAre(" a  b ")); }
TEST(Wrapped, MakesOneEmptyLineOfNothing) { EXPECT_THAT(wrapped("", 20), ElementsAre("")); }
TEST(Wrapped, CountsColumnsNotBytes) { EXPECT_THAT(wrapped("ééé ééé", 7), ElementsAre("ééé ééé")); }

TEST(Detail, IsFoundByItsName) {
  for (const auto detail : all_details) EXPECT_EQ(detail_named(name_of(detail)), detail);
  EXPECT_EQ(detail_named("messages"), Detail::messages);
  EXPECT_FALSE(detail_named("everything"));
}

TEST(RoughDuration, HasTwoUnitsAtMost) {
  for (const auto& [milliseconds, text] : {std::pair{0, "0 ms"},
                                           {850, "850 ms"},
                                           {2000, "2 s"},
                                           {2640, "2.6 s"},
                                           {59999, "59 s"},
                                           {60000, "1 min"},
                                           {114300, "1 min 54 s"},
                                           {3600000, "1 h"},
                                           {7512345, "2 h 5 min"},
                                           {90000000, "1 d 1 h"}})
    EXPECT_EQ(rough_duration(Duration{milliseconds}), text);
}

}  // namespace
}  // namespace flowsim::diagram
