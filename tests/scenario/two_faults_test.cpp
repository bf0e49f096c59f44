// With every check on, no two faults of the network, of a message or of a token compromise a run, but for those listed.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "faults/registry.hpp"
#include "scenario/run.hpp"
#include "words/say.hpp"

namespace flowsim::scenario {
namespace {

FaultSpec fault(int interaction, std::string verb, Parameters arguments, int leg = 0) {
  FaultSpec spec;
  spec.place.interaction = interaction;
  spec.place.leg = leg;
  spec.verb = std::move(verb);
  spec.arguments = std::move(arguments);
  spec.may_miss = true;
  return spec;
}

void add_network_faults(std::vector<FaultSpec>& all, int interaction) {
  all.push_back(fault(interaction, "drop", {}));
  for (const auto* by : {"5s", "10min"}) all.push_back(fault(interaction, "delay", {{"by", by}}));
  all.push_back(fault(interaction, "duplicate", {}));
  all.push_back(fault(interaction, "duplicate", {{"after", "2s"}}));
  all.push_back(fault(interaction, "reorder", {}));
  for (const auto* actor : {"user", "client", "okta", "app"})
    all.push_back(fault(interaction, "crash", {{"actor", actor}}));
  for (int leg = 1; leg <= 5; ++leg) {
    all.push_back(fault(interaction, "drop", {}, leg));
    all.push_back(fault(interaction, "truncate", {{"length", "60"}}, leg));
  }
}

void add_message_faults(std::vector<FaultSpec>& all) {
  const std::vector<std::pair<int, std::vector<const char*>>> parameters{
      {1, {"response_type", "client_id", "redirect_uri", "scope", "state", "nonce"}},
      {3, {"username", "consent"}},
      {4, {"access_token", "token_type", "expires_in", "scope", "state", "id_token"}},
      {5, {"access_token"}},
      {6, {"status", "body"}}};
  for (const auto& [interaction, names] : parameters)
    for (const std::string name : names) {
      all.push_back(fault(interaction, "tamper", {{"parameter", name}, {"value", "other"}}));
      all.push_back(fault(interaction, "tamper", {{"parameter", name}, {"remove", "true"}}));
      all.push_back(fault(interaction, "tamper", {{"parameter", name}, {"repeat", "other"}}));
      if (interaction == 4) all.push_back(fault(4, "tamper", {{"parameter", name}, {"move", "query"}}));
    }
  all.push_back(fault(1, "tamper", {{"parameter", "redirect_uri"}, {"value", "https://evil.example/cb"}}));
}

void add_token_faults(std::vector<FaultSpec>& all) {
  const std::vector<std::pair<const char*, std::vector<const char*>>> claims{
      {"id_token", {"iss", "aud", "sub", "nonce", "at_hash"}}, {"access_token", {"iss", "aud", "uid", "cid"}}};
  for (const auto& [token, names] : claims)
    for (const int interaction : {4, 5}) {
      if (interaction == 5 && std::string_view(token) == "id_token") continue;
      for (const auto* key : {"none", "attacker", "public_key"}) {
        for (const auto* name : names)
          all.push_back(
              fault(interaction, "forge", {{"token", token}, {"claim", name}, {"value", "other"}, {"key", key}}));
        all.push_back(
            fault(interaction, "forge", {{"token", token}, {"claim", "exp"}, {"add", "99999"}, {"key", key}}));
      }
      all.push_back(fault(interaction, "forge", {{"token", token}, {"header", "alg"}, {"value", "none"}}));
      for (const auto* what : {"strip", "flip"})
        all.push_back(fault(interaction, "forge", {{"token", token}, {"signature", what}}));
    }
  for (const auto* name : {"sub", "nonce", "at_hash", "aud"})
    all.push_back(fault(4, "forge", {{"token", "id_token"}, {"claim", name}, {"value", "other"}, {"key", "okta"}}));
  all.push_back(fault(4, "forge", {{"token", "access_token"}, {"claim", "uid"}, {"value", "other"}, {"key", "okta"}}));
}

std::vector<FaultSpec> every_fault() {
  std::vector<FaultSpec> all;
  for (int interaction = 1; interaction <= 6; ++interaction) add_network_faults(all, interaction);
  add_message_faults(all);
  add_token_faults(all);
  return all;
}

/// What no check of this flow can prevent, and why.
struct Accepted {
  std::string_view reason;
  std::string_view response_type;  ///< only where this is asked for; empty: always
  bool (*holds)(const FaultSpec& fault);
};

const std::array accepted{
    Accepted{"whoever has okta's key is okta: what it says of the user is believed (OpenID Connect Core §16.3)", "",
             [](const FaultSpec& fault) { return fault.verb == "forge" && fault.arguments.value("key") == "okta"; }},
    Accepted{"without an ID token nothing ties the access token to the request, and the client may not look into it "
             "(RFC 6749 §10.16, RFC 9700 §4.6)",
             "token",
             [](const FaultSpec& fault) {
               if (fault.place.interaction != 4) return false;
               return fault.verb == "truncate" || fault.arguments.value("token") == "access_token" ||
                      fault.arguments.value("parameter") == "access_token";
             }},
};

bool is_accepted(const FaultSpec& fault, std::string_view response_type) {
  return std::ranges::any_of(accepted, [&](const Accepted& row) {
    return (row.response_type.empty() || row.response_type == response_type) && row.holds(fault);
  });
}

Scenario asking_for(std::string_view response_type) {
  Scenario scenario;
  scenario.settings.client.response_type = response_type;
  if (response_type == "token") scenario.settings.client.scope = "orders:read";
  return scenario;
}

std::string told(const FaultSpec& fault) {
  std::string text = std::to_string(fault.place.interaction) + "." + std::to_string(fault.place.leg) + " " + fault.verb;
  for (const auto& item : fault.arguments) text += " " + item.name + "=" + item.value;
  return text;
}

constexpr int shares = 20;

constexpr std::array response_types{"id_token token", "id_token", "token"};

class TwoFaults : public testing::TestWithParam<std::tuple<const char*, int>> {};

TEST_P(TwoFaults, CompromiseNothingWhereEveryCheckIsOn) {
  static const auto all = every_fault();
  const auto [response_type, share] = GetParam();
  SignatureMemory memory;
  int runs = 0;
  for (std::size_t one = static_cast<std::size_t>(share); one < all.size(); one += shares)
    for (std::size_t other = one; other < all.size(); ++other) {
      auto scenario = asking_for(response_type);
      scenario.faults = {all[one], all[other]};
      const auto trace = run_scenario(scenario, {{}, {}, &memory});
      ++runs;
      ASSERT_TRUE(trace.outcome.has_value()) << told(all[one]) << ", " << told(all[other]);
      if (trace.outcome->kind != OutcomeKind::compromised) continue;
      EXPECT_TRUE(is_accepted(all[one], response_type) || is_accepted(all[other], response_type))
          << told(all[one]) << ", " << told(all[other]) << ": " << words::say_all(trace.outcome->explanation);
    }
  RecordProperty("runs", runs);
}

INSTANTIATE_TEST_SUITE_P(Faults, TwoFaults,
                         testing::Combine(testing::ValuesIn(response_types), testing::Range(0, shares)));

TEST(AcceptedCompromises, AreReal) {
  SignatureMemory memory;
  for (const auto& row : accepted) {
    bool compromised = false;
    for (const auto& fault : every_fault()) {
      if (!row.holds(fault)) continue;
      auto scenario = asking_for(row.response_type.empty() ? response_types.front() : row.response_type);
      scenario.faults = {fault};
      const auto trace = run_scenario(scenario, {{}, {}, &memory});
      compromised |= trace.outcome && trace.outcome->kind == OutcomeKind::compromised;
    }
    EXPECT_TRUE(compromised) << row.reason;
  }
}

}  // namespace
}  // namespace flowsim::scenario
