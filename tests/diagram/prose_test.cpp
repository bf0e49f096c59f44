// Wrapping takes spaces away only where it breaks a line; levels have names.
#include "diagram/prose.hpp"

#include <gmock/gmock.h>

#include "diagram/detail.hpp"

namespace flowsim {
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

}  // namespace
}  // namespace flowsim
