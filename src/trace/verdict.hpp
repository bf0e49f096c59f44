// The ordered results of the checks that one actor applied to what it received.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::trace {

/// How one check ended. `switched_off`: the scenario disabled it, or a bug of the actor overlooks what it found.
/// `not_applicable`: there was nothing it could look at, and `actual` says why.
enum class CheckStatus : std::uint8_t { passed, failed, switched_off, not_applicable };

/// One check as it was applied.
struct CheckResult {
  std::string check;  ///< its name in the check table
  CheckStatus status = CheckStatus::passed;
  std::string expected;  ///< what the rule asks for, with this run's values
  std::string actual;    ///< what was there
  std::string clause;    ///< where the rule is written: `RFC 6749 §10.12`
  bool violated =
      false;  ///< the rule does not hold; true with `failed`, and with `switched_off` where it would have failed
  std::string advice{};  ///< sentences for the reader where the rule does not hold: of a failed check the likely cause
                         ///< and the fix, of a switched-off one what it is for
  bool operator==(const CheckResult&) const = default;
};

/// The checks applied to one received message, in their order, up to the first that failed; and what follows from it.
struct Verdict {
  std::vector<CheckResult> results;
  std::string decision;  ///< what the actor does now, in one word of its own: `show_sign_in`, `issue_tokens`, …
  bool operator==(const Verdict&) const = default;

  /// The check that failed, or null.
  const CheckResult* failed() const;
  bool passed() const { return failed() == nullptr; }
};

}  // namespace flowsim::trace
