// Where two runs of one story part.
#include "diagram/agreement.hpp"

#include <gtest/gtest.h>

#include "diagram/situation.hpp"
#include "scenario/run.hpp"

namespace flowsim::diagram {
using namespace scenario;

namespace {

Trace run_with(const std::string& lines) {
  Diagnostics problems;
  const auto scenario = read_scenario("title: T\n" + lines, "test.yaml", problems);
  EXPECT_TRUE(scenario.has_value()) << lines;
  return scenario ? run_scenario(*scenario) : Trace{};
}

TEST(Agreement, OfARunWithItselfIsItsEnd) {
  const auto trace = run_with("");
  EXPECT_EQ(agree_until(trace, trace), trace.end.order);
}

TEST(Agreement, EndsWhereAMessageIsLost) {
  const auto whole = run_with("");
  const auto lost = run_with("faults: [{at: 4, do: drop}]\n");
  const int agreed = agree_until(whole, lost);
  EXPECT_EQ(agreed, agree_until(lost, whole));
  const auto part = until(whole, agreed);
  EXPECT_EQ(part.messages.back().envelope.interaction, 4);
  EXPECT_EQ(part.messages, until(lost, agreed).messages);
  EXPECT_EQ(part.legs, until(lost, agreed).legs);
  EXPECT_NE(until(whole, agreed + 1).legs, until(lost, agreed + 1).legs);
}

TEST(Agreement, EndsWhereACheckIsSwitchedOff) {
  const auto with = run_with(""), without = run_with("disabled_checks: [state_present]\n");
  const int agreed = agree_until(with, without);
  EXPECT_GT(agreed, 0);
  EXPECT_EQ(until(with, agreed).verdicts, until(without, agreed).verdicts);
  EXPECT_NE(until(with, agreed + 1).verdicts, until(without, agreed + 1).verdicts);
}

TEST(Agreement, IsNoneWhereTheFirstRecordDiffers) {
  EXPECT_EQ(agree_until(run_with(""), run_with("start: 2030-01-01T00:00:00Z\n")), 0);
}

}  // namespace
}  // namespace flowsim::diagram
