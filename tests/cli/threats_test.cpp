// The page of threats is what the program prints, and says of each threat what the scenarios say.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "base/diagnostic.hpp"
#include "explain/threats.hpp"
#include "page.hpp"
#include "program.hpp"
#include "scenario/scenario.hpp"
#include "support/golden.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::filesystem::path repository = FLOWSIM_SOURCE_DIR;

/// How many scenarios of the repository show each threat.
std::map<std::string, int, std::less<>> scenarios_by_threat() {
  std::map<std::string, int, std::less<>> counts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(repository / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    Diagnostics diagnostics;
    const auto scenario = read_scenario(content_of(entry.path()), entry.path().string(), diagnostics);
    EXPECT_TRUE(scenario) << entry.path();
    for (const auto& threat : scenario ? scenario->threats : std::vector<std::string>{}) ++counts[threat];
  }
  return counts;
}

/// The line of the page about that threat.
std::string row_about(std::string_view threat, const std::string& page) {
  const auto parts = parts_between(page, "\n| `" + std::string(threat) + "` |", "\n");
  return parts.size() == 1 ? parts.front() : "";
}

/// What the program prints of a folder with this scenario in `a/b.yaml`.
Finished page_of(const std::string& scenario) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "a");
  folder.write("a/b.yaml", scenario);
  return run_program({.arguments = {"threats", "a"}, .input = {}, .folder = folder.path()});
}

TEST(ThreatPage, IsTheOneThatTheDocumentationHolds) {
  const auto run = flowsim_run({"threats", "scenarios"});
  EXPECT_EQ(run.status, 0) << run.err;
  testing_support::expect_golden(run.out, repository / "docs/threats.md");
}

TEST(ThreatPage, LinksToFilesThatExist) {
  const auto links = files_linked_in(content_of(repository / "docs/threats.md"));
  EXPECT_FALSE(links.empty());
  for (const auto& link : links) EXPECT_TRUE(std::filesystem::exists(repository / "docs" / link)) << link;
}

TEST(ThreatPage, SaysWhatBlocksAnAttack) {
  const auto page = page_of(
      "title: 'a|b *c*'\nthreats: [state-missing]\n"
      "expect: {outcome: response_rejected, check: state_matches}\n");
  EXPECT_THAT(row_about("state-missing", page.out),
              HasSubstr("| [a\\|b \\*c\\*](../a/b.yaml): blocked by `state_matches` |"));
  EXPECT_THAT(page.out, HasSubstr("1 are shown by scenarios"));
}

TEST(ThreatPage, SaysHowARunEndsThatNothingBlocks) {
  const auto page = page_of("title: x\nthreats: [clock-skew]\nexpect: {outcome: resource_served}\n");
  EXPECT_THAT(row_about("clock-skew", page.out), HasSubstr("[x](../a/b.yaml): ends with `resource_served` |"));
}

TEST(ThreatPage, SaysWhyNothingShowsAThreat) {
  const auto page = page_of("title: x\n");
  EXPECT_THAT(row_about("as-dos", page.out), HasSubstr("*not modelled:* A run holds"));
  EXPECT_THAT(row_about("state-missing", page.out), HasSubstr("| no scenario |"));
}

TEST(ThreatPage, HasSixCellsInEveryRow) {
  for (const auto& threat : threats()) {
    const auto row = row_about(threat.name, content_of(repository / "docs/threats.md"));
    const auto bars = std::ranges::count(row, '|'),
               literal_bars = std::ranges::count(parts_between(row, "\\", "|"), "");
    EXPECT_EQ(bars - literal_bars, 5) << threat.name;
  }
}

TEST(ThreatPage, IsNotPrintedWhereAScenarioIsInvalid) {
  const auto page = page_of("title: x\nthreats: [state-mising]\n");
  EXPECT_EQ(page.status, 2);
  EXPECT_EQ(page.out, "");
  EXPECT_THAT(page.err, HasSubstr("a/b.yaml:2:11: error: unknown threat \"state-mising\""));
  EXPECT_THAT(page.err, HasSubstr("did you mean \"state-missing\"?"));
}

TEST(Catalogue, GivesNoReasonWhyAThreatCannotBeShownThatIsShown) {
  for (const auto& [name, count] : scenarios_by_threat()) {
    const auto* threat = threat_named(name);
    ASSERT_NE(threat, nullptr) << name;
    EXPECT_EQ(threat->not_modelled, "") << name << " is shown by " << count << " scenarios: take the reason out";
  }
}

TEST(Catalogue, ShowsEveryThreatOrSaysWhyNot) {
  const auto shown = scenarios_by_threat();
  for (const auto& threat : threats())
    EXPECT_TRUE(!threat.not_modelled.empty() || shown.contains(threat.name)) << threat.name << " has no scenario";
}

}  // namespace
}  // namespace flowsim::cli
