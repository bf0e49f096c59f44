// One rule for each way a run may end, tried in order.
#include "flows/implicit/outcome.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "oauth/checks.hpp"

namespace flowsim::flows::implicit {
namespace {

using enum Participant;

bool ends_in(const Trace& trace, Participant actor, std::string_view state) {
  return std::ranges::any_of(trace.final_states,
                             [&](const FinalState& end) { return end.actor == actor && end.state == state; });
}

/// The last check that failed at this actor before that place in the order of records, or null.
const CheckResult* last_failure(const Trace& trace, Participant by, int before = std::numeric_limits<int>::max()) {
  const auto failed = std::find_if(trace.verdicts.rbegin(), trace.verdicts.rend(), [&](const auto& record) {
    return record.by == by && record.moment.order < before && record.verdict.failed() != nullptr;
  });
  return failed == trace.verdicts.rend() ? nullptr : failed->verdict.failed();
}

/// The first message of that kind that arrived, else the last that was sent; null where there is none.
const MessageRecord* decisive_message(const Trace& trace, std::string_view kind) {
  const MessageRecord* last = nullptr;
  for (const auto& record : trace.messages) {
    const auto& message = record.as_travelled();
    // An error slipped into a response makes it one, whatever it was sent as.
    const bool is_error = record.envelope.interaction == 4 && message.parameters.has("error");
    if (message.kind != kind && !(is_error && kind == "authorization_error")) continue;
    last = &record;
    if (record.arrived) break;
  }
  return last;
}

Outcome because_of(OutcomeKind kind, Participant participant, const CheckResult* failed, Phrase explanation) {
  Outcome outcome{kind, {}, {}, {}, 0, participant, {std::move(explanation)}};
  if (failed == nullptr) return outcome;
  outcome.check = failed->check;
  outcome.explanation.push_back(
      {"endings.check_failed", {std::string(failed->check), std::string(clause_of(failed->check))}});
  return outcome;
}

/// An outcome that a message brought: the check that failed before it was sent, and the code and status it carried.
Outcome brought_by(const MessageRecord* message, const Trace& trace, OutcomeKind kind, Participant participant,
                   Participant refused_by, Phrase explanation) {
  const int sent = message != nullptr ? message->sent.order : std::numeric_limits<int>::max();
  auto outcome = because_of(kind, participant, last_failure(trace, refused_by, sent), std::move(explanation));
  if (message == nullptr) return outcome;
  const auto& parameters = message->as_travelled().parameters;
  auto status = parameters.value_or_empty("status");
  outcome.error = parameters.value_or_empty("error");
  outcome.status = take_number<int>(status).value_or(0);
  return outcome;
}

Outcome served(const Trace&) { return {OutcomeKind::resource_served, {}, {}, {}, 200, app, {{"endings.served", {}}}}; }

Outcome signed_in(const Trace&) { return {OutcomeKind::signed_in, {}, {}, {}, 0, client, {{"endings.signed_in", {}}}}; }

Outcome refused(const Trace& trace) {
  const auto* challenge = decisive_message(trace, "bearer_challenge");
  return brought_by(challenge != nullptr ? challenge : decisive_message(trace, "resource_response"), trace,
                    OutcomeKind::resource_refused, app, app, {"endings.refused"});
}

Outcome rejected(const Trace& trace) {
  return because_of(
      OutcomeKind::response_rejected, client, last_failure(trace, client),
      last_failure(trace, client) != nullptr && last_failure(trace, client)->check == "metadata_issuer_matches"
          ? Phrase{"endings.metadata_rejected"}
          : Phrase{"endings.rejected"});
}

Outcome error_returned(const Trace& trace) {
  return brought_by(decisive_message(trace, "authorization_error"), trace, OutcomeKind::authorization_error, okta, okta,
                    {"endings.error_returned"});
}

Outcome error_page(const Trace& trace) {
  return brought_by(decisive_message(trace, "error_page"), trace, OutcomeKind::error_page, okta, okta,
                    {"endings.error_page"});
}

Outcome gave_up(const Trace& trace) {
  const MessageRecord* last = nullptr;
  for (const auto& record : trace.messages)
    if (record.envelope.message.kind == "authentication_prompt" && record.arrived) last = &record;
  return brought_by(last, trace, OutcomeKind::sign_in_failed, user, okta, {"endings.gave_up"});
}

Outcome left(const Trace& trace) {
  return because_of(OutcomeKind::abandoned, user, last_failure(trace, user), {"endings.left"});
}

/// What the client was waiting for, by the state it last left.
Outcome timed_out(const Trace& trace) {
  Outcome outcome{OutcomeKind::timed_out, {}, {}, {}, 0, client, {{"endings.never_reached", {}}}};
  for (const auto& transition : trace.transitions) {
    if (transition.actor != client) continue;
    if (transition.event == "crash") outcome.explanation = {Phrase{"endings.never_came_back"}};
    if (transition.to != "TimedOut" || transition.from == transition.to) continue;
    const bool unreachable = transition.event == "network_error";
    const auto* const whom = transition.from == "AwaitingResource"   ? "app"
                             : transition.from == "AwaitingResponse" ? "response"
                                                                     : "okta";
    outcome.explanation = {Phrase{unreachable ? "endings.unreachable" : "endings.stopped_waiting", {whom}}};
  }
  return outcome;
}

/// What belongs to the flow in one browser, as far as the rules look at it.
Trace flow_in(const Trace& trace, Participant browser) {
  Trace flow;
  flow.final_states = trace.final_states;
  flow.messages = trace.messages;
  for (auto& record : flow.messages)
    if (record.browser != browser) {
      record.envelope.message = {};
      record.envelope.interaction = 0;
      record.browser = browser;
      record.altered.reset();
    }
  std::ranges::copy_if(trace.verdicts, std::back_inserter(flow.verdicts), [&](const VerdictRecord& record) {
    return record.message == 0 || trace.message(record.message).browser == browser;
  });
  const int session = browser == Participant::browser ? 1 : 2;  // of the client's scripts
  std::ranges::copy_if(trace.transitions, std::back_inserter(flow.transitions), [&](const TransitionRecord& record) {
    return record.actor != client || record.session == session;
  });
  return flow;
}

struct OutcomeRule {
  Participant actor;
  std::string_view state;
  Outcome (*outcome)(const Trace&);
};

/// The first rule whose actor ended in that state decides. Success first: a page seen on the way does not undo it.
constexpr std::array outcome_rules{
    OutcomeRule{client, "HasResource", served},
    OutcomeRule{client, "SignedIn", signed_in},
    OutcomeRule{client, "ResourceRefused", refused},
    OutcomeRule{client, "Rejected", rejected},
    OutcomeRule{client, "ErrorShown", error_returned},
    OutcomeRule{user, "GaveUp", gave_up},
    OutcomeRule{user, "Left", left},
    OutcomeRule{user, "SawErrorPage", error_page},
    OutcomeRule{okta, "ErrorPageShown", error_page},
};

}  // namespace

Outcome outcome_of(const Trace& trace, Participant browser) {
  if (std::ranges::any_of(trace.messages, [&](const MessageRecord& record) { return record.browser != browser; }))
    return outcome_of(flow_in(trace, browser), browser);
  const auto rule = std::ranges::find_if(
      outcome_rules, [&](const OutcomeRule& candidate) { return ends_in(trace, candidate.actor, candidate.state); });
  return rule == outcome_rules.end() ? timed_out(trace) : rule->outcome(trace);
}

}  // namespace flowsim::flows::implicit
