// Laws of runs in which things go wrong: they end, they are explained, they are the same each time.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "faults/registry.hpp"
#include "oauth/checks.hpp"
#include "oauth/misbehaviour.hpp"
#include "scenario/run.hpp"
#include "words/catalogue.hpp"

namespace flowsim::scenario {
namespace {

/// How some verbs are asked for, beside the arguments that depend on the place.
const std::map<std::string_view, Parameters> usual_arguments{
    {"crash", {{"actor", "client"}}},
    {"forge", {{"token", "access_token"}, {"claim", "exp"}, {"add", "-7200"}, {"key", "okta"}}},
    {"substitute", {{"parameter", "access_token"}}},
    {"skew", {{"actor", "app"}, {"by", "-10min"}}},
};

/// A fault of that verb at that place, valid where the verb can strike there.
FaultSpec fault_at(const FaultVerb& verb, int interaction, int leg, int occurrence) {
  FaultSpec spec;
  spec.place.interaction = interaction;
  spec.place.leg = leg;
  spec.place.occurrence = occurrence;
  spec.verb = verb.name;
  spec.may_miss = true;
  if (const auto usual = usual_arguments.find(verb.name); usual != usual_arguments.end())
    spec.arguments = usual->second;
  if (verb.name == "fail")
    spec.arguments.add(interaction == 6 ? "status" : "error", interaction == 6 ? "503" : "server_error");
  if (verb.name == "misbehave")
    for (const auto& row : misbehaviours())
      if (row.interaction == interaction) spec.arguments = {{"how", std::string(row.name)}};
  if (verb.name == "delay") spec.arguments.add("by", "3min");
  if (verb.name == "truncate") spec.arguments.add("length", "20");
  if (verb.name == "truncate" && leg == 0) spec.arguments.add("parameter", "access_token");
  if (verb.name == "tamper") {
    constexpr std::array parameters{"state", "access_token", "redirect_uri", "scope", "csrf_token", "status"};
    constexpr std::array changes{"value", "remove", "repeat", "move"};
    constexpr std::array values{"other", "true", "other", "query"};
    const auto change = static_cast<std::size_t>(interaction + occurrence) % changes.size();
    spec.arguments.add("parameter", parameters[static_cast<std::size_t>(interaction - 1)]);
    spec.arguments.add(changes[change], values[change]);
  }
  return spec;
}

void expect_lawful(const Trace& trace) {
  ASSERT_TRUE(trace.outcome.has_value()) << "stopped by the limit of steps";
  EXPECT_FALSE(trace.outcome->explanation.empty());
  const auto attackers =
      std::ranges::count(trace.final_states, Participant::attacker, [](const auto& end) { return end.actor; });
  EXPECT_LE(attackers, 1);  // it is there where it has acted
  EXPECT_EQ(trace.final_states.size(), 4u + static_cast<std::size_t>(attackers));
  for (const auto& end : trace.final_states)
    EXPECT_TRUE(words::entry_of("states." + std::string(name_of(end.actor)) + "." + end.state)) << end.state;
  std::array<std::array<int, 7>, 2> legs{};
  for (const auto& leg : trace.legs) {
    const auto& message = trace.message(leg.leg.message);
    const auto interaction = static_cast<std::size_t>(message.envelope.interaction);
    auto& numbers = legs[message.browser == Participant::attacker_browser ? 1 : 0];
    EXPECT_EQ(leg.number, interaction == 0 ? 0 : ++numbers[interaction]);
  }
}

/// At how many of the places such a fault strikes at least when it is alone; what the attacker has never seen it can
/// neither inject nor substitute.
int least_strikes(const FaultVerb& verb) {
  if (verb.name == "inject" || verb.name == "substitute") return 0;
  if (verb.name == "misbehave") return 0;  // a bug strikes where it makes a difference
  if (verb.name == "forge") return 2;
  return verb.name == "fail" ? 3 : 4;
}

class SingleFault : public testing::TestWithParam<std::size_t> {};

TEST_P(SingleFault, EndsWellExplainedAtEveryPlace) {
  const auto& verb = fault_verbs()[GetParam()];
  SignatureMemory memory;
  int struck = 0;
  for (int interaction = 1; interaction <= 6; ++interaction) {
    for (int leg = 0; leg <= 8; ++leg) {
      if (leg == 0 ? !verb.strikes_messages : !verb.strikes_legs) continue;
      Scenario scenario;
      scenario.faults = {fault_at(verb, interaction, leg, 1)};
      if (!verb.objection(scenario.faults.front()).empty()) continue;
      const auto trace = run_scenario(scenario, {{}, {}, &memory});
      expect_lawful(trace);
      struck += trace.faults.at(0).struck.has_value();
    }
  }
  EXPECT_GE(struck, least_strikes(verb)) << verb.name;
}

INSTANTIATE_TEST_SUITE_P(Faults, SingleFault, testing::Range(std::size_t{0}, fault_verbs().size()));

class FaultSequence : public testing::TestWithParam<int> {};

TEST_P(FaultSequence, EndsWellExplainedAndTheSameEachTime) {
  std::mt19937_64 random(static_cast<std::uint64_t>(GetParam()));
  SignatureMemory memory;
  for (int round = 0; round < 30; ++round) {
    Scenario scenario;
    const auto count = 1 + random() % 4;
    while (scenario.faults.size() < count) {
      const auto& verb = fault_verbs()[random() % fault_verbs().size()];
      const int leg = verb.strikes_legs && random() % 2 == 0 ? static_cast<int>(1 + random() % 6) : 0;
      auto fault = fault_at(verb, static_cast<int>(1 + random() % 6), leg, static_cast<int>(1 + random() % 2));
      if (verb.objection(fault).empty()) scenario.faults.push_back(std::move(fault));
    }
    auto& settings = scenario.settings;
    settings.attacker.signs_in = random() % 2 == 0;
    settings.attacker.client_registered = random() % 2 == 0;
    settings.attacker.uses_tokens = random() % 2 == 0;
    settings.client.retries = random() % 2 == 0;
    if (random() % 4 == 0) settings.user.opens = Opens::attacker_site;
    for (auto& fault : scenario.faults)
      if (random() % 4 == 0) fault.place.browser = Participant::attacker_browser;
    while (random() % 2 == 0) scenario.disabled_checks.emplace_back(all_checks()[random() % all_checks().size()].name);
    const auto trace = run_scenario(scenario, {{}, {}, &memory});
    expect_lawful(trace);
    EXPECT_EQ(trace, run_scenario(scenario, {{}, {}, &memory}));
  }
}

INSTANTIATE_TEST_SUITE_P(Faults, FaultSequence, testing::Range(0, 10));

TEST(FaultyRun, IsTheRunWithoutTheFaultWhereThatNeverStruck) {
  Scenario scenario;
  auto plain = run_scenario(scenario);
  scenario.faults = {fault_at(*fault_verb("drop"), 4, 0, 99)};
  auto missed = run_scenario(scenario);
  missed.faults.clear();
  missed.header.faults = 0;
  EXPECT_EQ(plain, missed);
}

}  // namespace
}  // namespace flowsim::scenario
