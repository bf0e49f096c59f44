// Results say where a rule does not hold, also that of a check that is switched off.
#include <gmock/gmock.h>

#include <algorithm>

#include "oauth/checks.hpp"
#include "oauth/checks/contexts.hpp"

namespace flowsim::oauth::checks_test {
namespace {

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

}  // namespace
}  // namespace flowsim::oauth::checks_test
