// One rule for each way a run may end, tried in order.
#include "flows/implicit/outcome.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>

namespace flowsim::implicit {
namespace {

using enum Participant;

bool ends_in(const Trace& trace, Participant actor, std::string_view state) {
  return std::ranges::any_of(trace.final_states,
                             [&](const FinalState& end) { return end.actor == actor && end.state == state; });
}

/// The last check that failed at this actor, or null.
const CheckResult* last_failure(const Trace& trace, Participant by) {
  for (const auto& record : std::views::reverse(trace.verdicts))
    if (record.by == by && record.verdict.failed() != nullptr) return record.verdict.failed();
  return nullptr;
}

/// The last message of that kind that was sent, or null.
const Message* last_message(const Trace& trace, std::string_view kind) {
  for (const auto& record : std::views::reverse(trace.messages))
    if (record.envelope.message.kind == kind) return &record.envelope.message;
  return nullptr;
}

Outcome because_of(OutcomeKind kind, Participant participant, const CheckResult* failed, std::string explanation) {
  Outcome outcome{kind, {}, {}, 0, participant, std::move(explanation)};
  if (failed == nullptr) return outcome;
  outcome.check = failed->check;
  outcome.explanation += " The check " + failed->check + " failed (" + failed->clause + ").";
  return outcome;
}

void take_error(Outcome& outcome, const Message* message) {
  if (message == nullptr) return;
  outcome.error = message->parameters.value_or_empty("error");
  outcome.status = std::atoi(std::string(message->parameters.value_or_empty("status")).c_str());
}

Outcome served(const Trace&) {
  return {
      OutcomeKind::resource_served, {}, {}, 200, app, "The client has the resource: all six interactions took place."};
}

Outcome signed_in(const Trace&) {
  return {OutcomeKind::signed_in,
          {},
          {},
          0,
          client,
          "The client knows who the user is. It asked for no access token, so the flow ends at interaction 4."};
}

Outcome refused(const Trace& trace) {
  auto outcome =
      because_of(OutcomeKind::resource_refused, app, last_failure(trace, app), "The app refused the request.");
  const auto* challenge = last_message(trace, "bearer_challenge");
  take_error(outcome, challenge != nullptr ? challenge : last_message(trace, "resource_response"));
  return outcome;
}

Outcome rejected(const Trace& trace) {
  return because_of(
      OutcomeKind::response_rejected, client, last_failure(trace, client),
      last_failure(trace, client) != nullptr && last_failure(trace, client)->check == "metadata_issuer_matches"
          ? "The client does not trust what it found at the issuer's address and asks for nothing."
          : "The client threw away what it received.");
}

Outcome error_returned(const Trace& trace) {
  auto outcome = because_of(OutcomeKind::authorization_error, okta, last_failure(trace, okta),
                            "okta refused and told the client so.");
  take_error(outcome, last_message(trace, "authorization_error"));
  return outcome;
}

Outcome error_page(const Trace& trace) {
  auto outcome = because_of(OutcomeKind::error_page, okta, last_failure(trace, okta),
                            "okta showed an error page; the client will never hear of it.");
  take_error(outcome, last_message(trace, "error_page"));
  return outcome;
}

Outcome gave_up(const Trace& trace) {
  auto outcome =
      because_of(OutcomeKind::sign_in_failed, user, last_failure(trace, okta), "The user did not get past sign-in.");
  take_error(outcome, last_message(trace, "authentication_prompt"));
  return outcome;
}

Outcome left(const Trace& trace) {
  return because_of(OutcomeKind::abandoned, user, last_failure(trace, user),
                    "The user left. Nobody tells the client; it waits until its patience ends.");
}

/// What the client was waiting for, by the state it last left.
Outcome timed_out(const Trace& trace) {
  Outcome outcome{OutcomeKind::timed_out, {}, {}, 0, client, "The client was never reached."};
  for (const auto& transition : trace.transitions) {
    if (transition.actor != client || transition.to != "TimedOut") continue;
    const bool unreachable = transition.event == "network_error";
    outcome.explanation = unreachable ? "The client could not reach " : "The client stopped waiting for ";
    outcome.explanation += transition.from == "AwaitingResource"   ? "the app"
                           : transition.from == "AwaitingResponse" ? "okta's response"
                                                                   : "okta";
    outcome.explanation += ".";
  }
  return outcome;
}

struct Rule {
  Participant actor;
  std::string_view state;
  Outcome (*outcome)(const Trace&);
};

/// The first rule whose actor ended in that state decides. Success first: a page seen on the way does not undo it.
constexpr std::array rules{
    Rule{client, "HasResource", served},
    Rule{client, "SignedIn", signed_in},
    Rule{client, "ResourceRefused", refused},
    Rule{client, "Rejected", rejected},
    Rule{client, "ErrorShown", error_returned},
    Rule{user, "GaveUp", gave_up},
    Rule{user, "Left", left},
    Rule{user, "SawErrorPage", error_page},
    Rule{okta, "ErrorPageShown", error_page},
};

}  // namespace

Outcome outcome_of(const Trace& trace) {
  const auto rule = std::ranges::find_if(
      rules, [&](const Rule& candidate) { return ends_in(trace, candidate.actor, candidate.state); });
  return rule == rules.end() ? timed_out(trace) : rule->outcome(trace);
}

}  // namespace flowsim::implicit
