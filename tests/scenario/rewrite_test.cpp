// Rewriting a scenario's text: only what changes is touched, and the result says what was wanted.
#include "scenario/rewrite.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "scenario/fault_text.hpp"
#include "scenario/reading.hpp"
#include "support/catalogue.hpp"

namespace flowsim::scenario {
namespace {

using testing::HasSubstr;
using testing_support::scenario_of;

FaultSpec drop_at(int interaction) { return {{interaction, 0, {}, 1, Participant::browser}, "drop", {}, false}; }

std::string rewritten(const std::string& text, const Scenario& wanted) {
  const auto result = rewrite_scenario(text, wanted);
  if (const auto* problem = std::get_if<CannotRewrite>(&result)) return problem->message;
  return std::get<std::string>(result);
}

std::string with_fault(const std::string& text, int interaction = 4) {
  auto wanted = scenario_of(text);
  wanted.faults.push_back(drop_at(interaction));
  return rewritten(text, wanted);
}

TEST(Rewrite, LeavesATextAloneThatSaysItAlready) {
  const std::string text = "# A story.\ntitle: T   # its name\n\nexpect: {outcome: resource_served}\n";
  EXPECT_EQ(rewritten(text, scenario_of(text)), text);
}

TEST(Rewrite, PutsNewFaultsBeforeTheExpectation) {
  EXPECT_EQ(with_fault("title: T\n\nexpect:\n  outcome: timed_out\n"),
            "title: T\n\nfaults:\n  - {at: 4, do: drop}\n\nexpect:\n  outcome: timed_out\n");
}

TEST(Rewrite, PutsNewFaultsAtTheEndWhereNothingIsExpected) {
  const std::string result = "title: T\n\nfaults:\n  - {at: 4, do: drop}\n";
  EXPECT_EQ(with_fault("title: T\n"), result);
  EXPECT_EQ(with_fault("title: T"), result);
}

TEST(Rewrite, EndsLinesAsTheTextDoes) {
  EXPECT_EQ(with_fault("title: T\r\n\r\nexpect:\r\n  outcome: timed_out\r\n"),
            "title: T\r\n\r\nfaults:\r\n  - {at: 4, do: drop}\r\n\r\nexpect:\r\n  outcome: timed_out\r\n");
  EXPECT_EQ(with_fault("title: T\r\nseed: 1\n"), "title: T\r\nseed: 1\n\nfaults:\n  - {at: 4, do: drop}\n");
}

TEST(Rewrite, PassesOnWhyTheResultWouldBeInvalid) {
  const std::string text = "title: T\n";
  auto wanted = scenario_of(text);
  wanted.faults.assign(101, drop_at(4));
  EXPECT_THAT(rewritten(text, wanted), HasSubstr("more than 100 faults"));
}

TEST(Rewrite, AddsToAListAndKeepsItsComments) {
  EXPECT_EQ(with_fault("title: T\nfaults:  # what goes wrong\n    - at: 1\n      do: delay\n      by: 1s  # late\n"
                       "\n# The end.\nexpect: {outcome: timed_out}\n"),
            "title: T\nfaults:  # what goes wrong\n    - at: 1\n      do: delay\n      by: 1s  # late\n"
            "    - {at: 4, do: drop}\n\n# The end.\nexpect: {outcome: timed_out}\n");
  EXPECT_EQ(with_fault("title: T\nfaults:\n- {at: 1, do: drop}\n"),
            "title: T\nfaults:\n- {at: 1, do: drop}\n- {at: 4, do: drop}\n");
}

TEST(Rewrite, WritesAListInBracketsAnew) {
  EXPECT_EQ(with_fault("faults: [{at: 1, do: drop}]  # one\ntitle: T\n"),
            "faults:\n  - {at: 1, do: drop}\n  - {at: 4, do: drop}\ntitle: T\n");
  EXPECT_EQ(with_fault("title: T\nfaults: []\n"), "title: T\nfaults:\n  - {at: 4, do: drop}\n");
}

TEST(Rewrite, SwitchesChecksOffAndOn) {
  const std::string text = "title: T\nexpect: {outcome: timed_out}\n";
  auto wanted = scenario_of(text);
  wanted.disabled_checks = {"state_matches"};
  const auto off = rewritten(text, wanted);
  EXPECT_EQ(off, "title: T\ndisabled_checks: [state_matches]\n\nexpect: {outcome: timed_out}\n");
  EXPECT_EQ(rewritten(off, scenario_of(text)), "title: T\n\nexpect: {outcome: timed_out}\n");
}

TEST(Rewrite, WritesAnotherEnd) {
  const std::string text = "title: T\nexpect:\n  outcome: timed_out  # sooner or later\n# Behind it.\n";
  auto wanted = scenario_of(text);
  wanted.expect = {};
  wanted.expect.outcome = OutcomeKind::authorization_error;
  wanted.expect.error = "a: b";
  wanted.expect.status = 400;
  wanted.expect.states = {{Participant::user, "Ready"}};
  EXPECT_EQ(rewritten(text, wanted),
            "title: T\nexpect:\n  outcome: authorization_error\n  error: \"a: b\"\n  status: 400\n"
            "  states: {user: Ready}\n# Behind it.\n");
}

TEST(Rewrite, KnowsDocumentsThatSayWhereTheyEnd) {
  EXPECT_THAT(with_fault("---\ntitle: T\n...\n"), HasSubstr("{at: 4, do: drop}\n...\n"));
}

TEST(Rewrite, RefusesAScenarioThatIsOneMappingInBraces) {
  EXPECT_THAT(with_fault("{title: T}\n"), HasSubstr("cannot be changed line by line"));
}

TEST(Rewrite, AddsAFaultToEveryScenarioOfTheCatalogue) {
  for (const auto& scenario : testing_support::catalogue()) {
    std::ifstream in(FLOWSIM_SOURCE_DIR "/scenarios/" + scenario.file);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    auto wanted = scenario;
    wanted.faults.push_back(drop_at(6));
    wanted.disabled_checks.emplace_back("transport_is_tls");
    wanted.expect = {};
    wanted.expect.outcome = OutcomeKind::timed_out;
    EXPECT_THAT(rewritten(text, wanted), HasSubstr("- {at: 6, do: drop}\n")) << scenario.file;
  }
}

TEST(FaultText, IsReadAsTheVerySameFault) {
  for (const auto& scenario : testing_support::catalogue())
    for (const auto& fault : scenario.faults) {
      const auto text = fault_text(fault);
      const auto read = scenario_of("title: T\nfaults:\n  - " + text + "\n");
      ASSERT_EQ(read.faults.size(), 1u) << text;
      EXPECT_EQ(fault_text(read.faults.front()), text);
      EXPECT_EQ(read.faults.front().arguments, fault.arguments) << text;
    }
}

TEST(YamlText, QuotesWhatCouldBeReadAsSomethingElse) {
  for (const auto* plain : {"word", "state_matches", "https", "a-b.c"}) EXPECT_EQ(yaml_text(plain), plain);
  for (const auto* odd : {"", "12", "true", "Yes", "null", "~", "a b", "a: b", "#x", "- x", "*x", "é", "{", "1e3"})
    EXPECT_EQ(yaml_text(odd), std::string("\"") + odd + "\"");
  EXPECT_EQ(yaml_text("a\"b\\c\td"), "\"a\\\"b\\\\c\\x09d\"");
}

}  // namespace
}  // namespace flowsim::scenario
