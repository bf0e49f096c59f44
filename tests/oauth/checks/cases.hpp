// The cases of the checks: what each is applied to, and what it must find.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oauth/checks.hpp"

namespace flowsim::oauth::checks_test {

/// One check applied to one context. The test is named after both: `RedirectUriExact.RefusesATrailingSlash`.
struct Case {
  std::string_view check;
  std::string_view fact;
  CheckStatus status;
  std::function<Finding(std::string_view check)> apply;
  std::string_view actual = {};    ///< what the finding says was there, where the case cares
  std::string_view expected = {};  ///< what it says should have been, where the case cares
};

const std::vector<Case>& authorization_request_cases();
const std::vector<Case>& sign_in_cases();
const std::vector<Case>& response_cases();
const std::vector<Case>& id_token_cases();
const std::vector<Case>& resource_cases();

/// All of them.
std::vector<Case> all_cases();

/// Applies the row of that name.
template <class Context>
Finding apply_row(std::span<const CheckRow<Context>> rows, std::string_view check, const Context& context) {
  for (const auto& row : rows)
    if (row.check.name == check) return row.examine(context);
  return {CheckStatus::switched_off};
}

}  // namespace flowsim::oauth::checks_test
