// What scalars without quotes are taken for.
#include "scenario/plain_scalar.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace flowsim::scenario {
namespace {

TEST(PlainScalar, IsANumberInEveryNotationOfTheCoreSchema) {
  for (const std::string_view text :
       {"0", "-5", "+5", "007", "1.5", ".5", "5.", "1e3", "-1.5E-3", "0x1F", "0o17", ".inf", "-.INF", ".NaN"})
    EXPECT_EQ(meaning_of_plain(text), PlainMeaning::number) << text;
}

TEST(PlainScalar, IsATextWhereItOnlyResemblesANumber) {
  for (const std::string_view text :
       {"40ms", "1e", "e3", ".", "-", "+", "0x", "0xG", "0o8", "1_000", "1.2.3", "-0x1F", "inf", "2026-01-05", ""})
    EXPECT_EQ(meaning_of_plain(text), PlainMeaning::text) << text;
}

TEST(PlainScalar, IsABooleanInThreeCasesOnly) {
  for (const std::string_view text : {"true", "True", "TRUE", "false", "False", "FALSE"})
    EXPECT_EQ(meaning_of_plain(text), PlainMeaning::boolean) << text;
  EXPECT_EQ(meaning_of_plain("tRUE"), PlainMeaning::text);
}

TEST(PlainScalar, IsASwitchWordWhereYamlVersionsDisagree) {
  for (const std::string_view text : {"yes", "No", "ON", "off"})
    EXPECT_EQ(meaning_of_plain(text), PlainMeaning::switch_word) << text;
  EXPECT_EQ(meaning_of_plain("yES"), PlainMeaning::text);
}

TEST(PlainScalar, MeansTrueWhenItSaysYesOrOn) {
  for (const std::string_view text : {"true", "Yes", "ON"}) EXPECT_TRUE(means_true(text)) << text;
  for (const std::string_view text : {"false", "No", "OFF", "1"}) EXPECT_FALSE(means_true(text)) << text;
}

TEST(DecimalInteger, HasNeitherPlusSignNorLeadingZeros) {
  EXPECT_EQ(decimal_integer("0"), 0);
  EXPECT_EQ(decimal_integer("-40"), -40);
  EXPECT_EQ(decimal_integer("9223372036854775807"), 9223372036854775807);
  for (const std::string_view text :
       {"", "-", "+5", "05", "-05", "00", "1.0", "1e3", "0x1F", "5 ", "9223372036854775808"})
    EXPECT_EQ(decimal_integer(text), std::nullopt) << text;
}

}  // namespace
}  // namespace flowsim::scenario
