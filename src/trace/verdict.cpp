// Finds the check that decided a verdict.
#include "trace/verdict.hpp"

#include <algorithm>

namespace flowsim::trace {

const CheckResult* Verdict::failed() const {
  const auto result = std::ranges::find(results, CheckStatus::failed, &CheckResult::status);
  return result == results.end() ? nullptr : &*result;
}

}  // namespace flowsim::trace
