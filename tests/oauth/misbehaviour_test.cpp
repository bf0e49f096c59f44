// The table of misbehaviours, and how they change what checks find.
#include <gmock/gmock.h>

#include <set>

#include "oauth/checks.hpp"

namespace flowsim::oauth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Misbehaviours, AreNamedOnceInSnakeCaseAndSaidWithoutAFullStop) {
  std::set<std::string_view> names;
  for (const auto& row : misbehaviours()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_EQ(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789"), std::string_view::npos);
    EXPECT_EQ(misbehaviour_named(row.name), &row);
    EXPECT_FALSE(row.evidence.empty()) << row.name;
    EXPECT_TRUE(row.interaction >= 1 && row.interaction <= 6) << row.name;
  }
  EXPECT_EQ(misbehaviour_named("bug"), nullptr);
}

template <class Context>
void expect_known_names() {
  EXPECT_FALSE(deviations<Context>().empty());
  for (const auto& row : deviations<Context>()) {
    const auto* misbehaviour = misbehaviour_named(row.misbehaviour);
    const auto* check = check_named(row.check);
    ASSERT_TRUE(misbehaviour != nullptr && check != nullptr) << row.misbehaviour << " " << row.check;
    EXPECT_EQ(misbehaviour->actor, check->actor) << row.misbehaviour;
    EXPECT_EQ(misbehaviour->interaction, check->interaction) << row.misbehaviour;
  }
}

TEST(Misbehaviours, DeviateFromChecksOfTheirOwnActorAndInteraction) {
  expect_known_names<AuthorizationRequestContext>();
  expect_known_names<ResponseContext>();
  expect_known_names<IdTokenContext>();
  expect_known_names<AccessTokenContext>();
}

TEST(Misbehaviours, TellOnceThatTheyWereUsed) {
  Misbehaviours had;
  had.add("redirect_307");
  EXPECT_TRUE(had.has("redirect_307"));
  EXPECT_FALSE(had.has("errors_in_query"));
  EXPECT_THAT(had.newly_used(), IsEmpty());
  const Defences defences({}, &had);
  EXPECT_TRUE(defences.misbehaves("redirect_307") && defences.misbehaves("redirect_307"));
  EXPECT_FALSE(defences.misbehaves("errors_in_query"));
  EXPECT_THAT(had.newly_used(), ElementsAre("redirect_307"));
  EXPECT_THAT(had.newly_used(), IsEmpty());
}

class StateOnlyIfPresent : public testing::Test {
 protected:
  CheckResult result(const Parameters& response) {
    had_.add("state_only_if_present");
    const auto judgement =
        examine(response_checks(), {response, &transaction_, false}, Defences(disabled_, &had_)).verdict;
    for (const auto& result : judgement.results)
      if (result.check == "state_matches") return result;
    return {};
  }

  Transaction transaction_{"s", "n", "", "token", {}, {}, {}};
  std::vector<std::string> disabled_;
  Misbehaviours had_;
};

TEST_F(StateOnlyIfPresent, OverlooksAnAbsentState) {
  const auto overlooked = result({{"access_token", "a"}, {"token_type", "Bearer"}});
  EXPECT_EQ(overlooked.status, CheckStatus::switched_off);
  EXPECT_TRUE(overlooked.violated);
  EXPECT_THAT(had_.newly_used(), ElementsAre("state_only_if_present"));
}

TEST_F(StateOnlyIfPresent, ObjectsToAWrongState) {
  EXPECT_EQ(result({{"access_token", "a"}, {"state", "x"}}).status, CheckStatus::failed);
  EXPECT_THAT(had_.newly_used(), IsEmpty());
}

TEST_F(StateOnlyIfPresent, MakesNoDifferenceWhereTheScenarioSwitchesTheCheckOff) {
  disabled_ = {"state_matches"};
  EXPECT_EQ(result({{"access_token", "a"}}).status, CheckStatus::switched_off);
  EXPECT_THAT(had_.newly_used(), IsEmpty());
}

}  // namespace
}  // namespace flowsim::oauth
