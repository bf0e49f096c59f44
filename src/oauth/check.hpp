// A check: one named rule an actor applies to what it received, and the table row that describes it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"
#include "oauth/misbehaviour.hpp"
#include "trace/verdict.hpp"
#include "wire/participant.hpp"

namespace flowsim::oauth {

/// What an actor does when a check fails.
enum class Refusal : std::uint8_t {
  error_page,      ///< okta answers with a page and does not redirect (RFC 6749 §4.2.2.1)
  error_redirect,  ///< okta sends the browser back to the client with an error code
  ask_again,       ///< okta shows the prompt once more
  discard,         ///< the client drops the whole response
  show_error,      ///< the client stops and shows the error it was sent
  challenge,       ///< the app answers 400, 401 or 403 with `WWW-Authenticate` (RFC 6750 §3)
  leave,           ///< the user does not trust the page
};

/// One row of the check table.
struct Check {
  std::string_view name;              ///< a statement in snake_case: `state_matches`
  Participant actor;                  ///< who applies it
  int interaction;                    ///< at which of the six
  std::string_view clause;            ///< where that is written: `RFC 6749 §10.12`
  Refusal refusal;                    ///< what follows when it does not hold
  std::string_view error = {};        ///< the error code that then travels, if one does
  int status = 0;                     ///< the HTTP status that then travels, if the check decides it
  std::string_view description = {};  ///< the `error_description` that then travels, if one does
};

/// What a check found.
struct Finding {
  CheckStatus status = CheckStatus::passed;
  Phrase expected{}, actual{};
};

inline Finding passes(Phrase expected, Phrase actual) {
  return {CheckStatus::passed, std::move(expected), std::move(actual)};
}
inline Finding fails(Phrase expected, Phrase actual) {
  return {CheckStatus::failed, std::move(expected), std::move(actual)};
}
inline Finding holds_if(bool holds, Phrase expected, Phrase actual) {
  return {holds ? CheckStatus::passed : CheckStatus::failed, std::move(expected), std::move(actual)};
}
/// There is nothing to look at; `reason` says why.
inline Finding not_applicable(Phrase reason) { return {CheckStatus::not_applicable, {}, std::move(reason)}; }

/// A row with the function that applies the rule. A function must cope with any context, also one in which earlier
/// checks failed or were switched off.
template <class Context>
struct CheckRow {
  Check check;
  Finding (*examine)(const Context&);
};

/// A verdict together with the row of the check that failed (null when all passed).
struct Judgement {
  Verdict verdict;
  const Check* failed = nullptr;
};

/// What keeps an actor from applying every check as it is written: those the scenario switched off, and its bugs.
struct Defences {
  std::span<const std::string> disabled_checks;
  Misbehaviours* misbehaviours = nullptr;  ///< null: none

  Defences() = default;
  Defences(std::span<const std::string> disabled, Misbehaviours* had = nullptr)
      : disabled_checks(disabled), misbehaviours(had) {}
  Defences(const std::vector<std::string>& disabled) : disabled_checks(disabled) {}

  bool disables(std::string_view check) const {
    return std::ranges::find(disabled_checks, check) != disabled_checks.end();
  }
  /// Whether an actor has this bug. Ask only where it makes a difference: that it did is remembered.
  bool misbehaves(std::string_view name) const {
    if (misbehaviours == nullptr || !misbehaviours->has(name)) return false;
    misbehaviours->use(name);
    return true;
  }
};

/// Lets the run's misbehaviours change what a check has found.
template <class Context>
void deviate(const Defences& defences, std::string_view check, const Context& context, Finding& finding) {
  if (defences.misbehaviours == nullptr) return;
  for (const auto& deviation : deviations<Context>()) {
    if (deviation.check != check || !defences.misbehaviours->has(deviation.misbehaviour)) continue;
    const auto before = finding.status;
    deviation.apply(context, finding);
    if (finding.status != before) defences.misbehaviours->use(deviation.misbehaviour);
  }
}

/// Applies the rows in order and stops at the first that fails. A switched-off check is applied too, but never decides;
/// so is one that a misbehaviour overlooks.
template <class Context>
Judgement examine(std::span<const CheckRow<Context>> rows, const Context& context, const Defences& defences) {
  Judgement judgement;
  judgement.verdict.results.reserve(rows.size());
  for (const auto& [check, apply] : rows) {
    auto finding = apply(context);
    bool violated = finding.status == CheckStatus::failed;
    if (defences.disables(check.name))
      finding.status = CheckStatus::switched_off;
    else
      deviate(defences, check.name, context, finding);
    violated = violated || finding.status == CheckStatus::failed;
    judgement.verdict.results.push_back(
        {check.name, finding.status, std::move(finding.expected), std::move(finding.actual), violated});
    if (finding.status != CheckStatus::failed) continue;
    judgement.failed = &check;
    break;
  }
  return judgement;
}

}  // namespace flowsim::oauth
