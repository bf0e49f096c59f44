// Every misbehaviour bites: the same scenario ends in another way with the bug than without it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "oauth/misbehaviour.hpp"
#include "scenario/reading.hpp"
#include "scenario/run.hpp"

namespace flowsim::scenario {
namespace {

struct Bug {
  std::string how;
  std::string settings;  ///< of the scenario, a line for each block
  std::string faults;    ///< that make it bite, each with a comma behind it
  std::string without, with;
};
void PrintTo(const Bug& bug, std::ostream* out) { *out << bug.how; }

std::string forge(int at, const std::string& token, const std::string& change) {
  return "{at: " + std::to_string(at) + ", do: forge, token: " + token + ", " + change + "}, ";
}
std::string tamper(int at, const std::string& parameter, const std::string& change) {
  return "{at: " + std::to_string(at) + ", do: tamper, parameter: " + parameter + ", " + change + "}, ";
}

const std::string served = "resource_served 200";
const std::string substituted = "compromised session_integrity";
const std::string leaked = "compromised authorization";

std::string rejected(const std::string& check) { return "response_rejected " + check; }

std::vector<Bug> bugs() {
  return {
      {"redirect_uri_prefix_matching", "", tamper(1, "redirect_uri", "value: 'https://spa.example.com/callback-2'"),
       "error_page redirect_uri_exact illegal_redirect_uri 400", "timed_out"},
      {"nonce_not_required", "client: {response_type: token, omit_parameters: [nonce]}\n", "",
       "authorization_error nonce_present invalid_request", served},
      {"session_reused_despite_prompt", "client: {max_age: 600}\nokta: {session_age: 2h}\n", "", served,
       rejected("id_token_auth_time_recent")},
      {"errors_in_query", "user: {consent: deny}\n", "", "authorization_error consent_granted access_denied",
       rejected("response_in_fragment")},
      {"state_missing_in_error", "user: {consent: deny}\n", "", "authorization_error consent_granted access_denied",
       rejected("state_matches")},
      {"redirect_307", "okta: {consent_granted: true}\n", "", served, "compromised secrecy"},
      {"state_only_if_present", "", tamper(4, "state", "remove: true"), rejected("state_matches"), served},
      {"token_type_case_sensitive", "", tamper(4, "token_type", "value: bearer"), served,
       rejected("token_type_bearer")},
      {"algorithm_taken_from_header", "", forge(4, "id_token", "claim: name, value: Other, key: public_key"),
       rejected("id_token_algorithm_allowed"), substituted},
      {"expiry_only_if_present", "", forge(4, "id_token", "claim: exp, remove: true, key: okta"),
       rejected("id_token_not_expired"), served},
      {"issued_at_only_if_present", "", forge(4, "id_token", "claim: iat, remove: true, key: okta"),
       rejected("id_token_issued_at_plausible"), served},
      {"nonce_only_if_present", "", forge(4, "id_token", "claim: nonce, remove: true, key: okta"),
       rejected("nonce_matches"), served},
      {"nonce_never_compared", "", forge(4, "id_token", "claim: nonce, value: other, key: okta"),
       rejected("nonce_matches"), served},
      {"at_hash_only_if_present", "", forge(4, "id_token", "claim: at_hash, remove: true, key: okta"),
       rejected("at_hash_matches"), served},
      {"at_hash_always_demanded", "client: {response_type: id_token}\n", "", "signed_in", rejected("at_hash_matches")},
      {"response_left_in_history", "", "{at: 4, do: observe, in: history}, ", served, leaked},
      {"third_party_script", "", "", served, leaked},
      {"error_reporter", "", "{at: 4, do: observe, in: server_log}, ", served, leaked},
      {"open_redirector", "",
       "{at: 1, do: misbehave, how: redirect_uri_prefix_matching}, " +
           tamper(1, "redirect_uri", "value: 'https://spa.example.com/callback?redirect_to=https://evil.example/'"),
       served, leaked},
      {"id_token_as_access_token", "", "", served, "resource_refused access_token_audience_matches invalid_token 401"},
      {"scope_substring_match",
       "client: {scope: 'openid orders:read2'}\nokta: {scopes: {openid: implicit, 'orders:read2': required}}\n", "",
       "resource_refused scope_sufficient insufficient_scope 403", served},
      {"expiry_not_checked_if_missing", "", forge(5, "access_token", "claim: exp, remove: true, key: okta"),
       "resource_refused access_token_not_expired invalid_token 401", served},
      {"errors_as_403", "app: {clock_skew: 3h}\n", "", "resource_refused access_token_not_expired invalid_token 401",
       "resource_refused access_token_not_expired 403"},
  };
}

Trace run(const Bug& bug, const std::string& misbehave) {
  Diagnostics diagnostics;
  const auto scenario =
      read_scenario("title: x\n" + bug.settings + "faults: [" + bug.faults + misbehave + "]\n", "x", diagnostics);
  static SignatureMemory memory;
  return scenario ? run_scenario(*scenario, {{}, {}, &memory}) : Trace{};
}

std::string ending(const Trace& trace) {
  if (!trace.outcome) return "no outcome";
  const auto& outcome = *trace.outcome;
  std::string text(name_of(outcome.kind));
  for (const std::string_view part :
       {std::string_view(outcome.property), std::string_view(outcome.check), std::string_view(outcome.error)})
    if (!part.empty()) text.append(" ").append(part);
  return outcome.status == 0 ? text : text + " " + std::to_string(outcome.status);
}

class Misbehaving : public testing::TestWithParam<Bug> {};

TEST_P(Misbehaving, ChangesHowTheRunEnds) {
  const auto& bug = GetParam();
  EXPECT_EQ(ending(run(bug, "")), bug.without);
  const auto* row = misbehaviour_named(bug.how);
  ASSERT_NE(row, nullptr);
  const auto trace = run(bug, "{at: " + std::to_string(row->interaction) + ", do: misbehave, how: " + bug.how + "}");
  EXPECT_EQ(ending(trace), bug.with);
  ASSERT_FALSE(trace.faults.empty());
  EXPECT_TRUE(trace.faults.back().struck.has_value());
  EXPECT_GT(trace.faults.back().message, 0);
}

INSTANTIATE_TEST_SUITE_P(Bugs, Misbehaving, testing::ValuesIn(bugs()), [](const auto& test) { return test.param.how; });

TEST(Misbehaviours, AreAllShown) {
  std::set<std::string> shown;
  for (const auto& bug : bugs()) shown.insert(bug.how);
  for (const auto& row : misbehaviours()) EXPECT_TRUE(shown.contains(std::string(row.name))) << row.name;
}

TEST(Misbehaviours, DoNotStrikeWhereTheyMakeNoDifference) {
  for (const auto& row : misbehaviours()) {
    const std::set<std::string_view> always{"redirect_307", "response_left_in_history", "third_party_script",
                                            "error_reporter", "id_token_as_access_token"};
    if (always.contains(row.name)) continue;
    const auto trace =
        run({}, "{at: " + std::to_string(row.interaction) + ", do: misbehave, how: " + std::string(row.name) + "}");
    EXPECT_EQ(ending(trace), served) << row.name;
    ASSERT_EQ(trace.faults.size(), 1u);
    EXPECT_FALSE(trace.faults[0].struck.has_value()) << row.name;
  }
}

TEST(Skew, CountsFromItsMessageOn) {
  const std::string skew = "{at: 3, do: skew, actor: client, by: -1h}";
  EXPECT_EQ(ending(run({}, skew)), rejected("id_token_issued_at_plausible"));
  EXPECT_EQ(ending(run({}, "{at: 5, do: skew, actor: client, by: -1h}")), served);
  EXPECT_EQ(ending(run({}, "{at: 1, do: skew, actor: app, by: 3h}")),
            "resource_refused access_token_not_expired invalid_token 401");
  EXPECT_TRUE(run({}, skew).faults.at(0).struck.has_value());
}

}  // namespace
}  // namespace flowsim::scenario
