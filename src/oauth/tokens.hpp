// The claims of the tokens that okta issues, in Okta's shapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oauth/claims.hpp"
#include "oauth/settings.hpp"

namespace flowsim::oauth {

/// What an issued token depends on besides the settings.
struct Grant {
  std::string client_id;
  std::vector<std::string> scopes;  ///< granted, in the order requested
  std::string nonce;                ///< empty: none
  std::string acr;                  ///< empty: left out
  Instant auth_time{};              ///< when the user authenticated, on okta's clock
  Instant now{};                    ///< on okta's clock
};

/// Access token of a custom authorization server: ver, jti, iss, aud, iat, exp, cid, uid, scp, auth_time, (acr), sub.
/// `sub` is the login name, `uid` the user's id, so `uid` is what the ID token's `sub` says. Lifetimes count in whole
/// seconds.
/// `unique` is the random part of `jti`, behind `AT.`.
Claims access_token_claims(const OktaSettings& okta, const Grant& grant, std::string_view unique);

/// ID token: sub, (claims of the scopes), ver, iss, aud, iat, exp, jti, amr, idp, nonce, auth_time, (acr), (at_hash).
/// `access_token` empty: `response_type=id_token`, the fat form with all claims of the granted scopes and no `at_hash`.
/// Else the thin form: of the claims of the scopes only `name` and `preferred_username` (profile) and `email` (email),
/// which Okta's org server keeps there and this server's custom claims include always; the rest is at the userinfo
/// endpoint (OpenID Connect Core §5.4). `unique` is the random part of `jti`, behind `ID.`.
Claims id_token_claims(const OktaSettings& okta, const Grant& grant, std::string_view access_token,
                       std::string_view unique);

/// What the userinfo endpoint answers for these scopes: `sub`, then the claims of profile, email, address and phone, in
/// this order (OpenID Connect Core §5.3.2, §5.4). A claim about which the settings say nothing is left out: names where
/// `user_name` is empty, `email` where the login name is no address.
Claims userinfo_claims(const OktaSettings& okta, const std::vector<std::string>& scopes);

}  // namespace flowsim::oauth
