// The table of outcomes.
#include "trace/outcome.hpp"

#include <algorithm>

namespace flowsim {
namespace {

constexpr OutcomeRow rows[] = {
    {OutcomeKind::resource_served, "resource_served",
     "All six interactions took place and the client holds the resource"},
    {OutcomeKind::signed_in, "signed_in",
     "The client asked for an ID token alone and accepted it, so the flow is complete after interaction 4"},
    {OutcomeKind::error_page, "error_page",
     "Okta refused the request on a page of its own and did not send the browser back"},
    {OutcomeKind::authorization_error, "authorization_error",
     "The client received an error code from Okta instead of tokens"},
    {OutcomeKind::sign_in_failed, "sign_in_failed", "The user could not get past signing in at interaction 3"},
    {OutcomeKind::response_rejected, "response_rejected",
     "The client refused what came back to its redirect URI, because a check failed"},
    {OutcomeKind::resource_refused, "resource_refused",
     "The app refused the request for the resource, with a status and perhaps an error code"},
    {OutcomeKind::timed_out, "timed_out", "An actor waited for something that did not come, and gave up"},
    {OutcomeKind::abandoned, "abandoned", "The user left before the flow was over"},
    {OutcomeKind::compromised, "compromised",
     "A property of the run was violated and an attacker gained something; this wins over every other outcome"},
};

constexpr bool in_order = std::ranges::is_sorted(rows, {}, &OutcomeRow::kind);
static_assert(in_order && std::size(rows) == static_cast<std::size_t>(OutcomeKind::compromised) + 1, "a row for each");

}  // namespace

std::span<const OutcomeRow> outcomes() { return rows; }

std::string_view name_of(OutcomeKind kind) { return rows[static_cast<std::size_t>(kind)].name; }

std::optional<OutcomeKind> outcome_named(std::string_view name) {
  const auto* row = std::ranges::find(rows, name, &OutcomeRow::name);
  if (row == std::end(rows)) return {};
  return row->kind;
}

}  // namespace flowsim
