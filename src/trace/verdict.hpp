// The ordered results of the checks that one actor applied to what it received.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace flowsim::trace {

/// How one check ended. `switched_off`: the scenario disabled it, or a bug of the actor overlooks what it found.
/// `not_applicable`: there was nothing it could look at, and `actual` says why.
enum class CheckStatus : std::uint8_t { passed, failed, switched_off, not_applicable };

/// One check as it was applied.
struct CheckResult {
  std::string_view check{};  ///< its name in the check table
  CheckStatus status = CheckStatus::passed;
  Phrase expected{};  ///< what the rule asks for, with this run's values
  Phrase actual{};    ///< what was there
  /// The rule does not hold; true with `failed`, and with `switched_off` where it would have failed.
  bool violated = false;
  bool operator==(const CheckResult&) const = default;
};

/// The checks applied to one received message, in their order, up to the first that failed; and what follows from it.
struct Verdict {
  std::vector<CheckResult> results;
  std::string_view decision{};  ///< what the actor does now, in one word of its own: `show_sign_in`, `issue_tokens`, …
  bool operator==(const Verdict&) const = default;

  /// The check that failed, or null.
  const CheckResult* failed() const;
  bool passed() const { return failed() == nullptr; }
};

}  // namespace flowsim::trace
