// flowsim explain knows every row of every table, and says so in a few lines.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "diagram/parameter_meanings.hpp"
#include "explain/explanations.hpp"
#include "explain/threats.hpp"
#include "faults/registry.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/checks.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/misbehaviour.hpp"
#include "program.hpp"
#include "scenario/run.hpp"
#include "support/catalogue.hpp"
#include "trace/property.hpp"

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

template <auto name, class Rows>
void expect_explained(const Rows& rows, const std::string& kind) {
  EXPECT_FALSE(rows.empty());
  for (const auto& row : rows) {
    const auto of_that_name = std::ranges::count(rows, row.*name, name);
    const auto all = explanations_of(row.*name);
    EXPECT_GE(static_cast<std::ptrdiff_t>(all.size()), of_that_name) << row.*name;
    EXPECT_EQ(of_that_name,
              std::ranges::count_if(
                  all, [&](const auto& explanation) { return explanation.heading.find(kind) != std::string::npos; }))
        << row.*name;
  }
}

TEST(Explain, KnowsEveryRowOfEveryTable) {
  expect_explained<&Check::name>(all_checks(), ": a check of ");
  expect_explained<&FaultVerb::name>(fault_verbs(), ": a fault (");
  expect_explained<&ErrorCode::name>(error_codes(), ": an error code ");
  expect_explained<&OutcomeRow::name>(outcomes(), ": an outcome, ");
  expect_explained<&PropertyRow::name>(properties(), ": a property, ");
  expect_explained<&Threat::name>(threats(), ": a threat, ");
  expect_explained<&implicit::ActorState::state>(implicit::actor_states(), ": a state of ");
}

TEST(Explain, SaysSomethingBehindEveryLabel) {
  for (const auto& table : explained_tables())
    for (const auto word : table.words()) {
      EXPECT_EQ(std::string(word), visible(word));
      for (const auto& explanation : explanations_of(word)) {
        EXPECT_THAT(explanation.heading, StartsWith(std::string(word) + ": "));
        EXPECT_GE(explanation.parts.size(), 1U) << word;
        for (const auto& [label, text] : explanation.parts) EXPECT_FALSE(text.empty()) << word << " " << label;
      }
    }
}

TEST(Explain, ShowsAnExampleOfEveryFaultThatStrikesInAScenario) {
  for (const auto& verb : fault_verbs()) {
    const auto example = example_of_fault(verb.name);
    Diagnostics diagnostics;
    const auto scenario = read_scenario("title: An example\n" + example, "example", diagnostics);
    ASSERT_TRUE(scenario) << example << render(diagnostics, example);
    ASSERT_EQ(scenario->faults.size(), 1U) << example;
    EXPECT_EQ(scenario->faults.front().verb, verb.name);
    const auto trace = run_scenario(*scenario);
    ASSERT_EQ(trace.faults.size(), 1U);
    EXPECT_TRUE(trace.faults.front().struck) << example;
    EXPECT_THAT(flowsim_run({"explain", std::string(verb.name)}).out, EndsWith("\n\n" + example));
  }
}

TEST(Explain, SaysOfEveryFaultAtWhichInteractionsItMayStrike) {
  const std::map<std::string_view, std::string_view> narrow{{"forge", "4 and 5"},
                                                            {"fail", "2, 4 and 6"},
                                                            {"replay", "1, 2, 3, 4 and 5"},
                                                            {"inject", "1, 2, 3, 4 and 5"},
                                                            {"misbehave", "1, 2, 4, 5 and 6"}};
  for (const auto& verb : fault_verbs()) {
    const auto row = narrow.find(verb.name);
    const auto said = row == narrow.end() ? "any interaction" : "interactions " + std::string(row->second);
    EXPECT_THAT(flowsim_run({"explain", std::string(verb.name)}).out, HasSubstr("a message of " + said + " (at: 4)"));
  }
}

TEST(Explain, SendsToAFolderWhereEveryBugStrikes) {
  std::set<std::string> shown;
  for (const auto& scenario : testing_support::catalogue()) {
    if (!scenario.file.starts_with("real-bugs/")) continue;
    const auto trace = run_scenario(scenario);
    for (std::size_t at = 0; at < scenario.faults.size(); ++at)
      if (trace.faults[at].struck) shown.emplace(scenario.faults[at].arguments.value_or_empty("how"));
  }
  for (const auto& row : misbehaviours()) EXPECT_TRUE(shown.contains(std::string(row.name))) << row.name;
}

