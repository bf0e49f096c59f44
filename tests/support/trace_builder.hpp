// Traces made by hand, so that views can be tested without running anything.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "trace/trace.hpp"

namespace flowsim::testing_support {
using namespace trace;

/// The six interactions as the guide names them.
inline std::vector<InteractionRecord> the_six() {
  using enum Participant;
  return {
      {1, "authorization_request", client, okta, "RFC 6749 §4.2.1"},
      {2, "authentication_prompt", okta, user, "RFC 6749 §3.1"},
      {3, "authentication_and_consent", user, okta, "RFC 6749 §4.2"},
      {4, "access_token_response", okta, client, "RFC 6749 §4.2.2"},
      {5, "resource_request", client, app, "RFC 6750 §2"},
      {6, "resource_response", app, client, "RFC 6749 §7"},
  };
}

/// A phrase that says just this text.
inline Phrase saying(std::string text) { return {"found.text", {std::move(text)}}; }

inline CheckResult passed_check(std::string_view name) {
  return {name, CheckStatus::passed, saying("a"), saying("a"), false};
}

inline CheckResult failed_check(std::string_view name, std::string expected, std::string actual) {
  return {name, CheckStatus::failed, saying(std::move(expected)), saying(std::move(actual)), true};
}

/// Adds records one behind the other; each takes the next place in their order.
class TraceBuilder {
 public:
  explicit TraceBuilder(std::string title = "A run") {
    trace_.header.title = std::move(title);
    trace_.header.profile = "okta";
    trace_.header.response_type = "id_token token";
    trace_.header.seed = 1;
    trace_.header.start = Instant{Duration{1'767'603'600'000}};
    trace_.header.interactions = the_six();
    now_ = trace_.header.start;
  }

  RunHeader& header() { return trace_.header; }
  Trace& trace() { return trace_; }

  TraceBuilder& after(Duration span) {
    now_ += span;
    return *this;
  }

  /// The message of that interaction.
  TraceBuilder& interaction(int number, Parameters parameters = {}) {
    const auto row = trace_.header.interactions[static_cast<std::size_t>(number - 1)];
    return message(number, row.from, row.to, number == 3 ? "authentication" : std::string(row.name),
                   std::move(parameters));
  }

  /// A message of that kind; pictures call one of no known kind by its kind.
  TraceBuilder& message(int interaction, Participant from, Participant to, std::string kind,
                        Parameters parameters = {}) {
    const int id = static_cast<int>(trace_.messages.size()) + 1;
    trace_.messages.push_back({id,
                               true,
                               Participant::browser,
                               {from, to, interaction, {std::move(kind), std::move(parameters)}},
                               {},
                               moment(),
                               moment()});
    return *this;
  }

  /// The newest message belongs to the flow in the attacker's browser.
  TraceBuilder& in_attacker_browser() {
    trace_.messages.back().browser = Participant::attacker_browser;
    return *this;
  }

  /// The newest message never arrived where it was to go: somebody else heard it.
  TraceBuilder& reached(Participant who) {
    trace_.messages.back().reached = who;
    return never_arrives();
  }

  TraceBuilder& kind(std::string name) {
    trace_.messages.back().envelope.message.kind = std::move(name);
    return *this;
  }

  TraceBuilder& unexpected() {
    trace_.messages.back().expected = false;
    return *this;
  }

  TraceBuilder& never_arrives() {
    trace_.messages.back().arrived.reset();
    return *this;
  }

  /// A leg of the newest message.
  TraceBuilder& leg(Participant from, Participant to, Payload payload) {
    const auto& message = trace_.messages.back();
    const int interaction = message.envelope.interaction;
    auto& legs = legs_[message.browser == Participant::browser ? 0 : 1];
    if (std::cmp_less_equal(legs.size(), interaction)) legs.resize(static_cast<std::size_t>(interaction) + 1);
    trace_.legs.push_back({static_cast<int>(trace_.legs.size()) + 1,
                           interaction == 0 ? 0 : ++legs[static_cast<std::size_t>(interaction)],
                           {from, to, message.id, 0, std::move(payload)},
                           moment(),
                           moment()});
    return *this;
  }

  /// What the receiver of the newest message found.
  TraceBuilder& verdict(std::vector<CheckResult> results) {
    const auto& message = trace_.messages.back();
    trace_.verdicts.push_back({message.envelope.to, message.id, {std::move(results), "decide"}, moment()});
    return *this;
  }

  /// What an actor did about the newest message, or with message 0 about a timer.
  TraceBuilder& transition(Participant actor, std::string_view from, std::string_view to,
                           std::string_view event = "event", Acceptance acceptance = Acceptance::accepted) {
    return transition_of(newest(), actor, from, to, event, acceptance);
  }

  TraceBuilder& transition_of(int message, Participant actor, std::string_view from, std::string_view to,
                              std::string_view event, Acceptance acceptance = Acceptance::accepted, int session = 1) {
    auto& names = trace_.names;
    trace_.transitions.push_back(
        {actor, session, message, names.keep(from), names.keep(event), names.keep(to), "", "", acceptance, moment()});
    return *this;
  }

  TraceBuilder& note(Participant by, std::string text) { return note_of(newest(), by, std::move(text)); }

  TraceBuilder& note_of(int message, Participant by, std::string text) {
    trace_.notes.push_back({by, message, saying(std::move(text)), moment()});
    return *this;
  }

  TraceBuilder& visit(std::string url, std::string replacement = {}) {
    trace_.history.push_back({Participant::browser, std::move(url), moment(), {}, {}});
    if (replacement.empty()) return *this;
    trace_.history.back().rewritten = moment();
    trace_.history.back().replacement = std::move(replacement);
    return *this;
  }

  TraceBuilder& final_state(Participant actor, std::string state, std::string explanation) {
    trace_.final_states.push_back({actor, std::move(state), trace_.names.keep(explanation)});
    return *this;
  }

  /// A secret that the newest message carried first, and who has seen it by its newest leg.
  TraceBuilder& secret(std::string name, Participant seen_by, std::string where) {
    const auto leg = static_cast<int>(trace_.legs.size());
    SecretRecord record{std::move(name), Participant::user, newest(), false, {}};
    record.seen.push_back({seen_by, std::move(where), leg, *trace_.legs.back().arrived});
    trace_.secrets.push_back(std::move(record));
    return *this;
  }

  /// A property that did not hold; without an explanation: one that did.
  TraceBuilder& property(std::string name, std::string explanation = {}) {
    const bool held = explanation.empty();
    auto& record = trace_.properties.emplace_back(PropertyRecord{trace_.names.keep(name), held, {}});
    if (!held) record.explanation.push_back(saying(std::move(explanation)));
    return *this;
  }

  TraceBuilder& expectation(std::string subject, std::string expected, std::string actual) {
    const bool met = expected == actual;
    trace_.expectations.push_back({std::move(subject), std::move(expected), std::move(actual), met});
    return *this;
  }

  TraceBuilder& outcome(OutcomeKind kind, std::string explanation = {}) {
    trace_.outcome.emplace();
    trace_.outcome->kind = kind;
    if (!explanation.empty()) trace_.outcome->explanation.push_back(saying(std::move(explanation)));
    return *this;
  }

  Trace build() {
    trace_.end = moment();
    return trace_;
  }

 private:
  Moment moment() { return {now_, ++order_}; }
  int newest() const { return static_cast<int>(trace_.messages.size()); }

  Trace trace_;
  Instant now_{};
  int order_ = 0;
  std::array<std::vector<int>, 2> legs_;  // by browser, as the simulation counts them
};

}  // namespace flowsim::testing_support
