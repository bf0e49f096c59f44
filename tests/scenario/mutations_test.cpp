// Good files with random damage: the reader never fails, and every complaint points into the file.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/reading.hpp"

namespace flowsim::scenario {
namespace {

constexpr std::string_view good_file =
    "# A story.\n"
    "title: \"Sch\u00f6n \u2014 a title\"\n"
    "teaches: >-\n  one thing\n  and another\n"
    "references: [RFC 6749 \u00a710.12, 'it''s']\n"
    "seed: 7\nstart: 2026-01-05T09:00:00Z\nlatency: 40ms\n"
    "client:\n  response_type: id_token token\n  extra_parameters:\n    - display: page\n    - {ui_locales: en}\n"
    "  omit_parameters: [nonce]\n  clock_skew: -10min\n  calls_userinfo: false\n"
    "okta:\n  scopes: {openid: implicit, \"orders:read\": required}\n  session_age: 10min\n"
    "disabled_checks: [state_matches]\n"
    "expect:\n  outcome: response_rejected\n  status: 401\n  states: {client: Ready, app: Idle}\n";

constexpr std::string_view pieces[] = {"\n",  ": ",   "- ",  "[",    "]",    "{",     "}",    "\"",    "'",      "#",
                                       "&a ", "*a",   "!t ", "|\n",  ">",    "\t",    "  ",   "---\n", "...\n",  "%",
                                       "? ",  "\\x",  ",",   "null", "yes",  "0x1F",  "1e9",  "\r\n",  "\u20ac", "\x80",
                                       "@",   "\xEF", "~",   "<<: ", "a: b", "true ", "title"};

/// A position counts as inside where the line exists and the column is at most just behind its last character.
bool is_inside(const SourcePosition& position, std::string_view text) {
  if (position.line == 0) return position.column == 0;
  if (position.line < 1 || position.column < 1) return false;
  for (int line = 1; line < position.line; ++line) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
  }
  const auto columns = std::ranges::count_if(
      text.substr(0, text.find('\n')), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
  return position.column <= columns + 1;
}

std::string damaged(std::mt19937& random) {
  std::string text(good_file);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random()) % bound; };
  for (auto changes = below(4) + 1; changes > 0 && !text.empty(); --changes) {
    const auto at = below(text.size());
    switch (below(4)) {
      case 0:
        text.erase(at, below(20) + 1);
        break;
      case 1:
        text.insert(at, pieces[below(std::size(pieces))]);
        break;
      case 2:
        text[at] = static_cast<char>(below(256));
        break;
      default:
        text.insert(at, std::string(text, below(text.size()), below(40) + 1));
        break;
    }
  }
  return text;
}

TEST(DamagedScenario, StartsFromAGoodOne) { EXPECT_EQ(testing_support::diagnostics_of(good_file), ""); }

TEST(DamagedScenario, IsReadOrExplainedAtPlacesInsideTheFile) {
  std::mt19937 random(20260105);
  int good = 0;
  for (int round = 0; round < 20'000; ++round) {
    const auto text = damaged(random);
    Diagnostics diagnostics;
    const auto scenario = read_scenario(text, "test.yaml", diagnostics);
    ASSERT_EQ(scenario.has_value(), diagnostics.empty()) << text;
    for (const auto& diagnostic : diagnostics) {
      ASSERT_TRUE(is_inside(diagnostic.position, text)) << testing_support::listed({diagnostic}) << text;
      ASSERT_FALSE(diagnostic.message.empty()) << text;
      ASSERT_EQ(diagnostic.message.find("not valid YAML"), std::string::npos) << diagnostic.message << "\n" << text;
    }
    const auto in_order = [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair{a.position.line, a.position.column} < std::pair{b.position.line, b.position.column};
    };
    ASSERT_TRUE(std::ranges::is_sorted(diagnostics, in_order)) << testing_support::listed(diagnostics) << text;
    good += scenario.has_value() ? 1 : 0;
  }
  EXPECT_GT(good, 300);
  EXPECT_LT(good, 19'000);
}

TEST(DamagedScenario, MayEndAnywhere) {
  for (std::size_t length = 0; length < good_file.size(); ++length) {
    const auto text = good_file.substr(0, length);
    Diagnostics diagnostics;
    read_scenario(text, "test.yaml", diagnostics);
    for (const auto& diagnostic : diagnostics)
      ASSERT_TRUE(is_inside(diagnostic.position, text)) << testing_support::listed({diagnostic}) << text;
  }
}

}  // namespace
}  // namespace flowsim::scenario
