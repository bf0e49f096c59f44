// The catalogue as a whole: every scenario comes out as it says, and every check is worth having.
#include "support/catalogue.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "oauth/checks.hpp"
#include "scenario/run.hpp"

namespace flowsim::scenario {
namespace {

using testing_support::catalogue;

/// Checks that no scenario can make fail, or whose switching off changes nothing, and why that is so.
const std::map<std::string_view, std::string_view> redundant{
    {"transport_is_tls", "the browser goes to the address the metadata names, and okta's issuer is an https address"},
    {"method_allowed", "the simulated browser opens the authorization endpoint with GET only"},
};

/// How a run ended, as far as a reader would call it another end.
struct End {
  std::optional<Outcome> outcome;
  std::vector<FinalState> states;
  bool operator==(const End&) const = default;
};

End end_of(const Scenario& scenario, SignatureMemory& memory) {
  const auto trace = run_scenario(scenario, {{}, {}, &memory});
  return {trace.outcome, trace.final_states};
}

std::set<std::string> failed_checks(const Trace& trace) {
  std::set<std::string> names;
  for (const auto& record : trace.verdicts)
    if (const auto* failed = record.verdict.failed()) names.emplace(failed->check);
  return names;
}

TEST(Catalogue, ComesOutAsEachScenarioExpects) {
  SignatureMemory memory;
  for (const auto& scenario : catalogue()) {
    EXPECT_TRUE(scenario.expect.outcome.has_value()) << scenario.file << " expects nothing";
    for (const auto& record : run_scenario(scenario, {{}, {}, &memory}).expectations)
      EXPECT_TRUE(record.met) << scenario.file << ": " << record.subject << " " << record.expected << ", came "
                              << record.actual;
  }
}

TEST(Catalogue, ShowsEveryCheckFailAndWhatItWasFor) {
  SignatureMemory memory;
  std::set<std::string> shown, needed;
  for (const auto& scenario : catalogue()) {
    const auto trace = run_scenario(scenario, {{}, {}, &memory});
    for (const auto& name : failed_checks(trace)) {
      shown.insert(name);
      if (needed.contains(name)) continue;
      auto without = scenario;
      without.disabled_checks.push_back(name);
      if (end_of(without, memory) != End{trace.outcome, trace.final_states}) needed.insert(name);
    }
  }
  for (const auto& check : all_checks()) {
    const std::string name(check.name);
    if (redundant.contains(check.name)) {
      EXPECT_FALSE(needed.contains(name)) << name << " is called redundant, but is not";
      continue;
    }
    EXPECT_TRUE(shown.contains(name)) << "no scenario fails because of " << name;
    EXPECT_TRUE(needed.contains(name)) << "switching off " << name << " changes nothing anywhere";
  }
}

TEST(Catalogue, HasAFolderForEveryPartOfTheStory) {
  std::map<std::string, int> folders;
  for (const auto& scenario : catalogue()) ++folders[scenario.file.substr(0, scenario.file.find('/'))];
  for (const auto* folder :
       {"happy", "okta-refuses", "user-refuses", "network", "response", "tokens", "resource", "attacks", "real-bugs"})
    EXPECT_GE(folders[folder], 10) << folder;
}

}  // namespace
}  // namespace flowsim::scenario
