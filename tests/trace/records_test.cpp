// Verdicts, outcomes and machines' tables answer what is asked of them.
#include <gtest/gtest.h>

#include <set>

#include "trace/describe.hpp"
#include "trace/edge.hpp"
#include "trace/outcome.hpp"
#include "trace/verdict.hpp"

namespace flowsim::trace {
namespace {

using Names = std::vector<std::string>;

CheckResult result(std::string_view check, CheckStatus status) {
  return {check, status, {}, {}, status == CheckStatus::failed || status == CheckStatus::switched_off};
}

TEST(Verdict, PassesWhereNoCheckFailed) {
  EXPECT_TRUE(Verdict{}.passed());
  const Verdict verdict{{result("a", CheckStatus::passed), result("b", CheckStatus::switched_off),
                         result("c", CheckStatus::not_applicable)},
                        "go_on"};
  EXPECT_TRUE(verdict.passed());
  EXPECT_EQ(verdict.failed(), nullptr);
}

TEST(Verdict, NamesTheFirstCheckThatFailed) {
  const Verdict verdict{
      {result("a", CheckStatus::passed), result("b", CheckStatus::failed), result("c", CheckStatus::failed)}, "stop"};
  EXPECT_FALSE(verdict.passed());
  ASSERT_NE(verdict.failed(), nullptr);
  EXPECT_EQ(verdict.failed()->check, "b");
}

const Edges machine{"Idle",
                    {{"Idle", "request", "Waiting", "", ""},
                     {"Waiting", "timer", "Waiting", "", "", true},
                     {"Waiting", "response", "Done", "is_good", "store"},
                     {"Waiting", "response", "Failed", "not is_good", ""},
                     {"Done", "response", "Done", "", "", true}}};

TEST(Edges, ListTheirStatesInTheOrderOfTheTable) {
  EXPECT_EQ(machine.states(), (Names{"Idle", "Waiting", "Done", "Failed"}));
  EXPECT_EQ((Edges{"B", {{"A", "e", "B", "", ""}}}.states()), (Names{"B", "A"}));
  EXPECT_EQ((Edges{"Alone", {}}.states()), Names{"Alone"});
  EXPECT_EQ(Edges{}.states(), Names{});
}

TEST(Edges, AreFinalWhereNoRowLeaves) {
  EXPECT_EQ(machine.final_states(), (Names{"Done", "Failed"}));
  EXPECT_EQ((Edges{"Alone", {}}.final_states()), Names{"Alone"});
  EXPECT_EQ((Edges{"A", {{"A", "e", "B", "", ""}, {"B", "e", "A", "", ""}}}.final_states()), Names{});
}

TEST(Outcomes, AreTheClosedList) {
  Names names;
  for (const auto& row : outcomes()) names.emplace_back(row.name);
  EXPECT_EQ(names, (Names{"resource_served", "signed_in", "error_page", "authorization_error", "sign_in_failed",
                          "response_rejected", "resource_refused", "timed_out", "abandoned", "compromised"}));
}

TEST(Outcomes, AreFoundByTheirNames) {
  for (const auto& row : outcomes()) {
    EXPECT_EQ(outcome_named(row.name), row.kind);
    EXPECT_EQ(name_of(row.kind), row.name);
  }
  for (const auto* name : {"", "Resource_served", "served"}) EXPECT_EQ(outcome_named(name), std::nullopt) << name;
}

// The described names are what JSON traces say; scenario files and pictures use the tables' names.
template <class T>
void expect_same_names() {
  boost::mp11::mp_for_each<NamesOf<T>>([](auto row) { EXPECT_EQ(name_of(row.value), row.name); });
}

TEST(DescribedNames, AreThoseOfTheTables) {
  expect_same_names<OutcomeKind>();
  expect_same_names<Participant>();
  EXPECT_EQ(boost::mp11::mp_size<NamesOf<OutcomeKind>>::value, outcomes().size());
  EXPECT_EQ(boost::mp11::mp_size<NamesOf<Participant>>::value, all_participants.size());
}

}  // namespace
}  // namespace flowsim::trace
