// What holds of the check table as a whole, and of applying it.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "oauth/checks/contexts.hpp"
#include "oauth/error_codes.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using testing::ElementsAre;

bool is_snake_case(std::string_view name) {
  return !name.empty() && name.front() != '_' && name.back() != '_' && name.find("__") == std::string_view::npos &&
         std::ranges::all_of(name,
                             [](char character) { return character == '_' || (character >= 'a' && character <= 'z'); });
}

// NQSCHAR of RFC 6749 Appendix A: printable ASCII without `"` and `\`.
bool may_travel(std::string_view text) {
  return std::ranges::all_of(text, [](char character) {
    return character >= ' ' && character <= '~' && character != '"' && character != '\\';
  });
}

std::optional<ErrorChannel> channel_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::error_page:
      return ErrorChannel::page;
    case Refusal::error_redirect:
      return ErrorChannel::redirect;
    case Refusal::ask_again:
      return ErrorChannel::sign_in;
    case Refusal::challenge:
      return ErrorChannel::challenge;
    default:
      return std::nullopt;
  }
}

TEST(CheckTable, HasUniqueNamesInSnakeCase) {
  std::set<std::string_view> names;
  for (const auto& check : all_checks()) {
    EXPECT_TRUE(is_snake_case(check.name)) << check.name;
    EXPECT_TRUE(names.insert(check.name).second) << check.name;
  }
}

TEST(CheckTable, SaysOfEachCheckWhatHoldsAndWhereItIsWritten) {
  for (const auto& check : all_checks()) {
    EXPECT_FALSE(check.clause.empty()) << check.name;
    EXPECT_NE(check.clause.find("§"), std::string_view::npos) << check.name;
  }
}

TEST(CheckTable, HasItsRowsInOneFileForEachContext) {
  const std::filesystem::path folder = std::filesystem::path(FLOWSIM_SOURCE_DIR) / "src/oauth/checks";
  std::string rows;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path());
    rows.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const auto& check : all_checks()) {
    const auto row = "{\"" + std::string(check.name) + "\", ";
    const auto at = rows.find(row);
    EXPECT_TRUE(at != std::string::npos && rows.find(row, at + 1) == std::string::npos) << check.name;
  }
}

TEST(CheckTable, FollowsTheOrderOfTheInteractions) {
  EXPECT_TRUE(std::ranges::is_sorted(all_checks(), {}, &Check::interaction));
}

TEST(CheckTable, AnswersWithCodesOfTheErrorTable) {
  for (const auto& check : all_checks()) {
    const auto channel = channel_of(check.refusal);
    if (!channel) {
      EXPECT_TRUE(check.error.empty() && check.status == 0 && check.description.empty()) << check.name;
    } else if (!check.error.empty()) {
      EXPECT_NE(error_code(check.error, *channel), nullptr) << check.name << ": " << check.error;
    }
  }
}

TEST(CheckTable, GivesEveryErrorRedirectACode) {
  for (const auto& check : all_checks())
    EXPECT_FALSE(check.refusal == Refusal::error_redirect && check.error.empty()) << check.name;
}

TEST(CheckTable, GivesEveryAnswerWithoutRedirectAStatus) {
  for (const auto& check : all_checks()) {
    const bool answers = check.refusal == Refusal::error_page || check.refusal == Refusal::ask_again ||
                         check.refusal == Refusal::challenge;
    EXPECT_EQ(check.status != 0, answers) << check.name;
  }
}

TEST(CheckTable, SendsOnlyDescriptionsThatMayTravel) {
  for (const auto& check : all_checks()) EXPECT_TRUE(may_travel(check.description)) << check.name;
}

TEST(CheckTable, FindsARowByNameOrNone) {
  ASSERT_NE(check_named("state_matches"), nullptr);
  EXPECT_EQ(check_named("state_matches")->clause, "RFC 6749 §10.12");
  EXPECT_EQ(check_named("state_matche"), nullptr);
  EXPECT_EQ(check_named(""), nullptr);
}

