// The threat catalogue is whole, and names only what there is.
#include "explain/threats.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include "base/text.hpp"
#include "oauth/checks.hpp"

namespace flowsim::explain {
namespace {

TEST(Threats, HaveNamesOfTheirOwnInKebabCase) {
  std::set<std::string_view> seen;
  const std::regex kebab_case("[a-z0-9]+(-[a-z0-9]+)*");
  for (const auto& threat : threats()) {
    EXPECT_TRUE(seen.insert(threat.name).second) << threat.name;
    EXPECT_TRUE(std::regex_match(std::string(threat.name), kebab_case)) << threat.name;
  }
}

TEST(Threats, AreFoundByName) {
  for (const auto& threat : threats()) EXPECT_EQ(threat_named(threat.name), &threat);
  EXPECT_EQ(threat_named("no-such-threat"), nullptr);
}

TEST(Threats, AreThoseOfTheGroupsInTheirOrder) {
  std::size_t at = 0;
  for (const auto& group : threat_groups())
    for (const auto& threat : group.threats) {
      ASSERT_LT(at, threats().size());
      EXPECT_EQ(threats()[at++].name, threat.name);
    }
  EXPECT_EQ(at, threats().size());
}

TEST(Threats, NameOnlyInteractionsThatThereAre) {
  const std::regex interactions("[1-6]|[1-6] (to|and) [1-6]|before 1|after 4|any");
  for (const auto& threat : threats())
    EXPECT_TRUE(std::regex_match(std::string(threat.interaction), interactions)) << threat.name;
}

TEST(Threats, SayTheirAttackAndTheirReasonInSentences) {
  for (const auto& threat : threats()) {
    EXPECT_TRUE(threat.attack.size() > 30 && threat.attack.ends_with('.')) << threat.name;
    EXPECT_TRUE(threat.not_modelled.empty() || threat.not_modelled.ends_with('.')) << threat.name;
    EXPECT_FALSE(threat.stopped_by.empty() || threat.stopped_by.ends_with('.')) << threat.name;
  }
}

TEST(Threats, AreStoppedByChecksThatThereAre) {
  for (const auto& threat : threats())
    for (auto word : split_words(threat.stopped_by)) {
      word = word.substr(0, word.find_first_of(",;"));
      if (word.find('_') == std::string_view::npos) continue;
      EXPECT_NE(check_named(word), nullptr) << threat.name << " " << word;
    }
}

TEST(Threats, SayInOneWordWhatPkceWouldChangeAndThenWhy) {
  const std::regex effect("(gone|less|same|moved|new): .+");
  for (const auto& threat : threats())
    EXPECT_TRUE(std::regex_match(std::string(threat.with_pkce), effect)) << threat.name << ": " << threat.with_pkce;
}

// What readers cannot look up: `BCP §4.1`, `Core §2`, `6749 §3.1`.
TEST(Threats, CiteWithoutAbbreviations) {
  const std::regex abbreviation("(^|[ ,])(BCP|BBA|CS|MRT|OREF|JBCP|COAT|D|K)([ ,]|$)|(^|, )(Core|[0-9])");
  for (const auto& threat : threats()) {
    const std::string clause(threat.clause);
    EXPECT_FALSE(clause.empty()) << threat.name;
    EXPECT_FALSE(std::regex_search(clause, abbreviation)) << threat.name << ": " << clause;
  }
}

TEST(Threats, OfOtherFlowsDoNotApply) {
  for (const auto& threat : threat_groups().back().threats)
    EXPECT_TRUE(threat.not_modelled.starts_with("Does not apply to the Implicit flow")) << threat.name;
}

}  // namespace
}  // namespace flowsim::explain
