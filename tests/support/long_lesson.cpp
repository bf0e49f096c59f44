// Writes the page of a run of 10,000 messages, with legs, checks, changes of state and secrets: for browser tests.
#include <iostream>

#include "emit/writers.hpp"
#include "support/trace_builder.hpp"

namespace flowsim {
using namespace emit;

namespace {

using enum Participant;

Trace long_run(int messages) {
  testing_support::TraceBuilder builder("A long run");
  for (int message = 0; message < messages; ++message) {
    const int number = message % 6 + 1;
    builder.after(Duration{40})
        .interaction(number,
                     {{"state", "s" + std::to_string(message)}, {"scope", "openid profile"}, {"token_type", "Bearer"}});
    builder.leg(browser, okta,
                HttpRequest{"GET",
                            "https://example.okta.com/authorize?state=s" + std::to_string(message) + "&scope=openid",
                            {{"Host", "example.okta.com"}},
                            ""});
    builder.verdict({testing_support::passed_check("client_known"), testing_support::passed_check("state_present")});
    const int session = message / 12 + 1;
    builder.transition_of(message + 1, okta, "Idle", number % 2 == 0 ? "Idle" : "AwaitingSignIn", "request",
                          Acceptance::accepted, session);
    if (number == 4) builder.secret("access_token", browser, "redirect");
  }
  return builder.outcome(OutcomeKind::resource_served, "All of them took place.").build();
}

}  // namespace
}  // namespace flowsim

int main() {
  std::ios::sync_with_stdio(false);
  flowsim::write_html(flowsim::long_run(10'000), {}, std::cout);
  return std::cout.flush() ? 0 : 3;
}
