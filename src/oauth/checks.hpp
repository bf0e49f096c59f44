// The check table: every rule an actor applies, in the order in which it applies them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oauth/check.hpp"
#include "oauth/jwt.hpp"
#include "oauth/settings.hpp"
#include "wire/parameters.hpp"

namespace flowsim::oauth {

/// What okta looks at when an authorization request arrives (interaction 1).
struct AuthorizationRequestContext {
  std::string_view method;  ///< GET or POST
  std::string_view scheme;  ///< of the URL it came to
  const Parameters& request;
  const OktaSettings& okta;
};

/// What okta looks at when it decides whether to prompt (interaction 2). The request has passed its checks.
struct PromptContext {
  const Parameters& request;
  const OktaSettings& okta;
  bool signed_in = false;       ///< this browser has a session at okta
  Instant auth_time{};          ///< when that session's user authenticated; only where signed_in
  bool consent_needed = false;  ///< see `consent_is_needed`
  Instant now{};                ///< on okta's clock
};

/// What the user looks at before typing a password (interaction 2).
struct SignInPageContext {
  std::string_view address;          ///< the address bar
  std::string_view expected_origin;  ///< where the user knows the account lives
};

/// What okta looks at when the sign-in form or the consent form arrives (interaction 3). Both carry `csrf_token`; the
/// first `username` and `password`, the second `consent`, which is `granted` where the user consents.
struct SignInContext {
  const Parameters& form;
  const OktaSettings& okta;
  bool transaction_known = false;        ///< the form names a pending request that was started in this browser
  std::string_view expected_csrf_token;  ///< the one okta put into that form
  int failed_attempts = 0;               ///< how many sign-in attempts have failed before this one
};

/// What the client looks at in okta's metadata (background).
struct MetadataContext {
  std::string_view issuer;           ///< as the document says
  std::string_view expected_issuer;  ///< as the client is configured
};

/// What the client remembers of a request it has sent, in this browser's storage.
struct Transaction {
  std::string state, nonce, scope, response_type, issuer, acr_values;
  std::optional<int> max_age;
};

/// What the client looks at when a response reaches its redirect URI (interaction 4).
struct ResponseContext {
  const Parameters& response;
  const Transaction* transaction;  ///< the pending one of this browser, or null
  bool issuer_announced = false;   ///< metadata says authorization_response_iss_parameter_supported (RFC 9207 §3)
};

/// What the client looks at in the ID token, and in the access token beside it (interaction 4).
struct IdTokenContext {
  const Parameters& response;
  const Transaction& transaction;
  const ClientSettings& client;
  const Jwt* id_token = nullptr;  ///< taken apart; null where absent or malformed
  Phrase malformed{};             ///< else why it could not be taken apart
  std::span<const Jwk> keys;      ///< the issuer's published keys
  Instant now{};                  ///< on the client's clock
  SignatureMemory* memory = nullptr;
};

/// What the client looks at in a userinfo response (background, after interaction 4).
struct UserinfoContext {
  const Claims& userinfo;
  std::string_view id_token_subject;
};

/// What the app looks at in the request itself (interaction 5). A well-formed `Authorization: Bearer` header arrives as
/// the parameter `access_token` with place `header`; any other Authorization header as `authorization`, verbatim.
struct ResourceRequestContext {
  std::string_view scheme;
  const Parameters& request;
};

/// What the app looks at in the access token (interaction 5).
struct AccessTokenContext {
  const AppSettings& app;
  const Jwt* token = nullptr;  ///< taken apart; null where malformed
  Phrase malformed{};          ///< else why it could not be taken apart
  std::span<const Jwk> keys;
  Instant now{};               ///< on the app's clock
  std::optional<bool> active;  ///< what introspection said; nothing where the app does not introspect
  SignatureMemory* memory = nullptr;
};

template <>
std::span<const Deviation<AuthorizationRequestContext>> deviations();
template <>
std::span<const Deviation<ResponseContext>> deviations();
template <>
std::span<const Deviation<IdTokenContext>> deviations();
template <>
std::span<const Deviation<AccessTokenContext>> deviations();

std::span<const CheckRow<AuthorizationRequestContext>> authorization_request_checks();
std::span<const CheckRow<PromptContext>> prompt_checks();
std::span<const CheckRow<SignInPageContext>> sign_in_page_checks();
std::span<const CheckRow<SignInContext>> sign_in_checks();
/// The last rows of `sign_in_checks`: what must also hold of a user who is signed in already and sees no form. They
/// look at the settings only.
std::span<const CheckRow<SignInContext>> assignment_checks();
std::span<const CheckRow<SignInContext>> consent_checks();
std::span<const CheckRow<MetadataContext>> metadata_checks();
std::span<const CheckRow<ResponseContext>> response_checks();
std::span<const CheckRow<IdTokenContext>> id_token_checks();
std::span<const CheckRow<UserinfoContext>> userinfo_checks();
std::span<const CheckRow<ResourceRequestContext>> resource_request_checks();
std::span<const CheckRow<AccessTokenContext>> access_token_checks();

/// Every check of every table, in the order of the interactions.
std::span<const Check> all_checks();

/// The row of that name, or null.
const Check* check_named(std::string_view name);

/// Where the rule of that check is written; empty where there is no such check.
std::string_view clause_of(std::string_view check);

/// Whether okta shows the consent prompt for these scopes ("Request user consent" in Okta's guides): a requested scope
/// is flexible or required, and either the request says `prompt=consent`, or the application requires consent and the
/// user has not consented before.
bool consent_is_needed(const OktaSettings& okta, std::span<const std::string_view> scopes, std::string_view prompt);

/// Whether a signed-in user must go through the sign-in page again (OpenID Connect Core §3.1.2.1, §3.1.2.3):
/// `prompt=login`; `prompt=select_account`, because that page is where an account is chosen; `max_age=0`; or more than
/// `max_age` has passed.
bool session_is_stale(const Parameters& request, Instant auth_time, Instant now);

/// Whether a session of okta's one user must not answer this request, because a hint asks for somebody else (OpenID
/// Connect Core §3.1.2.1, §3.1.2.2): `login_hint` is another username, or the `sub` of `id_token_hint` is another
/// user's or cannot be read. `session_user_matches_hint` refuses that with prompt=none; else it calls for a sign-in.
bool session_is_of_another_user(const Parameters& request, const OktaSettings& okta);

}  // namespace flowsim::oauth
