// Laws that hold of every run, whatever its settings.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "flows/implicit/states.hpp"
#include "flows/running.hpp"
#include "oauth/checks.hpp"
#include "oauth/interactions.hpp"
#include "wire/url.hpp"
#include "words/catalogue.hpp"

namespace flowsim::flows {
namespace {

/// Settings in which about every fourth value differs from the happy path.
Settings random_settings(std::mt19937_64& random) {
  const auto rarely = [&random] { return random() % 4 == 0; };
  Settings s;
  constexpr std::array response_types{"token", "id_token", "id_token token", "code", ""};
  s.client.response_type = response_types[random() % (rarely() ? 5 : 3)];
  constexpr std::array prompts{"none", "login", "consent", "login consent", "nonsense"};
  if (rarely()) s.client.prompt = prompts[random() % prompts.size()];
  if (rarely())
    s.client.omit_parameters = {std::array{"state", "nonce", "scope", "client_id", "redirect_uri"}[random() % 5]};
  if (rarely()) s.client.extra_parameters.add(std::array{"scope", "display", "request", "state"}[random() % 4], "x");
  if (rarely()) s.client.max_age = static_cast<int>(random() % 100);
  if (rarely()) s.client.clock_skew = std::chrono::minutes{static_cast<int>(random() % 300) - 150};
  if (rarely()) s.app.clock_skew = std::chrono::minutes{static_cast<int>(random() % 300) - 150};
  if (rarely()) s.app.introspects = true;
  if (rarely()) s.client.calls_userinfo = true;
  if (rarely()) s.okta.revokes_access_token = true;
  if (rarely()) s.okta.session_age = std::chrono::minutes{static_cast<int>(random() % 100)};
  if (rarely()) s.okta.consent_granted = true;
  if (rarely()) s.okta.error_before_login = false;
  if (rarely()) s.okta.profile = random() % 2 == 0 ? Profile::rfc6749 : Profile::hardened;
  if (rarely()) s.user.mistypes = static_cast<int>(random() % 12);
  if (rarely()) s.user.patience = static_cast<int>(1 + random() % 14);
  if (rarely()) s.user.consent = ConsentAnswer::deny;
  if (rarely()) s.user.leaves_at = random() % 2 == 0 ? LeavesAt::sign_in : LeavesAt::consent;
  if (rarely()) s.user.think_time = std::chrono::seconds{static_cast<int>(random() % 200)};
  if (rarely()) s.okta.response_types = {"id_token"};
  if (rarely()) s.client.token_carrier = random() % 2 == 0 ? TokenCarrier::body : TokenCarrier::query;
  return s;
}

std::vector<std::string> random_switches(std::mt19937_64& random) {
  std::vector<std::string> disabled;
  while (random() % 2 == 0) disabled.emplace_back(all_checks()[random() % all_checks().size()].name);
  return disabled;
}

class AnyRun : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    std::mt19937_64 random(static_cast<std::uint64_t>(GetParam()));
    settings = random_settings(random);
    disabled = random_switches(random);
    trace = run_flow(settings, disabled, 7, &memory);
  }
  static SignatureMemory memory;
  Settings settings;
  std::vector<std::string> disabled;
  Trace trace;
};
SignatureMemory AnyRun::memory;

TEST_P(AnyRun, EndsWithAnOutcome) {
  ASSERT_TRUE(trace.outcome.has_value()) << "the run was stopped by its limit of steps";
  EXPECT_FALSE(trace.outcome->explanation.empty());
}

TEST_P(AnyRun, LeavesEveryActorInAnExplainedState) {
  ASSERT_EQ(trace.final_states.size(), 4u);
  for (const auto& end : trace.final_states)
    EXPECT_TRUE(words::entry_of("states." + std::string(name_of(end.actor)) + "." + end.state)) << end.state;
}

TEST_P(AnyRun, CarriesEveryLegForOneMessageOfOneInteraction) {
  std::array<int, 7> legs{};
  for (const auto& leg : trace.legs) {
    ASSERT_GE(leg.leg.message, 1);
    ASSERT_LE(leg.leg.message, static_cast<int>(trace.messages.size()));
    const auto interaction = static_cast<std::size_t>(trace.message(leg.leg.message).envelope.interaction);
    if (interaction == 0)
      EXPECT_EQ(leg.number, 0);
    else
      EXPECT_EQ(leg.number, ++legs[interaction]);
  }
  for (const auto& message : trace.messages) {
    const auto carried = [&](const LegRecord& leg) { return leg.leg.message == message.id; };
    EXPECT_TRUE(std::ranges::any_of(trace.legs, carried)) << message.envelope.message.kind;
  }
}

TEST_P(AnyRun, GivesEveryMessageTheInteractionOfItsKind) {
  for (const auto& message : trace.messages) {
    const auto* kind = message_kind(message.envelope.message.kind);
    ASSERT_NE(kind, nullptr) << message.envelope.message.kind;
    if (kind->name != "error_page") {
      EXPECT_EQ(message.envelope.interaction, kind->interaction) << kind->name;
    }
    EXPECT_NE(kind_of(message.envelope.message), nullptr);
  }
}

