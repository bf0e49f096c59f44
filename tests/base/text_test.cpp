// Splitting, guessing, shortening and showing text.
#include "base/text.hpp"

#include <gtest/gtest.h>

#include <array>

#include "base/utf8.hpp"

namespace flowsim::base {
namespace {

using Words = std::vector<std::string_view>;
using namespace std::string_view_literals;

TEST(Text, SplitsIntoWordsAndLeavesEmptyOnesOut) {
  EXPECT_EQ(split_words("openid  profile "), (Words{"openid", "profile"}));
  EXPECT_EQ(split_words("a,b,,c", ','), (Words{"a", "b", "c"}));
  EXPECT_EQ(split_words(""), Words{});
  EXPECT_EQ(split_words("   "), Words{});
  EXPECT_EQ(split_words("one"), Words{"one"});
}

TEST(Text, JoinsWithTheSeparatorBetween) {
  EXPECT_EQ(join(std::array{"a"sv, "b"sv, "c"sv}, ", "), "a, b, c");
  EXPECT_EQ(join(std::vector<std::string>{"", ""}, "-"), "-");
  EXPECT_EQ(join(std::span<const std::string>{}, ", "), "");
}

TEST(NearestName, IsTheOneThatWasMeant) {
  constexpr std::array names{"drop"sv, "delay"sv, "duplicate"sv, "state_matches"sv, "at"sv};
  struct Row {
    std::string_view word, expected;
  };
  for (const auto& [word, expected] : {
           Row{"drop", "drop"},
           Row{"dorp", "drop"},
           Row{"drp", "drop"},
           Row{"dropp", "drop"},
           Row{"dupilcate", "duplicate"},
           Row{"state_match", "state_matches"},
           Row{"a", "at"},
           Row{"ta", "at"},
       })
    EXPECT_EQ(nearest_name(word, names), expected) << word;
}

TEST(NearestName, IsNoneWhereNothingIsNear) {
  constexpr std::array names{"drop"sv, "delay"sv};
  for (const auto word : {"", "xy", "prod", "redirect_uri"}) EXPECT_EQ(nearest_name(word, names), std::nullopt) << word;
  EXPECT_EQ(nearest_name("drop", {}), std::nullopt);
}

TEST(NearestName, IsTheFirstOfEquals) {
  EXPECT_EQ(nearest_name("bat", std::array{"cat"sv, "hat"sv}), "cat");
  EXPECT_EQ(nearest_name("bat", std::array{"hat"sv, "cat"sv}), "hat");
}

TEST(NearestName, ComparesNothingLongerThan64Bytes) {
  const std::string at_limit(64, 'x'), beyond(65, 'x');
  const std::array<std::string_view, 1> long_name{at_limit};
  EXPECT_EQ(nearest_name(at_limit, long_name), at_limit);
  EXPECT_EQ(nearest_name(beyond, long_name), std::nullopt);
  const std::string huge(1'000'000, 'x');
  const std::array<std::string_view, 1> huge_name{huge};
  EXPECT_EQ(nearest_name(huge, huge_name), std::nullopt);
}

TEST(Shortened, KeepsUpTo16CharactersWhole) {
  EXPECT_EQ(shortened(""), "");
  EXPECT_EQ(shortened("0123456789abcdef"), "0123456789abcdef");
  EXPECT_EQ(shortened("€€€€€€€€€€€€€€€€"), "€€€€€€€€€€€€€€€€");
}

TEST(Shortened, ShowsThreeCharactersAndTheLength) {
  EXPECT_EQ(shortened("0123456789abcdefg"), "012…(17)");
  EXPECT_EQ(shortened("kV3" + std::string(40, 'x')), "kV3…(43)");
  EXPECT_EQ(shortened("€€€€€€€€€€€€€€€€€"), "€€€…(17)");
  EXPECT_EQ(shortened(std::string(20, '\xFF')), "\xFF\xFF\xFF…(20)");
}

TEST(Visible, LeavesPrintableTextAlone) {
  for (const auto text : {"", "plain", "Grüße, 世界 🎉", "back\\slash", "e\u0301"}) EXPECT_EQ(visible(text), text);
}

TEST(Visible, WritesEveryControlCharacterAsAnEscape) {
  struct Row {
    std::string_view text, shown;
  };
  for (const auto& [text, shown] : {
           Row{"a\nb", "a\\x0Ab"},
           Row{"\t", "\\x09"},
           Row{"\x1b[31m", "\\x1B[31m"},
           Row{"\0"sv, "\\x00"},
           Row{"\x7F", "\\x7F"},
           Row{"\u0085", "\\u{0085}"},
           Row{"\u009B", "\\u{009B}"},
           Row{"abc\u202Etxt", "abc\\u{202E}txt"},
           Row{"\u2066", "\\u{2066}"},
           Row{"\u061C", "\\u{061C}"},
           Row{"zero\u200Bwidth", "zero\\u{200B}width"},
           Row{"\uFEFF", "\\u{FEFF}"},
           Row{"\u2028", "\\u{2028}"},
           Row{"\u00AD", "\\u{00AD}"},
           Row{"\u3164", "\\u{3164}"},
           Row{"\U000E0041", "\\u{E0041}"},
       })
    EXPECT_EQ(visible(text), shown);
}

struct BrokenText {
  std::string_view name, text, shown;
  std::size_t at;
};

constexpr BrokenText broken_texts[] = {
    {"LoneContinuation", "a\x80", "a\\x80", 1},
    {"CutSequence", "ab\xE2\x82", "ab\\xE2\\x82", 2},
    {"OverlongSlash", "\xC0\xAF", "\\xC0\\xAF", 0},
    {"OverlongOfThree", "\xE0\x80\xAF", "\\xE0\\x80\\xAF", 0},
    {"OverlongOfFour", "\xF0\x80\x80\xAF", "\\xF0\\x80\\x80\\xAF", 0},
    {"OverlongNul", "x\xC0\x80", "x\\xC0\\x80", 1},
    {"Surrogate", "\xED\xA0\x80", "\\xED\\xA0\\x80", 0},
    {"BeyondUnicode", "\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80", 0},
    {"FiveBytes", "\xF8\x88\x80\x80\x80", "\\xF8\\x88\\x80\\x80\\x80", 0},
    {"Latin1", "caf\xE9!", "caf\\xE9!", 3},
    {"ByteFF", "€\xFF€", "€\\xFF€", 3},
};

class Broken : public testing::TestWithParam<BrokenText> {};

TEST_P(Broken, IsFoundAndShownByteByByte) {
  EXPECT_EQ(invalid_utf8_at(GetParam().text), GetParam().at);
  EXPECT_EQ(visible(GetParam().text), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(Utf8, Broken, testing::ValuesIn(broken_texts),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Utf8, AcceptsTheBoundsOfEachLength) {
  struct Row {
    std::string_view text;
    char32_t value;
  };
  for (const auto& [text, value] : {Row{"\0"sv, 0}, Row{"\x7F", 0x7F}, Row{"\u0080", 0x80}, Row{"\u07FF", 0x7FF},
                                    Row{"\u0800", 0x800}, Row{"\uD7FF", 0xD7FF}, Row{"\uE000", 0xE000},
                                    Row{"\uFFFF", 0xFFFF}, Row{"\U00010000", 0x10000}, Row{"\U0010FFFF", 0x10FFFF}}) {
    const auto character = code_point_at(text, 0);
    EXPECT_TRUE(character.valid);
    EXPECT_EQ(character.value, value);
    EXPECT_EQ(character.length, text.size());
    EXPECT_EQ(invalid_utf8_at(text), std::nullopt);
  }
}

TEST(DisplayWidth, CountsColumns) {
  struct Row {
    std::string_view text;
    std::size_t columns;
  };
  for (const auto& [text, columns] :
       {Row{"", 0}, Row{"abc", 3}, Row{"Grüße", 5}, Row{"世界", 4}, Row{"🎉", 2}, Row{"e\u0301", 1}, Row{"한글", 4},
        Row{"\u1112\u1161\u11ab", 2}, Row{"ﾊﾝ", 2}, Row{"ｆｕ", 4}, Row{"a\u200Bb", 2}, Row{"─▶✓…", 4}, Row{"\t", 0},
        Row{"\xFF\xFE", 2}, Row{"\u0378", 1}})
    EXPECT_EQ(display_width(text), columns) << text;
}

}  // namespace
}  // namespace flowsim::base