TEST(AuthorizationRequestChecks, AnswerOnAPageBeforeTheyRedirect) {
  const auto redirects = [](const auto& row) { return row.check.refusal == Refusal::error_redirect; };
  EXPECT_TRUE(std::ranges::is_partitioned(authorization_request_checks(), std::not_fn(redirects)));
  EXPECT_TRUE(std::ranges::any_of(authorization_request_checks(), redirects));
}

TEST(AuthorizationRequestChecks, TrustTheRedirectUriBeforeTheyRedirect) {
  std::vector<std::string_view> names;
  for (const auto& row : authorization_request_checks()) names.push_back(row.check.name);
  const auto place = [&](std::string_view name) { return std::ranges::find(names, name) - names.begin(); };
  EXPECT_LT(place("client_id_not_repeated"), place("client_known"));
  EXPECT_LT(place("redirect_uri_not_repeated"), place("redirect_uri_exact"));
  EXPECT_LT(place("client_known"), place("redirect_uri_exact"));
  EXPECT_LT(place("redirect_uri_exact"), place("parameters_not_repeated"));
}

TEST(IdTokenChecks, AreInTheirOrder) {
  std::vector<std::string_view> names;
  for (const auto& row : id_token_checks()) names.push_back(row.check.name);
  EXPECT_THAT(
      names, ElementsAre("id_token_not_encrypted", "id_token_well_formed", "id_token_issuer_matches",
                         "id_token_audience_matches", "id_token_authorized_party_matches", "id_token_algorithm_allowed",
                         "id_token_key_known", "id_token_signature_valid", "id_token_not_expired",
                         "id_token_issued_at_plausible", "nonce_matches", "id_token_subject_present",
                         "id_token_acr_satisfied", "id_token_auth_time_recent", "at_hash_matches"));
}

TEST(ConsentChecks, ShareTheirFirstRowsWithSignIn) {
  ASSERT_GE(consent_checks().size(), 2U);
  for (const std::size_t row : {0U, 1U}) {
    EXPECT_EQ(consent_checks()[row].check.name, sign_in_checks()[row].check.name);
    EXPECT_EQ(consent_checks()[row].examine, sign_in_checks()[row].examine);
  }
}

TEST(AssignmentChecks, AreTheRowsThatLookAtNoForm) {
  ASSERT_EQ(assignment_checks().size(), 2U);
  EXPECT_EQ(assignment_checks()[0].check.name, "user_assigned");
  EXPECT_EQ(assignment_checks()[1].check.name, "policy_allows");
}

template <class Context>
void expect_each_row_copes(std::span<const CheckRow<Context>> rows, const Context& context) {
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) {
    const auto finding = row.examine(context);
    EXPECT_NE(finding.status, CheckStatus::switched_off) << row.check.name;
    EXPECT_FALSE(finding.actual.empty()) << row.check.name;
  }
}

struct Nothing {
  Parameters parameters;
  OktaSettings okta;
  ClientSettings client;
  AppSettings app;
  Transaction transaction;
  Claims claims;
};

IdTokenContext id_token_context(const Nothing& none, const Transaction& transaction, const Jwt* token) {
  return {none.parameters, transaction, none.client, token, {}, {}};
}
AccessTokenContext access_token_context(const Nothing& none, const Jwt* token) {
  return {none.app, token, {}, {}, Instant{}, {}};
}

TEST(EveryRow, CopesWithAnEmptyContext) {
  const Nothing none;
  expect_each_row_copes(authorization_request_checks(), {{}, {}, none.parameters, none.okta});
  expect_each_row_copes(prompt_checks(), {none.parameters, none.okta});
  expect_each_row_copes(sign_in_page_checks(), {{}, {}});
  expect_each_row_copes(sign_in_checks(), {none.parameters, none.okta, false, {}});
  expect_each_row_copes(consent_checks(), {none.parameters, none.okta, false, {}});
  expect_each_row_copes(metadata_checks(), {{}, {}});
  expect_each_row_copes(response_checks(), {none.parameters, nullptr});
  expect_each_row_copes(response_checks(), {none.parameters, &none.transaction});
  expect_each_row_copes(id_token_checks(), id_token_context(none, none.transaction, nullptr));
  expect_each_row_copes(userinfo_checks(), {none.claims, {}});
  expect_each_row_copes(resource_request_checks(), {{}, none.parameters});
  expect_each_row_copes(access_token_checks(), access_token_context(none, nullptr));
}

