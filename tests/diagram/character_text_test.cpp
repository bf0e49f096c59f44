// Texts of drawings made of characters: whole, visible, broken by columns.
#include "diagram/character_text.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace flowsim::diagram {
namespace {

using testing::ElementsAre;

struct Shown {
  const char *text, *unicode, *ascii;
};

TEST(CharacterText, ShowsWhatATerminalWouldActOnOrHide) {
  for (const auto& [text, unicode, ascii] :
       {Shown{"plain", "plain", "plain"}, Shown{"\x1b[31m", "\\x1B[31m", "\\x1B[31m"}, Shown{"\xff", "\\xFF", "\\xFF"},
        Shown{"\xe2\x80\xae", "\\u{202E}", "\\u{202E}"}, Shown{"⚠️", "⚠\\u{FE0F}", "\\u{26A0}\\u{FE0F}"},
        Shown{"ukd…(43) §4.2 — a → b", "ukd…(43) §4.2 — a → b", "ukd...(43) section 4.2 -- a -> b"},
        Shown{"日本 é", "日本 é", "\\u{65E5}\\u{672C} \\u{00E9}"}, Shown{"\xcc\x81", "◌\xcc\x81", "\\u{0301}"},
        Shown{"a \xcc\x81", "a ◌\xcc\x81", "a \\u{0301}"}, Shown{"e\xcc\x81", "e\xcc\x81", "e\\u{0301}"}}) {
    EXPECT_EQ(character_text(text, false), unicode);
    EXPECT_EQ(character_text(text, true), ascii);
  }
}

TEST(CharacterText, BreaksAtSpacesAndInsideWordsThatAreTooLong) {
  EXPECT_THAT(character_lines("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(character_lines("a abcdefghij b", 4), ElementsAre("a", "abcd", "efgh", "ij", "b"));
  EXPECT_THAT(character_lines("", 7), ElementsAre(""));
}

TEST(CharacterText, BreaksAddressesBehindTheirParts) {
  EXPECT_THAT(character_lines("https://a.example/authorize", 20), ElementsAre("https://a.example/", "authorize"));
  EXPECT_THAT(character_lines("?a=bcdefghijklmnopq", 10), ElementsAre("?a=bcdefgh", "ijklmnopq"))
      << "a piece less than half full is worse";
}

TEST(CharacterText, CountsColumnsNotBytes) {
  EXPECT_THAT(character_lines("日本日本日", 5), ElementsAre("日本", "日本", "日"));
  const std::string marked = "e\xcc\x81\xcc\x81";
  EXPECT_THAT(character_lines(marked + marked + marked, 2), ElementsAre(marked + marked, marked));
  EXPECT_EQ(widest({"a", "日本", "abc"}), 4u);
  EXPECT_EQ(longest_word("a 日本 abc"), 4u);
}

}  // namespace
}  // namespace flowsim::diagram
