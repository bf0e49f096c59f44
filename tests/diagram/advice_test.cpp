// What the reader is told of a check whose rule does not hold.
#include <gmock/gmock.h>

#include "diagram/prose.hpp"

namespace flowsim::diagram {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Advice, IsGivenOnlyWhereARuleDoesNotHold) {
  CheckResult result{"state_matches", CheckStatus::failed, {}, {}, true};
  EXPECT_THAT(advice_on(result), AllOf(StartsWith("Likely cause: "), HasSubstr(". Fix: ")));
  result.status = CheckStatus::switched_off;
  EXPECT_THAT(advice_on(result), StartsWith("What it is for: "));
  result.violated = false;
  EXPECT_EQ(advice_on(result), "");
  result.status = CheckStatus::passed;
  EXPECT_EQ(advice_on(result), "");
  EXPECT_EQ(advice_on({"no_such_check", CheckStatus::failed, {}, {}, true}), "");
}

}  // namespace
}  // namespace flowsim::diagram
