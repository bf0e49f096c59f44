// Parameters and participants in words: the rows of the catalogue's tables are found.
#include "diagram/parameter_meanings.hpp"

#include <gmock/gmock.h>

#include <set>
#include <utility>

#include "diagram/roles.hpp"

namespace flowsim::diagram {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(ParameterMeanings, OccurOnceInEachPlace) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& row : parameter_meanings()) {
    EXPECT_TRUE(seen.emplace(row.name, row.where).second) << row.name;
    EXPECT_THAT(std::string(row.meaning), AllOf(Not(IsEmpty()), Not(EndsWith(".")))) << row.name;
    EXPECT_THAT(std::string(row.where), Not(IsEmpty())) << row.name;
    EXPECT_THAT(std::string(row.clause), Not(IsEmpty())) << row.name;
  }
  EXPECT_GT(seen.size(), 40U);
}

TEST(ParameterMeanings, AreFoundByTheMessageThatCarriesThem) {
  EXPECT_THAT(meaning_of_parameter("authorization_request", "scope"), HasSubstr("wants to be allowed"));
  EXPECT_THAT(meaning_of_parameter("access_token_response", "scope"), HasSubstr("what was granted"));
  EXPECT_THAT(meaning_of_parameter("bearer_challenge", "scope"), HasSubstr("the resource needs"));
  EXPECT_EQ(meaning_of_parameter("consent_prompt", "scope"), "");
  EXPECT_EQ(meaning_of_parameter("authorization_request", "scopes"), "");
}

TEST(DisplayName, IsThatOfTheDiagram) {
  EXPECT_EQ(display_name(Participant::user), "Resource Owner (User)");
  EXPECT_EQ(display_name(Participant::browser), "Browser");
  EXPECT_EQ(display_name(Participant::client), "Client");
  EXPECT_EQ(display_name(Participant::okta), "Authorization Server (Okta)");
  EXPECT_EQ(display_name(Participant::app), "Resource Server (Your App)");
  EXPECT_EQ(display_name(Participant::attacker), "Attacker");
  EXPECT_EQ(display_name(Participant::attacker_browser), "Attacker's browser");
}

}  // namespace
}  // namespace flowsim::diagram
