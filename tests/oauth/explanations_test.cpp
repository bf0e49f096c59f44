// Every check is explained, and a verdict carries the explanation where it is needed.
#include "oauth/explanations.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <utility>

#include "oauth/checks.hpp"
#include "oauth/checks/contexts.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/parameter_meanings.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(CheckExplanations, HaveARowForEveryCheckInTheSameOrder) {
  EXPECT_TRUE(std::ranges::equal(check_explanations(), all_checks(), {}, &CheckExplanation::check, &Check::name));
}

TEST(CheckExplanations, SayWhatIsProtectedWhyItFailsAndWhatToDo) {
  for (const auto& check : all_checks()) {
    const auto* row = explanation_of(check.name);
    ASSERT_NE(row, nullptr) << check.name;
    for (const auto clause : {row->protects, row->cause, row->fix}) {
      EXPECT_GT(clause.size(), 10U) << check.name;
      EXPECT_THAT(std::string(clause), AllOf(Not(EndsWith(".")), Not(HasSubstr("  ")), Not(HasSubstr(".. "))));
    }
  }
}

TEST(CheckExplanations, AreOfNoUseForOtherNames) {
  EXPECT_EQ(explanation_of("no_such_check"), nullptr);
  EXPECT_EQ(advice_on_failure("no_such_check"), "");
  EXPECT_EQ(advice_on_switching_off("no_such_check"), "");
}

TEST(Advice, IsGivenOnAFailedCheckOnly) {
  Response response;
  response.parameters.set("state", "not-the-one-you-sent");
  const auto judgement = examine(response_checks(), response.context(), {});
  ASSERT_NE(judgement.verdict.failed(), nullptr);
  EXPECT_EQ(judgement.verdict.failed()->check, "state_matches");
  EXPECT_THAT(advice_on("state_matches", judgement.verdict.failed()->status),
              AllOf(StartsWith("Likely cause: "), HasSubstr(". Fix: ")));
  for (const auto& result : judgement.verdict.results)
    EXPECT_EQ(result.violated, result.status == CheckStatus::failed) << result.check;
}

TEST(Advice, SaysOfASwitchedOffCheckWhatItWouldHaveBeenFor) {
  const std::vector<std::string> disabled{"state_matches"};
  const auto finds = [&](const Response& response) {
    const auto judgement = examine(response_checks(), response.context(), disabled);
    return *std::ranges::find(judgement.verdict.results, "state_matches", &CheckResult::check);
  };
  Response response;
  EXPECT_FALSE(finds(response).violated);
  response.parameters.set("state", "not-the-one-you-sent");
  EXPECT_TRUE(finds(response).violated);
  EXPECT_THAT(advice_on("state_matches", finds(response).status), StartsWith("What it is for: "));
}

TEST(ErrorCodes, SayWhatToDo) {
  for (const auto& code : error_codes()) {
    EXPECT_THAT(std::string(code.reaction), AllOf(Not(IsEmpty()), Not(EndsWith(".")))) << code.name;
  }
}

TEST(ParameterMeanings, OccurOnceInEachPlace) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& row : parameter_meanings()) {
    EXPECT_TRUE(seen.emplace(row.name, row.where).second) << row.name;
    EXPECT_THAT(std::string(row.meaning), AllOf(Not(IsEmpty()), Not(EndsWith(".")))) << row.name;
    EXPECT_THAT(std::string(row.clause), Not(IsEmpty())) << row.name;
  }
}

TEST(ParameterMeanings, AreFoundByTheMessageThatCarriesThem) {
  EXPECT_THAT(meaning_of_parameter("authorization_request", "scope"), testing::HasSubstr("wants to be allowed"));
  EXPECT_THAT(meaning_of_parameter("access_token_response", "scope"), testing::HasSubstr("what was granted"));
  EXPECT_THAT(meaning_of_parameter("bearer_challenge", "scope"), testing::HasSubstr("the resource needs"));
  EXPECT_EQ(meaning_of_parameter("consent_prompt", "scope"), "");
  EXPECT_EQ(meaning_of_parameter("authorization_request", "scopes"), "");
}

}  // namespace
}  // namespace flowsim::oauth::checks_test
