// Every cause of every error text leads to a scenario that really ends as the cause says.
#include <gtest/gtest.h>

#include <map>

#include "explain/error_texts.hpp"
#include "scenario/run.hpp"
#include "support/catalogue.hpp"

namespace flowsim::explain {
namespace {

using testing_support::catalogue;

/// The names under which a run's end is known: its outcome, the check that decided it, the error that travelled.
struct End {
  std::string outcome, check, error;
  bool is_called(std::string_view name) const { return name == outcome || name == check || name == error; }
};

/// How the scenario of that file ends; nothing where there is no such file, or the run is not as it expects.
std::optional<End> end_of(const std::string& file) {
  static std::map<std::string, std::optional<End>> ends;
  static SignatureMemory memory;
  if (const auto known = ends.find(file); known != ends.end()) return known->second;
  auto& end = ends[file];
  for (const auto& scenario : catalogue()) {
    if ("scenarios/" + scenario.file != file) continue;
    const auto trace = run_scenario(scenario, {{}, {}, &memory});
    bool as_expected = trace.outcome.has_value() && !trace.expectations.empty();
    for (const auto& record : trace.expectations) as_expected = as_expected && record.met;
    if (as_expected)
      end = End{std::string(name_of(trace.outcome->kind)), std::string(trace.outcome->check), trace.outcome->error};
  }
  return end;
}

TEST(ErrorTextCauses, RunToTheEndTheyName) {
  for (const auto& row : error_texts())
    for (const auto& cause : row.causes) {
      const auto end = end_of(std::string(cause.scenario));
      ASSERT_TRUE(end) << cause.scenario << " is missing, or does not end as it expects";
      EXPECT_TRUE(end->is_called(cause.ends_with))
          << cause.scenario << " ends with " << end->outcome << " " << end->check << " " << end->error << ", not with "
          << cause.ends_with;
    }
}

TEST(ErrorTextCauses, KnowTheErrorCodeThatTheirTextComesWith) {
  for (const auto& row : error_texts()) {
    if (row.error.empty() || row.error == "E0000007") continue;  // the simulated client drops that answer's body
    const auto first = end_of(std::string(row.causes.front().scenario));
    ASSERT_TRUE(first) << row.text;
    EXPECT_TRUE(first->is_called(row.error)) << row.text << ": " << first->error;
  }
}

}  // namespace
}  // namespace flowsim::explain
