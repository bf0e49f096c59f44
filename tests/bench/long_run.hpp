// A run of any length, with everything a message may bring along.
#pragma once

#include "support/trace_builder.hpp"

namespace flowsim::bench {
using namespace trace;

/// So many messages, interaction after interaction, each with a leg, checks and a transition.
inline Trace run_of(int messages) {
  using enum Participant;
  testing_support::TraceBuilder builder("A long run");
  for (int at = 0; at < messages; ++at) {
    const int number = at % 6 + 1;
    builder.after(Duration{40}).interaction(number, {{"state", "ukd7f3GhJkLmNoPqRsTuVwXyZ0123456789-_abcdef"}});
    builder.leg(browser, okta,
                HttpRequest{"GET", "https://okta.example/authorize?scope=orders:read&state=abc", {}, ""});
    builder.verdict({testing_support::passed_check("client_known"), testing_support::passed_check("scope_allowed")});
    builder.transition(okta, number % 2 == 0 ? "Idle" : "Busy", number % 2 == 0 ? "Busy" : "Idle");
  }
  return builder.outcome(OutcomeKind::resource_served).build();
}

}  // namespace flowsim::bench