TEST_P(AnyRun, KeepsOneOrderOfAllRecords) {
  std::set<int> orders;
  const auto once = [&](const Moment& moment) { EXPECT_TRUE(orders.insert(moment.order).second) << moment.order; };
  for (const auto& message : trace.messages) {
    once(message.sent);
    if (message.arrived) once(*message.arrived);
  }
  for (const auto& leg : trace.legs) {
    once(leg.sent);
    if (leg.arrived) once(*leg.arrived);
  }
  for (const auto& record : trace.verdicts) once(record.moment);
  for (const auto& record : trace.transitions) once(record.moment);
  for (const auto& record : trace.notes) once(record.moment);
  for (const auto& record : trace.history) once(record.moment);
}

TEST_P(AnyRun, NeverTellsAServerAFragment) {
  for (const auto& leg : trace.legs) {
    const auto* request = std::get_if<HttpRequest>(&leg.leg.payload);
    if (request == nullptr) continue;
    EXPECT_EQ(request->url.find('#'), std::string::npos) << request->url;
    for (const auto& field : request->headers)
      EXPECT_TRUE(field.name != "Referer" || field.value.find("token") == std::string::npos) << field.value;
  }
}

TEST_P(AnyRun, LeavesNoTokenInTheHistory) {
  for (const auto& entry : trace.history)
    EXPECT_TRUE(entry.url.find("token=") == std::string::npos || entry.rewritten.has_value()) << entry.url;
}

TEST_P(AnyRun, FollowsTheTables) {
  for (const auto& transition : trace.transitions) {
    if (transition.acceptance != Acceptance::accepted) continue;
    const auto& rows = implicit::edges_of(transition.actor).rows;
    EXPECT_TRUE(std::ranges::any_of(rows,
                                    [&](const Edge& edge) {
                                      return edge.from == transition.from && edge.event == transition.event &&
                                             edge.to == transition.to && edge.guard == transition.guard &&
                                             edge.action == transition.action;
                                    }))
        << transition.from << " " << transition.event << " " << transition.to;
  }
}

TEST_P(AnyRun, IsTheSameEachTime) { EXPECT_EQ(trace, run_flow(settings, disabled, 7, &memory)); }

INSTANTIATE_TEST_SUITE_P(Flow, AnyRun, testing::Range(0, 60));

TEST(Flow, IsTheSameWithRememberedSignatures) {
  SignatureMemory memory;
  const auto first = run_flow({}, {}, 1, &memory);
  EXPECT_EQ(first, run_flow({}, {}, 1, &memory));
  EXPECT_EQ(first, run_flow({}, {}, 1, nullptr));
}

TEST(Flow, DrawsOtherValuesFromAnotherSeed) {
  const auto one = run_flow({}, {}, 1);
  const auto other = run_flow({}, {}, 2);
  EXPECT_NE(one.messages, other.messages);
  EXPECT_EQ(one.outcome, other.outcome);
}

TEST(Flow, TakesTheSixInteractionsInOrder) {
  const auto trace = run_flow({});
  std::vector<int> numbers;
  for (const auto& message : trace.messages)
    if (message.envelope.interaction != 0 && (numbers.empty() || numbers.back() != message.envelope.interaction))
      numbers.push_back(message.envelope.interaction);
  EXPECT_EQ(numbers, (std::vector{1, 2, 3, 4, 5, 6}));
}

TEST(Flow, StopsAfterTheInteractionAskedFor) {
  for (int until = 1; until <= 6; ++until) {
    const auto trace = run_flow({}, {}, 1, nullptr, until);
    EXPECT_EQ(last_interaction(trace), until);
    for (const auto& message : trace.messages) EXPECT_LE(message.envelope.interaction, until);
    EXPECT_EQ(trace.outcome.has_value(), until == 6);
  }
}

TEST(Flow, SkipsInteractionThreeForASignedInUserWhoHasConsented) {
  Settings settings;
  settings.okta.session_age = std::chrono::minutes{5};
  settings.okta.consent_granted = true;
  for (const auto& message : run_flow(settings).messages) {
    EXPECT_NE(message.envelope.interaction, 2);
    EXPECT_NE(message.envelope.interaction, 3);
  }
}

TEST(Flow, SaysWhichChecksABareTokenCannotHave) {
  Settings settings;
  settings.client.response_type = "token";
  const auto trace = run_flow(settings);
  int missing = 0;
  for (const auto& record : trace.verdicts)
    for (const auto& result : record.verdict.results)
      if (record.by == Participant::client && result.status == CheckStatus::not_applicable) {
        EXPECT_FALSE(result.actual.empty()) << result.check;
        missing += result.check == "nonce_matches" || result.check == "at_hash_matches";
      }
  EXPECT_EQ(missing, 2);
}

}  // namespace
}  // namespace flowsim::flows
