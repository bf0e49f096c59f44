// The table of outcomes.
#include "trace/outcome.hpp"

#include <algorithm>

namespace flowsim::trace {
namespace {

constexpr OutcomeRow outcome_rows[] = {
    {OutcomeKind::resource_served, "resource_served",
     "All six interactions took place and the client holds the resource",
     "It says that the flow worked, not that it was safe: look whether a check was switched off, and what it would "
     "have "
     "found"},
    {OutcomeKind::signed_in, "signed_in",
     "The client asked for an ID token alone and accepted it, so the flow is complete after interaction 4",
     "The client knows who the user is, and may call no API: an ID token is no access token"},
    {OutcomeKind::error_page, "error_page",
     "Okta refused the request on a page of its own and did not send the browser back",
     "The client never hears of it, so it must not wait for a callback: a redirect URI that is not trusted gets "
     "neither "
     "tokens nor errors"},
    {OutcomeKind::authorization_error, "authorization_error",
     "The client received an error code from Okta instead of tokens",
     "The error travels back like a response, with the state of the request: the client checks that first, then acts "
     "on "
     "the code"},
    {OutcomeKind::sign_in_failed, "sign_in_failed", "The user could not get past signing in at interaction 3",
     "To the client it looks as if the user had gone away: nothing is sent until somebody signs in"},
    {OutcomeKind::response_rejected, "response_rejected",
     "The client refused what came back to its redirect URI, because a check failed",
     "The check named beside it is the defence that worked: switch it off in a copy of the scenario to see what it "
     "stops"},
    {OutcomeKind::resource_refused, "resource_refused",
     "The app refused the request for the resource, with a status and perhaps an error code",
     "The status says what may help: 401 a new token, 403 another scope, 400 a better request; none calls for the same "
     "request again"},
    {OutcomeKind::timed_out, "timed_out", "An actor waited for something that did not come, and gave up",
     "Messages do get lost: whoever waits needs a limit, and a state that says why it stopped"},
    {OutcomeKind::abandoned, "abandoned", "The user left before the flow was over",
     "Nobody tells the client or okta: both keep a pending request until their own time-outs end it"},
    {OutcomeKind::compromised, "compromised", "A property of the run was violated; this wins over every other outcome",
     "To the victim the run may look well: look which property was violated, and which check, if any, would have "
     "stopped "
     "it"},
};

static_assert(std::ranges::is_sorted(outcome_rows, {}, &OutcomeRow::kind) &&
                  std::size(outcome_rows) == static_cast<std::size_t>(OutcomeKind::compromised) + 1,
              "a row for each");

}  // namespace

std::span<const OutcomeRow> outcomes() { return outcome_rows; }

std::string_view name_of(OutcomeKind kind) { return outcome_rows[static_cast<std::size_t>(kind)].name; }

std::optional<OutcomeKind> outcome_named(std::string_view name) {
  const auto* row = std::ranges::find(outcome_rows, name, &OutcomeRow::name);
  if (row == std::end(outcome_rows)) return {};
  return row->kind;
}

}  // namespace flowsim::trace
