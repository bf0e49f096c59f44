// The rows of the table of misbehaviours, where constant expressions can read them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "oauth/misbehaviour.hpp"

namespace flowsim::oauth {

inline constexpr std::array misbehaviour_table{
    Misbehaviour{"redirect_uri_prefix_matching", Participant::okta, 1, "RFC 9700 §4.1.1"},
    Misbehaviour{"nonce_not_required", Participant::okta, 1,
                 "angular-oauth2-oidc issue 244; OpenID Connect Core §3.2.2.1"},
    Misbehaviour{"session_reused_despite_prompt", Participant::okta, 2,
                 "OpenID Connect conformance tests oidcc-prompt-login and oidcc-max-age-1"},
    Misbehaviour{"errors_in_query", Participant::okta, 4,
                 "Okta API reference, whose samples show both forms; RFC 6749 §4.2.2.1"},
    Misbehaviour{"state_missing_in_error", Participant::okta, 4, "RFC 6749 §4.2.2.1"},
    Misbehaviour{"redirect_307", Participant::okta, 4, "RFC 9700 §4.12"},
    Misbehaviour{"state_only_if_present", Participant::client, 4,
                 "RFC 6749 §10.12, where RECOMMENDED is read as optional"},
    Misbehaviour{"token_type_case_sensitive", Participant::client, 4,
                 "RFC 6749 §4.2.2; OpenID Connect Core §3.2.2.5 prints bearer"},
    Misbehaviour{"algorithm_taken_from_header", Participant::client, 4,
                 "CVE-2026-13089; SocialiteProviders issue 1447"},
    Misbehaviour{"expiry_only_if_present", Participant::client, 4,
                 "okta-auth-js, which compares exp with the time as it is, absent or not"},
    Misbehaviour{"issued_at_only_if_present", Participant::client, 4,
                 "okta-auth-js, which compares iat with the time as it is, absent or not"},
    Misbehaviour{"nonce_only_if_present", Participant::client, 4, "simplesamlphp-oidc issue 120"},
    Misbehaviour{"nonce_never_compared", Participant::client, 4, "hello.js issue 610; Apache CXF issue CXF-9225"},
    Misbehaviour{"at_hash_only_if_present", Participant::client, 4,
                 "okta-auth-js; angular-auth-oidc-client issue 525; openid-implicit-client issue 17"},
    Misbehaviour{"at_hash_always_demanded", Participant::client, 4, "angular-oauth2-oidc issue 789"},
    Misbehaviour{"response_left_in_history", Participant::client, 4, "RFC 9700 §4.3.2"},
    Misbehaviour{"third_party_script", Participant::client, 4, "RFC 6749 §3.1.2.5"},
    Misbehaviour{"error_reporter", Participant::client, 4, "RFC 9700 §4.3.2"},
    Misbehaviour{"open_redirector", Participant::client, 4,
                 "RFC 9700 §4.1.1, §4.11.1; Salt Labs 2023, an account take-over at a travel site"},
    Misbehaviour{"id_token_as_access_token", Participant::client, 5, "IdentityServer3 issue 2015"},
    Misbehaviour{"scope_substring_match", Participant::app, 5, "RFC 6749 §3.3"},
    Misbehaviour{"expiry_not_checked_if_missing", Participant::app, 5, "RFC 7519 §4.1.4, which leaves exp optional"},
    Misbehaviour{"errors_as_403", Participant::app, 6, "RFC 6750 §3"},
};

/// Their names, in that order.
inline constexpr auto misbehaviour_names = [] {
  std::array<std::string_view, misbehaviour_table.size()> names;
  for (std::size_t row = 0; row < names.size(); ++row) names[row] = misbehaviour_table[row].name;
  return names;
}();

}  // namespace flowsim::oauth
