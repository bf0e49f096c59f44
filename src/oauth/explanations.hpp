// What a person should know of each check: what its rule protects, why it usually fails, and what to do then.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::oauth {

/// One row: three clauses in plain words, without a capital at the start and without a full stop.
struct CheckExplanation {
  std::string_view check;     ///< its name in the check table
  std::string_view protects;  ///< what the rule is for, or what happens where nobody applies it
  std::string_view cause;     ///< the likely cause when it fails
  std::string_view fix;       ///< what to do then, as a command
};

/// A row for every check, in the order of the check table.
const std::vector<CheckExplanation>& check_explanations();

/// The row of that check, or null.
const CheckExplanation* explanation_of(std::string_view check);

/// Two sentences for a check that has failed: the likely cause and the fix. Empty for a name that is no check's.
std::string advice_on_failure(std::string_view check);

/// One sentence for a check that would have failed, but is switched off: what it is for. Empty for a name that is no
/// check's.
std::string advice_on_switching_off(std::string_view check);

}  // namespace flowsim::oauth
