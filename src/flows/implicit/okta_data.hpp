// What okta knows of one authorization request, and the judging of what it receives.
#pragma once

#include <string>
#include <string_view>

#include "flows/implicit/okta.hpp"
#include "flows/implicit/outbox.hpp"
#include "oauth/check.hpp"

namespace flowsim::flows::implicit {

/// What okta does next, decided once for each message; the guards only read it.
namespace okta_decision {
inline constexpr std::string_view ask_to_sign_in = "ask_to_sign_in";
inline constexpr std::string_view ask_for_consent = "ask_for_consent";
inline constexpr std::string_view issue_tokens = "issue_tokens";
inline constexpr std::string_view redirect_with_error = "redirect_with_error";
inline constexpr std::string_view show_error_page = "show_error_page";
}  // namespace okta_decision

/// One authorization request and how far it has come.
struct Okta {
  OktaServer& server;
  const OktaSettings* settings = &server.settings;  ///< about this request's client, and its user once that is known
  Outbox outbox{};
  Parameters request{};
  std::string handle{};      ///< names the pending request; also in a cookie of the browser that started it
  std::string csrf_token{};  ///< of the form shown last
  std::string session{};     ///< session cookie's value; empty while nobody is signed in
  Instant auth_time{};
  int failed_attempts = 0;
  const Check* refused = nullptr;   ///< the check that failed last
  const Check* deferred = nullptr;  ///< a fault of the request that is told only after sign-in (RFC 9700 §4.11.2)

  /// A parameter of the request; empty where it is absent.
  std::string_view parameter(std::string_view name) const { return request.value_or_empty(name); }
};

/// Applies okta's checks to what arrived and decides what follows; a timer carries nothing to check.
Judging judge(Okta& okta, const Incoming& incoming, std::string_view state);

}  // namespace flowsim::flows::implicit
