// Results say where a rule does not hold; error codes and parameters are explained.
#include "oauth/error_codes.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <utility>

#include "oauth/checks.hpp"
#include "oauth/checks/contexts.hpp"
#include "oauth/parameter_meanings.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::IsEmpty;
using testing::Not;

TEST(Results, AreViolatedWhereACheckFailed) {
  Response response;
  response.parameters.set("state", "not-the-one-you-sent");
  const auto judgement = examine(response_checks(), response.context(), {});
  ASSERT_NE(judgement.verdict.failed(), nullptr);
  EXPECT_EQ(judgement.verdict.failed()->check, "state_matches");
  for (const auto& result : judgement.verdict.results)
    EXPECT_EQ(result.violated, result.status == CheckStatus::failed) << result.check;
}

TEST(Results, AreViolatedAlsoWhereACheckThatWouldFailIsSwitchedOff) {
  const std::vector<std::string> disabled{"state_matches"};
  const auto finds = [&](const Response& response) {
    const auto judgement = examine(response_checks(), response.context(), disabled);
    return *std::ranges::find(judgement.verdict.results, "state_matches", &CheckResult::check);
  };
  Response response;
  EXPECT_FALSE(finds(response).violated);
  response.parameters.set("state", "not-the-one-you-sent");
  EXPECT_TRUE(finds(response).violated);
  EXPECT_EQ(finds(response).status, CheckStatus::switched_off);
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
