// Line breaking and widths.
#include "diagram/typeset.hpp"

#include <gmock/gmock.h>

namespace flowsim::diagram {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts(const std::vector<TextLine>& lines) {
  std::vector<std::string> found;
  for (const auto& line : lines) {
    found.emplace_back();
    for (const auto& run : line.runs) found.back() += run.text;
  }
  return found;
}

TEST(Typeset, KeepsWhatFitsOnOneLine) {
  EXPECT_THAT(texts(typeset("Access token request", Face::plain, 13, 400)), ElementsAre("Access token request"));
}

TEST(Typeset, BreaksAtSpacesAndTakesOneAway) {
  EXPECT_THAT(texts(typeset("aaaa bbbb  cccc", Face::plain, 10, 60)), ElementsAre("aaaa bbbb ", "cccc"));
}

TEST(Typeset, BreaksAWordOnlyWhereItAloneIsTooWide) {
  EXPECT_THAT(texts(typeset("aa iiiimmmm", Face::plain, 10, 40)), ElementsAre("aa", "iiiimm", "mm"));
}

TEST(Typeset, GivesACharacterWiderThanTheLineALineOfItsOwn) {
  EXPECT_THAT(texts(typeset("日本", Face::plain, 10, 5)), ElementsAre("日", "本"));
}

TEST(Typeset, BreaksAnAddressBeforeOneOfItsSigns) {
  EXPECT_THAT(texts(typeset("https://example.okta.com/oauth2/default?scope=openid", Face::plain, 10, 150)),
              ElementsAre("https://example.okta.com", "/oauth2/default?scope", "=openid"));
}

TEST(Typeset, IsNeverWiderThanAsked) {
  for (const auto* text : {"The response carried a state this browser never sent", "https://spa.example.com/callback",
                           "日本語のテキスト", "a  b   c    d", "MMMMMMMMMMMMMMMMMMMMMMMMMM"})
    for (const int width : {30, 77, 200})
      for (const auto& line : typeset(text, Face::bold, 13, width)) EXPECT_LE(line.width, width) << text;
}

TEST(Typeset, SetsPathsAndParametersInTheMonospacedFace) {
  const auto lines = typeset("Access token request to /authorize with redirect_uri", Face::plain, 13, 900);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0].runs,
              ElementsAre(diagram::Run{"Access token request to ", false}, diagram::Run{"/authorize", true},
                          diagram::Run{" with ", false}, diagram::Run{"redirect_uri", true}));
}

TEST(Typeset, ShowsControlsAsTextAndNothingAsAnEmptyLine) {
  EXPECT_THAT(texts(typeset("a\nb\x1b", Face::plain, 13, 900)), ElementsAre("a\\x0Ab\\x1B"));
  EXPECT_THAT(texts(typeset("", Face::plain, 13, 900)), ElementsAre(""));
}

TEST(Typeset, CountsLongWordsWithoutOverflow) {
  const auto lines = typeset(std::string(400'000, 'm'), Face::plain, 13, 4000);
  EXPECT_GT(lines.size(), 1000u);
  for (const auto& line : lines) ASSERT_LE(line.width, 4000);
}

TEST(TypesetEvenly, LeavesNoLastWordAlone) {
  const auto* const caption = "Access token response (attacker's browser)";
  EXPECT_THAT(texts(typeset(caption, Face::plain, 13, 240)),
              ElementsAre("Access token response (attacker's", "browser)"));
  EXPECT_THAT(texts(typeset_evenly(caption, Face::plain, 13, 240)),
              ElementsAre("Access token response", "(attacker's browser)"));
}

TEST(TypesetEvenly, BreaksNoWordForTheSakeOfEvenness) {
  EXPECT_THAT(texts(typeset_evenly("FetchingMetadata, session 2", Face::bold, 11, 130)),
              ElementsAre("FetchingMetadata,", "session 2"));
}

TEST(TypesetEvenly, HasAsManyLinesAsNeeded) {
  for (const auto* text : {"", "a", "one two three four five six seven", "MMMMMMMMMMMMMMMMMMMMMMMM", "a  b   c    d"})
    for (const int width : {20, 50, 90, 300})
      EXPECT_EQ(typeset_evenly(text, Face::plain, 13, width).size(), typeset(text, Face::plain, 13, width).size());
}

struct Measured {
  const char* text;
  Face face;
  int width;
};

TEST(Typeset, MeasuresInTheWidestOfTheTypefaces) {
  for (const auto& [text, face, width] :
       {Measured{"i", Face::plain, 28}, Measured{"W", Face::plain, 99}, Measured{" ", Face::plain, 32},
        Measured{"W", Face::bold, 114}, Measured{"a_", Face::plain, 115}, Measured{"é", Face::plain, 70},
        Measured{"日", Face::plain, 100}, Measured{"…", Face::plain, 100}, Measured{"e\u0301", Face::plain, 62}})
    EXPECT_EQ(widest(typeset(text, face, 100, 1000)), width) << text;
}

}  // namespace
}  // namespace flowsim::diagram
