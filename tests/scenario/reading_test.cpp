// What good scenario files set, and that the ones we publish are good.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "scenario/fields.hpp"
#include "scenario/reading.hpp"
#include "support/golden.hpp"

namespace flowsim::scenario {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::scenario_of;

/// Every field, as the table's own values: two scenarios that set the same are equal here.
std::vector<std::optional<Value>> values_of(const Scenario& scenario) {
  std::vector<std::optional<Value>> values;
  for (const auto& field : fields()) values.push_back(field.get(scenario));
  return values;
}

TEST(Scenario, NeedsOnlyATitle) {
  Scenario expected;
  expected.title = "Happy path";
  const auto scenario = scenario_of("title: Happy path\n");
  EXPECT_EQ(scenario.file, "test.yaml");
  EXPECT_EQ(values_of(scenario), values_of(expected));
}

TEST(Scenario, SetsTheTop) {
  const auto scenario = scenario_of(
      "title: 'A: b'\n"
      "teaches: >-\n  two lines\n  of text\n"
      "references: [RFC 6749 §10.12, \"6750\"]\n"
      "threats: [csrf-redirect-uri, alg-none]\n"
      "seed: 9007199254740992\n"
      "start: 2030-02-28T23:59:59Z\n"
      "latency: 1s\n"
      "disabled_checks: [state_matches, nonce_matches]\n");
  EXPECT_EQ(scenario.title, "A: b");
  EXPECT_EQ(scenario.teaches, "two lines of text");
  EXPECT_THAT(scenario.references, ElementsAre("RFC 6749 §10.12", "6750"));
  EXPECT_THAT(scenario.threats, ElementsAre("csrf-redirect-uri", "alg-none"));
  EXPECT_EQ(scenario.seed, 9007199254740992u);
  EXPECT_EQ(utc_text(scenario.start), "2030-02-28T23:59:59Z");
  EXPECT_EQ(scenario.latency, seconds{1});
  EXPECT_THAT(scenario.disabled_checks, ElementsAre("state_matches", "nonce_matches"));
}

TEST(Scenario, SetsTheUser) {
  const auto user =
      scenario_of(
          "title: x\nuser: {username: jane, password: \"12345\", mistypes: 2, patience: 4, consent: deny, "
          "leaves_at: consent, think_time: 1min}\n")
          .settings.user;
  EXPECT_EQ(user.username, "jane");
  EXPECT_EQ(user.password, "12345");
  EXPECT_EQ(user.mistypes, 2);
  EXPECT_EQ(user.patience, 4);
  EXPECT_EQ(user.consent, ConsentAnswer::deny);
  EXPECT_EQ(user.leaves_at, LeavesAt::consent);
  EXPECT_EQ(user.think_time, minutes{1});
}

TEST(Scenario, SetsTheClient) {
  const auto client = scenario_of(
                          "title: x\nclient:\n  response_type: tokens of joy\n  prompt: \"\"\n  max_age: 0\n"
                          "  redirect_uri: http://localhost:8080/cb#fragment\n  token_carrier: query\n"
                          "  calls_userinfo: true\n  clock_skew: -10min\n  leeway: 0s\n  patience: 1h\n"
                          "  omit_parameters: [nonce, state]\n  extra_parameters:\n    - display: page\n"
                          "    - display: \"\"\n")
                          .settings.client;
  EXPECT_EQ(client.response_type, "tokens of joy");
  EXPECT_EQ(client.prompt, "");
  EXPECT_EQ(client.max_age, 0);
  EXPECT_EQ(client.redirect_uri, "http://localhost:8080/cb#fragment");
  EXPECT_EQ(client.token_carrier, TokenCarrier::query);
  EXPECT_TRUE(client.calls_userinfo);
  EXPECT_EQ(client.clock_skew, -minutes{10});
  EXPECT_EQ(client.leeway, seconds{0});
  EXPECT_EQ(client.patience, hours{1});
  EXPECT_THAT(client.omit_parameters, ElementsAre("nonce", "state"));
  EXPECT_EQ(client.extra_parameters, (Parameters{{"display", "page"}, {"display", ""}}));
}

TEST(Scenario, SetsOkta) {
  const auto okta = scenario_of(
                        "title: x\nokta:\n  profile: hardened\n  scopes: {openid: required, \"on\": flexible}\n"
                        "  redirect_uris: []\n  response_types: [id_token]\n  consent_method: trusted\n"
                        "  session_age: 10min\n  client_active: false\n  access_token_lifetime: 1d\n")
                        .settings.okta;
  EXPECT_EQ(okta.profile, Profile::hardened);
  ASSERT_EQ(okta.scopes.size(), 2u);
  EXPECT_EQ(okta.scopes[0].name, "openid");
  EXPECT_EQ(okta.scopes[0].consent, ScopeConsent::required);
  EXPECT_EQ(okta.scopes[1].name, "on");
  EXPECT_EQ(okta.scopes[1].consent, ScopeConsent::flexible);
  EXPECT_THAT(okta.redirect_uris, IsEmpty());
  EXPECT_THAT(okta.response_types, ElementsAre("id_token"));
  EXPECT_EQ(okta.consent_method, ConsentMethod::trusted);
  EXPECT_EQ(okta.session_age, Duration{minutes{10}});
  EXPECT_FALSE(okta.client_active);
  EXPECT_EQ(okta.access_token_lifetime, hours{24});
}

TEST(Scenario, SetsTheApp) {
  const auto app =
      scenario_of("title: x\napp: {allowed_clients: [a, b], required_scope: \"\", introspects: true}\n").settings.app;
  EXPECT_THAT(app.allowed_clients, ElementsAre("a", "b"));
  EXPECT_EQ(app.required_scope, "");
  EXPECT_TRUE(app.introspects);
}

TEST(Scenario, SetsTheExpectation) {
  const auto expect = scenario_of(
                          "title: x\nexpect: {outcome: compromised, check: state_matches, error: access_denied, "
                          "status: 403, last_interaction: 0, states: {okta: Idle, app: Idle}}\n")
                          .expect;
  EXPECT_EQ(expect.outcome, OutcomeKind::compromised);
  EXPECT_EQ(expect.check, "state_matches");
  EXPECT_EQ(expect.error, "access_denied");
  EXPECT_EQ(expect.status, 403);
  EXPECT_EQ(expect.last_interaction, 0);
  EXPECT_THAT(expect.states,
              ElementsAre(std::pair{Participant::okta, std::string("Idle")}, std::pair{Participant::app, "Idle"}));
}

TEST(Scenario, MayStartWithAByteOrderMarkAndEndItsLinesWithCarriageReturns) {
  EXPECT_EQ(scenario_of("\xEF\xBB\xBF---\r\ntitle: x\r\nuser:\r\n  mistypes: 1\r\n...\r\n").settings.user.mistypes, 1);
}

TEST(Scenario, TakesEmptyBlocks) { EXPECT_EQ(scenario_of("title: x\nuser: {}\nexpect: {}\n").title, "x"); }

TEST(Fields, StandOnlyOnceInTheTable) {
  std::vector<std::string> paths;
  for (const auto& field : fields()) paths.push_back(path_of(field));
  std::ranges::sort(paths);
  EXPECT_EQ(std::ranges::adjacent_find(paths), paths.end());
}

TEST(Fields, LeadToAMemberOfTheirOwn) {
  // Whatever a field sets must change what that field says and nothing that another field says.
  const Scenario untouched;
  const auto before = values_of(untouched);
  const Value samples[] = {
      std::string("implausible"),     std::int64_t{4}, true, false, Duration{777}, Instant{seconds{7}}, TextList{"one"},
      TextPairs{{"user", "required"}}};
  for (const auto& field : fields()) {
    if (std::holds_alternative<ChoiceRule>(field.rule)) continue;
    const auto self = static_cast<std::size_t>(&field - fields().data());
    const bool is_changed = std::ranges::any_of(samples, [&](const Value& sample) {
      Scenario touched;
      try {
        field.set(touched, sample);
      } catch (const std::bad_variant_access&) {
        return false;
      }
      auto after = values_of(touched);
      if (after[self] == before[self]) return false;
      after[self] = before[self];
      EXPECT_EQ(after, before) << path_of(field);
      return true;
    });
    EXPECT_TRUE(is_changed) << path_of(field);
  }
}

TEST(Fields, OfChoicesSetEachOfTheirNames) {
  for (const auto& field : fields()) {
    const auto* choice = std::get_if<ChoiceRule>(&field.rule);
    if (choice == nullptr) continue;
    for (const auto name : choice->names()) {
      Scenario scenario;
      field.set(scenario, std::string(name));
      EXPECT_EQ(field.get(scenario), Value(std::string(name))) << path_of(field);
    }
  }
}

TEST(PublishedScenarios, AreAllGood) {
  const std::filesystem::path folder = std::filesystem::path(FLOWSIM_SOURCE_DIR) / "scenarios";
  int count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    const auto text = testing_support::file_text(entry.path());
    EXPECT_EQ(testing_support::diagnostics_of(text), "") << entry.path();
    EXPECT_TRUE(text.starts_with("# ")) << entry.path() << " must tell its story in the first line";
    const auto scenario = scenario_of(text);
    EXPECT_FALSE(scenario.teaches.empty() || scenario.references.empty() || !scenario.expect.outcome) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 18);
}

}  // namespace
}  // namespace flowsim::scenario