TEST(Explain, KnowsEveryParameterOfTheHappyPath) {
  Diagnostics diagnostics;
  const auto trace = run_scenario(*read_scenario("title: Happy\n", "happy", diagnostics));
  int seen = 0;
  for (const auto& message : trace.messages)
    for (const auto& parameter : message.envelope.message.parameters) {
      if (message.envelope.interaction != 1 && message.envelope.interaction != 4) continue;
      if (parameter.place == Place::header) continue;  // a cookie is no parameter of the protocol's
      ++seen;
      EXPECT_NE(std::ranges::find(parameter_meanings(), parameter.name, &ParameterMeaning::name),
                parameter_meanings().end())
          << parameter.name;
    }
  EXPECT_GT(seen, 8);
}

TEST(Explain, SaysOfACheckWhatItIsForWhyItFailsAndWhatToDo) {
  const auto run = flowsim_run({"explain", "redirect_uri_exact"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out,
              AllOf(StartsWith("redirect_uri_exact: a check of okta at interaction 1, authorization_request\n"),
                    HasSubstr("(RFC 9700 §2.1)\n"), HasSubstr("\n  protects "), HasSubstr("\n  likely cause "),
                    HasSubstr("\n  fix "), HasSubstr("status 400 and illegal_redirect_uri\n"),
                    HasSubstr("disabled_checks: [redirect_uri_exact]")));
  EXPECT_EQ(run.out, flowsim_run({"explain", "redirect_uri_exact"}).out);
}

TEST(Explain, SaysOfAFaultWhatItDoesWithWhatAndWhere) {
  const auto run = flowsim_run({"explain", "delay"});
  EXPECT_THAT(run.out,
              AllOf(StartsWith("delay: a fault (network)\n"), HasSubstr("by (a duration such as 5s, required): "),
                    HasSubstr("wire legs"), HasSubstr("\nfaults:\n  - at: 4\n    do: delay\n    by: 5s\n")));
}

TEST(Explain, PrintsEveryMeaningOfAWord) {
  const auto out = flowsim_run({"explain", "invalid_request"}).out;
  for (const auto* sender : {"sends the client in the redirect, status 302", "shows on a page of its own, status 400",
                             "the app sends the client in WWW-Authenticate, status 400"})
    EXPECT_THAT(out, HasSubstr(sender));
  EXPECT_THAT(out, HasSubstr("\n\ninvalid_request: "));
  const auto both = flowsim_run({"explain", "state"}).out;
  EXPECT_THAT(both, AllOf(HasSubstr("authorization request"), HasSubstr("access token response")));
}

TEST(Explain, SetsNoLineWiderThanAHundredColumns) {
  for (const auto& table : explained_tables()) {
    if (table.name == "parameter") continue;  // many words, and the same printer
    const auto words = table.words();
    for (const auto word : {words.front(), words.back()}) {
      std::istringstream out(flowsim_run({"explain", std::string(word)}).out);
      for (std::string line; std::getline(out, line);) EXPECT_LE(display_width(line), 100U) << line;
    }
  }
}

TEST(Explain, NamesTheNearestWordsWhereItKnowsNone) {
  const auto run = flowsim_run({"explain", "state_match"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err,
              AllOf(StartsWith("flowsim: 'state_match' is no word"), HasSubstr("did you mean 'state_matches")));
  EXPECT_THAT(flowsim_run({"explain", "signature"}).err, HasSubstr("'id_token_signature_valid'"));
  EXPECT_THAT(flowsim_run({"explain", "qqqqqqqqqqqq"}).err, HasSubstr("flowsim list"));
}

TEST(Explain, ShowsAHostileWordLiterally) {
  const auto run = flowsim_run({"explain", "\x1b[31m\xff"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("'\\x1B[31m\\xFF'"), Not(HasSubstr("\x1b"))));
  EXPECT_EQ(flowsim_run({"explain", ""}).status, 2);
  EXPECT_EQ(flowsim_run({"explain", "."}).status, 2);
}

}  // namespace
}  // namespace flowsim::cli
