// A value is cut out of a scenario's text and put back so that it reads the same.
#include "teach/hidden_value.hpp"

#include <gmock/gmock.h>

#include "scenario/reading.hpp"

namespace flowsim::teach {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using testing_support::scenario_of;

const std::string hidden_text =
    "title: 'it''s \"quoted\"'\n"
    "client: {scope: openid profile, response_type: token}  # remark\n"
    "disabled_checks: [state_matches, nonce_matches]\n"
    "faults:\n"
    "  - {at: 4, do: drop}\n"
    "expect:\n"
    "  outcome: timed_out\n"
    "  last_interaction: 3\n";

HiddenValue hidden(std::string_view path) { return std::get<HiddenValue>(hide_value(hidden_text, path)); }

TEST(HiddenValue, IsShownWithoutCommentsThatCouldTellIt) {
  EXPECT_EQ(without_comments("# all\ntitle: a#b # c\n  # d\n\nuser: {name: 'x # y', password: \"p \\\" # q\"} # z\n"),
            "title: a#b\nuser: {name: 'x # y', password: \"p \\\" # q\"}\n");
}

TEST(HiddenValue, IsCutOutAtItsPath) {
  EXPECT_EQ(hidden("expect.outcome").value(), "timed_out");
  EXPECT_THAT(hidden("expect.outcome").with_blank(), HasSubstr("  outcome: ?\n"));
  EXPECT_THAT(hidden("client.scope").with_blank(), HasSubstr("{scope: ?, response_type: token}  # remark\n"));
  EXPECT_THAT(hidden("disabled_checks.2").with_blank(), HasSubstr("[state_matches, ?]"));
  EXPECT_THAT(hidden("title").with_blank(), HasSubstr("title: ?\n"));
  EXPECT_EQ(hidden("title").value(), "it's \"quoted\"");
  EXPECT_EQ(hidden("faults.1.do").value(), "drop");
}

TEST(HiddenValue, TakesAnAnswerAsItIs) {
  for (const std::string answer : {"a: b", "yes", "#", "\"", "\\", "it's", "[x]", "", "日本"})
    EXPECT_EQ(scenario_of(hidden("title").with("x" + answer)).title, "x" + answer);
  EXPECT_EQ(scenario_of(hidden("expect.last_interaction").with("4")).expect.last_interaction, 4);
}

TEST(HiddenValue, KnowsWhereItBegins) {
  constexpr std::string_view story = "title: é\nexpect: {outcome: timed_out, check: x}\n";
  const auto at = std::get<HiddenValue>(hide_value(story, "expect.check")).position();
  EXPECT_EQ(at, (SourcePosition{2, 37}));
}

TEST(HiddenValue, SaysWhatCanBeHidden) {
  const auto unknown = hide_value(hidden_text, "expect.outcom");
  EXPECT_THAT(std::get<CannotHide>(unknown).hint, HasSubstr("expect.outcome"));
  EXPECT_TRUE(std::holds_alternative<CannotHide>(hide_value(hidden_text, "client")));
  EXPECT_TRUE(std::holds_alternative<CannotHide>(hide_value(hidden_text, "disabled_checks.3")));
  EXPECT_TRUE(std::holds_alternative<CannotHide>(hide_value(hidden_text, "")));
  EXPECT_TRUE(std::holds_alternative<CannotHide>(hide_value("title: |\n  a\n", "title")));
  EXPECT_TRUE(std::holds_alternative<CannotHide>(hide_value("]", "title")));
  EXPECT_THAT(paths_to_hide(hidden_text), Contains("disabled_checks.1"));
}

TEST(HiddenValue, PutBackIsTheSameScenario) {
  for (const auto& path : paths_to_hide(hidden_text)) {
    const auto value = hidden(path);
    Diagnostics problems;
    EXPECT_TRUE(read_scenario(value.with(value.value()), "test.yaml", problems).has_value()) << path;
  }
}

}  // namespace
}  // namespace flowsim::teach
