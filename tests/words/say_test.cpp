// Sentences are made of entries of the catalogue and the values of a phrase.
#include "words/say.hpp"

#include <gtest/gtest.h>

namespace flowsim::words {
namespace {

TEST(Say, PutsValuesIntoTheirPlaces) {
  EXPECT_EQ(say({"found.named_absent", {"azp"}}), "azp absent");
  EXPECT_EQ(say({"found.times", {"scope", "2"}}), "scope 2 times");
  EXPECT_EQ(say({"found.claim", {"aud", ""}}), "aud empty");
  EXPECT_EQ(say({"found.text", {""}}), "");
  EXPECT_EQ(say({}), "");
}

TEST(Say, CutsLongValuesBetweenCharacters) {
  const std::string eighty(80, 'a');
  EXPECT_EQ(say({"found.value", {eighty}}), eighty);
  EXPECT_EQ(say({"found.value", {eighty + "a"}}), eighty + "…");
  EXPECT_EQ(say({"found.value", {eighty.substr(1) + "世界"}}), eighty.substr(1) + "…");
}

TEST(Say, ShortensSecrets) {
  EXPECT_EQ(say({"found.secret", {"kV3abcdefghijklmnopqrst"}}), "kV3…(23)");
  EXPECT_EQ(say({"found.secret", {""}}), "empty");
  EXPECT_EQ(say({"found.other_secret", {"kV3abcdefghijklmnopqrst", "4"}}), "kV3…(23), differing from character 4 on");
}

TEST(Say, ShowsTimes) {
  EXPECT_EQ(say({"found.exp_after", {"1767603600000", "120000"}}), "exp after 2026-01-05T09:00:00Z (leeway 2min)");
  EXPECT_EQ(say({"found.moment", {"exp", "1767603600", "1767604320000"}}), "exp 2026-01-05T09:00:00Z, 12 min ago");
  EXPECT_EQ(say({"found.moment", {"exp", "1767603600", "1767600000000"}}), "exp 2026-01-05T09:00:00Z, in 1 h");
  EXPECT_EQ(say({"found.moment", {"exp", "1767603600", "1767603600999"}}), "exp 2026-01-05T09:00:00Z, now");
  EXPECT_EQ(say({"found.moment", {"exp", "-1", "0"}}), "exp -1") << "no year has it";
  EXPECT_EQ(say({"found.signed_in", {"-86400000"}}), "signed in 1 d ago");
}

TEST(Say, ListsAllValues) {
  EXPECT_EQ(say({"found.of", {"code", "token"}}), "of code, token");
  EXPECT_EQ(say({"found.kid_either", {"a", "b", "c"}}), "kid a or b or c");
}

TEST(Say, CopesWithWhatATraceFromElsewhereMayHold) {
  EXPECT_EQ(say({"no.such.entry", {"x"}}), "no.such.entry");
  EXPECT_EQ(say({"found.times", {}}), "empty  times");
  EXPECT_EQ(say({"found.exp_after", {"soon", "x"}}), "exp after soon (leeway x)");
}

TEST(Say, CanSayWhatIsThereWithAllItsValues) {
  EXPECT_TRUE(can_say({"found.times", {"scope", "2"}}));
  EXPECT_FALSE(can_say({"found.times", {"scope"}}));
  EXPECT_FALSE(can_say({"found.times", {"scope", "2", "3"}}));
  EXPECT_FALSE(can_say({"found.moment", {"exp", "1"}}));
  EXPECT_TRUE(can_say({"found.list", {}}));
  EXPECT_FALSE(can_say({"no.such.entry", {}}));
  EXPECT_FALSE(can_say({}));
}

}  // namespace
}  // namespace flowsim::words
