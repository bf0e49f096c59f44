// Files made to hurt the reader: each ends at once, in one clear error.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>

#include "scenario/reading.hpp"
#include "support/work.hpp"

namespace flowsim::scenario {
namespace {

using testing_support::diagnostics_of;

constexpr std::size_t mebibyte = 1024 * 1024;

std::string repeated(std::string_view piece, std::size_t length) {
  std::string text;
  while (text.size() + piece.size() <= length) text += piece;
  return text;
}

std::string alias_bomb() {
  std::string text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'z'; ++name) {
    text += std::string(1, name) + ": &" + name + " [";
    for (int i = 0; i < 9; ++i) text += std::string(i == 0 ? "*" : ", *") + static_cast<char>(name - 1);
    text += "]\n";
  }
  return text;
}

/// Its text is made when its test runs: tests of other things start sooner.
struct HostileInput {
  std::string name;
  std::string (*text)();
  std::string first;  ///< how the first diagnostic starts
};

void PrintTo(const HostileInput& input, std::ostream* out) { *out << input.name; }

constexpr auto too_deep = "lists and mappings are nested deeper than 32";
constexpr auto too_many = "the file holds more than 10 000 keys and values";

const HostileInput inputs[] = {
    {"AliasBomb", [] { return alias_bomb(); }, "1:4: anchors are not allowed"},
    {"TenThousandBrackets", [] { return std::string(10'000, '['); }, too_deep},
    {"TenThousandBraces", [] { return std::string(10'000, '{'); }, too_deep},
    {"TenThousandClosedBrackets", [] { return std::string(10'000, '[') + std::string(10'000, ']'); }, too_deep},
    {"AMebibyteOfBrackets", [] { return std::string(mebibyte, '['); }, too_deep},
    {"AMebibyteOfDashes", [] { return repeated("- ", mebibyte); },
     "1:65: lists and mappings are nested deeper than 32"},
    {"AMebibyteOfQuestionMarks", [] { return repeated("? ", mebibyte); },
     "1:65: lists and mappings are nested deeper than 32"},
    {"AMebibyteOfKeysInALine", [] { return repeated("a: ", mebibyte); }, "1:5: a colon is not allowed here"},
    {"AMebibyteOfKeysInLines", [] { return repeated("a: \n", mebibyte); }, too_many},
    {"AMebibyteOfEntries", [] { return "[" + repeated("a,", mebibyte - 1); }, too_many},
    {"AMebibyteOfDocuments", [] { return repeated("---\n", mebibyte); }, "2:1: a second document starts here"},
    {"AMebibyteOfQuotes", [] { return repeated("\"a\" ", mebibyte); }, "1:1: a scenario must be a mapping"},
    {"AMebibyteOfAnchors", [] { return repeated("&a ", mebibyte); }, "1:4: anchors are not allowed"},
    {"AMebibyteOfBlanks", [] { return std::string(mebibyte, ' '); }, "0:0: the file holds no scenario"},
    {"AMebibyteOfLineFeeds", [] { return std::string(mebibyte, '\n'); }, "0:0: the file holds no scenario"},
    {"AMebibyteOfOneWord", [] { return std::string(mebibyte, 'a'); }, "1:1: a scenario must be a mapping"},
    {"AMebibyteInAQuote", [] { return "title: \"" + std::string(mebibyte - 8, 'a'); },
     "1:8: this quoted text is never closed"},
    {"MoreThanAMebibyte", [] { return std::string(mebibyte + 1, 'a'); }, "0:0: the file is larger than 1 MiB"},
    {"NulBytes", [] { return std::string(mebibyte, '\0'); }, "1:1: control character U+0000"},
    {"Utf16", [] { return std::string("\xFF\xFEt\0i\0", 6); }, "1:1: byte 0xFF is not valid UTF-8"},
};

class HostileScenario : public testing::TestWithParam<HostileInput> {};

// What reading may take grows with the text, never with what aliases or brackets would make of it.
TEST_P(HostileScenario, IsRefusedWithWorkInProportionToItsSize) {
  const auto text = GetParam().text();
  std::string listed;
  const auto work = testing_support::allocations_of([&] { listed = diagnostics_of(text); });
  const auto first = listed.substr(0, listed.find('\n'));
  EXPECT_NE(first.find(GetParam().first), std::string::npos) << first;
  EXPECT_LT(work, 20'000 + 10 * text.size());
}

INSTANTIATE_TEST_SUITE_P(Hostile, HostileScenario, testing::ValuesIn(inputs),
                         [](const auto& test) { return test.param.name; });

TEST(HostileScenario, PastABoundIsOneErrorOnly) {
  EXPECT_EQ(diagnostics_of(std::string(10'000, '[') + std::string(10'000, ']')),
            "1:33: lists and mappings are nested deeper than 32 | a scenario needs no more than four levels\n");
}

TEST(HostileScenario, MayNestThirtyTwoDeepAndIsThenJudgedByItsKeys) {
  EXPECT_EQ(diagnostics_of(std::string(32, '[') + std::string(32, ']')),
            "1:1: a scenario must be a mapping of keys to values, not a list | start with \"title: …\"\n");
}

}  // namespace
}  // namespace flowsim::scenario