TEST(EveryRow, CopesWithATokenThatIsEmptyOrAbsent) {
  const Nothing none;
  const Jwt empty;
  const auto asking = good_transaction();
  expect_each_row_copes(id_token_checks(), id_token_context(none, asking, &empty));
  expect_each_row_copes(id_token_checks(), id_token_context(none, asking, nullptr));
  expect_each_row_copes(access_token_checks(), access_token_context(none, &empty));
}

TEST(EveryIdTokenCheck, FailsOrHasNothingToLookAtWithoutAToken) {
  const Nothing none;
  const auto asking = good_transaction();
  for (const auto& row : id_token_checks())
    if (row.check.name != "id_token_not_encrypted") {
      EXPECT_EQ(row.examine(id_token_context(none, asking, nullptr)).status, CheckStatus::failed) << row.check.name;
    }
}

TEST(EveryIdTokenCheck, HasNothingToLookAtForBareToken) {
  const Nothing none;
  auto asking = good_transaction();
  asking.response_type = "token";
  for (const auto& row : id_token_checks())
    EXPECT_EQ(row.examine(id_token_context(none, asking, nullptr)).status, CheckStatus::not_applicable)
        << row.check.name;
}

constexpr CheckRow<int> row(std::string_view name, Finding (*apply)(const int&)) {
  return {{name, Participant::app, 5, "a clause", Refusal::challenge}, apply};
}
Phrase saying(int number) { return {"found.text", {std::to_string(number)}}; }

constexpr CheckRow<int> three_rows[] = {
    row("is_positive", [](const int& number) { return holds_if(number > 0, {"wanted"}, saying(number)); }),
    row("is_even", [](const int& number) { return holds_if(number % 2 == 0, {"wanted"}, saying(number)); }),
    row("is_small", [](const int& number) { return holds_if(number < 10, {"wanted"}, saying(number)); }),
};

Judgement judge(int number, const std::vector<std::string>& disabled = {}) {
  return examine(std::span<const CheckRow<int>>(three_rows), number, disabled);
}

TEST(Examine, AppliesAllRowsWhereAllPass) {
  const auto judgement = judge(4);
  EXPECT_EQ(judgement.failed, nullptr);
  EXPECT_EQ(judgement.verdict.results.size(), 3U);
  EXPECT_TRUE(judgement.verdict.passed());
}

TEST(Examine, StopsAtTheFirstFailure) {
  const auto judgement = judge(11);
  EXPECT_EQ(judgement.failed, &three_rows[1].check);
  ASSERT_EQ(judgement.verdict.results.size(), 2U);
  EXPECT_EQ(judgement.verdict.failed(), &judgement.verdict.results[1]);
  EXPECT_EQ(judgement.verdict.results[1].actual, saying(11));
}

TEST(Examine, NeverLetsASwitchedOffCheckDecide) {
  const auto judgement = judge(11, {"is_even"});
  EXPECT_EQ(judgement.failed, &three_rows[2].check);
  ASSERT_EQ(judgement.verdict.results.size(), 3U);
  EXPECT_EQ(judgement.verdict.results[1].status, CheckStatus::switched_off);
  EXPECT_TRUE(judgement.verdict.results[1].violated);
  EXPECT_EQ(judge(11, {"is_even", "is_small"}).failed, nullptr);
}

TEST(Examine, SaysOfASwitchedOffCheckThatItWouldHavePassed) {
  const auto judgement = judge(4, {"is_even"});
  EXPECT_EQ(judgement.verdict.results[1].status, CheckStatus::switched_off);
  EXPECT_FALSE(judgement.verdict.results[1].violated);
}

}  // namespace
}  // namespace flowsim::oauth::checks_test
