// Laws of runs in which things go wrong: they end, they are explained, they are the same each time.
#include <gtest/gtest.h>

#include <random>

#include "faults/registry.hpp"
#include "oauth/checks.hpp"
#include "scenario/run.hpp"

namespace flowsim {
namespace {

/// A valid fault of that verb at that place; the verb must be able to strike there.
FaultSpec fault_at(const FaultVerb& verb, int interaction, int leg, int occurrence) {
  FaultSpec spec{{interaction, leg, "", occurrence}, std::string(verb.name), {}, true};
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
  EXPECT_EQ(trace.final_states.size(), 4u);
  for (const auto& end : trace.final_states) EXPECT_FALSE(end.explanation.empty()) << end.state;
  std::array<int, 7> legs{};
  for (const auto& leg : trace.legs) {
    const auto interaction = static_cast<std::size_t>(trace.message(leg.leg.message).envelope.interaction);
    EXPECT_EQ(leg.number, interaction == 0 ? 0 : ++legs[interaction]);
  }
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
      const auto trace = run_scenario(scenario, {{}, {}, &memory});
      expect_lawful(trace);
      struck += trace.faults.at(0).struck.has_value();
    }
  }
  EXPECT_GE(struck, 4) << verb.name;
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
      scenario.faults.push_back(
          fault_at(verb, static_cast<int>(1 + random() % 6), leg, static_cast<int>(1 + random() % 2)));
    }
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
}  // namespace flowsim
