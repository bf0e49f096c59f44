// The check table: every rule an actor applies, in the order in which it applies them.
#include "oauth/checks.hpp"

#include <algorithm>

#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {
namespace {

using enum Participant;
using enum Refusal;

// First what must be answered on a page, because the redirect URI is not trusted yet (RFC 6749 §4.2.2.1); of that, the
// client before its redirect URIs. Then what an error redirect may answer, cheap syntax first.
constexpr CheckRow<AuthorizationRequestContext> authorization_request_table[] = {
    {{"transport_is_tls", okta, 1, "the authorization request comes over TLS", "RFC 6749 §3.1", error_page,
      "invalid_request", 400, "The authorization endpoint is served over https only."},
     transport_is_tls},
    {{"method_allowed", okta, 1, "the method is GET or POST", "RFC 6749 §3.1", error_page, "invalid_request", 405,
      "The authorization endpoint takes GET and POST."},
     method_allowed},
    {{"client_id_not_repeated", okta, 1, "client_id occurs once", "RFC 6749 §3.1", error_page, "invalid_request", 400,
      "The 'client_id' parameter occurs more than once."},
     client_id_not_repeated},
    {{"redirect_uri_not_repeated", okta, 1, "redirect_uri occurs at most once", "RFC 6749 §3.1", error_page,
      "invalid_request", 400, "The 'redirect_uri' parameter occurs more than once."},
     redirect_uri_not_repeated},
    {{"client_known", okta, 1, "client_id is that of a registered client", "RFC 6749 §4.2.2.1", error_page,
      "invalid_client", 400, "Invalid value for 'client_id' parameter."},
     client_known},
    {{"client_active", okta, 1, "the client is active", "RFC 6749 §4.2.2.1", error_page, "invalid_client", 400,
      "Invalid value for 'client_id' parameter."},
     client_active},
    {{"redirect_uri_exact", okta, 1, "redirect_uri is, character for character, a registered one", "RFC 9700 §2.1",
      error_page, "illegal_redirect_uri", 400,
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings"},
     redirect_uri_exact},
    {{"response_mode_known", okta, 1, "response_mode is one that Okta knows", "OpenID Connect Core §3.1.2.6",
      error_page, "unsupported_response_mode", 400, "The response mode is not supported by the authorization server."},
     response_mode_known},
    {{"parameters_not_repeated", okta, 1, "no parameter occurs twice", "RFC 6749 §3.1", error_redirect,
      "invalid_request", 0, "A parameter occurs more than once."},
     parameters_not_repeated},
    {{"response_type_present", okta, 1, "response_type is there", "RFC 6749 §3.1.1", error_redirect, "invalid_request",
      0, "The 'response_type' parameter is missing."},
     response_type_present},
    {{"response_type_enabled", okta, 1, "every word of response_type is switched on for this client",
      "RFC 6749 §4.2.2.1", error_redirect, "unsupported_response_type", 0,
      "The response type is not supported by the authorization server."},
     response_type_enabled},
    {{"implicit_grant_allowed", okta, 1, "the client may use the implicit grant", "RFC 6749 §4.2.2.1", error_redirect,
      "unauthorized_client", 0, "The client is not authorized to use the provided grant type."},
     implicit_grant_allowed},
    {{"response_mode_allowed", okta, 1,
      "response_mode is the fragment, in which this okta is set up to answer, or the query where no token is asked for",
      "RFC 8414 §2, OAuth 2.0 Multiple Response Type Encoding Practices §5", error_redirect,
      "unsupported_response_mode", 0, "This authorization server is set up to answer in the fragment."},
     response_mode_allowed},
    {{"state_present", okta, 1, "state is there and has only allowed characters", "RFC 6749 §10.12", error_redirect,
      "invalid_request", 0, "The authentication request has an invalid 'state' parameter."},
     state_present},
    {{"nonce_present", okta, 1, "nonce is there where a token is asked for", "OpenID Connect Core §3.2.2.1",
      error_redirect, "invalid_request", 0,
      "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response "
      "types.."},
     nonce_present},
    {{"openid_requested", okta, 1, "scope has openid where an ID token is asked for", "OpenID Connect Core §3.1.2.1",
      error_redirect, "invalid_scope", 0, "The 'openid' scope is required for an ID token."},
     openid_requested},
    {{"scope_allowed", okta, 1, "scope is well formed and has only known scopes", "RFC 6749 §3.3", error_redirect,
      "invalid_scope", 0, "One or more scopes are not configured for the authorization server resource."},
     scope_allowed},
    {{"prompt_valid", okta, 1, "prompt has only known words, and none stands alone", "OpenID Connect Core §3.1.2.1",
      error_redirect, "invalid_request", 0, "The authentication request has an invalid 'prompt' parameter."},
     prompt_valid},
    {{"max_age_valid", okta, 1, "max_age is a number of seconds", "OpenID Connect Core §3.1.2.1", error_redirect,
      "invalid_request", 0, "The authentication request has an invalid 'max_age' parameter."},
     max_age_valid},
    {{"claims_valid", okta, 1, "claims is a JSON object", "OpenID Connect Core §5.5", error_redirect, "invalid_request",
      0, "The authentication request has an invalid 'claims' parameter."},
     claims_valid},
    {{"request_object_absent", okta, 1, "no request object is sent", "OpenID Connect Core §3.1.2.6", error_redirect,
      "request_not_supported", 0, "The 'request' parameter is not supported."},
     request_object_absent},
    {{"request_uri_absent", okta, 1, "no request_uri is sent", "OpenID Connect Core §3.1.2.6", error_redirect,
      "request_uri_not_supported", 0, "The 'request_uri' parameter is not supported."},
     request_uri_absent},
};

// Who is signed in comes before what that user may get (OpenID Connect Core §3.1.2.3).
constexpr CheckRow<PromptContext> prompt_table[] = {
    {{"signed_in_for_prompt_none", okta, 2, "with prompt=none the user is signed in, and recently enough",
      "OpenID Connect Core §3.1.2.6", error_redirect, "login_required", 0,
      "The client specified not to prompt, but the user is not logged in."},
     signed_in_for_prompt_none},
    {{"session_user_matches_hint", okta, 2, "with prompt=none a hint names the user who is signed in",
      "OpenID Connect Core §3.1.2.2", error_redirect, "login_required", 0,
      "The client specified not to prompt, but another user is logged in."},
     session_user_matches_hint},
    {{"acr_reachable", okta, 2, "okta can reach one of the levels of assurance it knows and was asked for",
      "OpenID Connect Core §5.5.1.1", error_redirect, "unmet_authentication_requirements", 0,
      "The requested authentication context cannot be reached."},
     acr_reachable},
    {{"consent_given_for_prompt_none", okta, 2, "with prompt=none no consent is missing",
      "OpenID Connect Core §3.1.2.6", error_redirect, "consent_required", 0,
      "The client specified not to prompt, but consent is required."},
     consent_given_for_prompt_none},
};

constexpr CheckRow<SignInPageContext> sign_in_page_table[] = {
    {{"sign_in_page_is_okta", user, 2, "the address bar shows okta's origin, over https", "RFC 6819 §4.2.1", leave},
     sign_in_page_is_okta},
};

// Both forms begin with these two: whether the form is one of okta's own comes before what it says.
constexpr CheckRow<SignInContext> transaction_known_row{
    {"transaction_known", okta, 3, "the form belongs to a request started in this browser", "RFC 6749 §10.12",
     error_page, "invalid_request", 400, "The request is unknown or has expired."},
    transaction_known};
constexpr CheckRow<SignInContext> csrf_token_row{
    {"csrf_token_matches", okta, 3, "the form carries the token that okta put into it", "RFC 6749 §10.12", error_page,
     "invalid_request", 403, "The form was not made by this server."},
    csrf_token_matches};

// The limit comes before the password, or it would not slow guessing down; the password before the lock, so that only
// the account's owner learns of it. The last rows, from `user_assigned` on, hold of a known user (`assignment_checks`).
constexpr CheckRow<SignInContext> sign_in_table[] = {
    transaction_known_row,
    csrf_token_row,
    {{"attempts_below_limit", okta, 3, "fewer than ten attempts have failed", "RFC 6819 §5.1.4.2.3", ask_again,
      "E0000047", 429, "API call exceeded rate limit due to too many requests."},
     attempts_below_limit},
    {{"credentials_correct", okta, 3, "the user exists and the password is right", "RFC 6749 §3.1", ask_again,
      "E0000004", 401, "Authentication failed"},
     credentials_correct},
    {{"account_not_locked", okta, 3, "the account is not locked", "RFC 6819 §5.1.4.2.3", ask_again, "E0000004", 401,
      "Authentication failed"},
     account_not_locked},
    {{"user_assigned", okta, 3, "the user is assigned to the client application", "RFC 6749 §4.2.2.1", error_redirect,
      "access_denied", 0, "User is not assigned to the client application."},
     user_assigned},
    {{"policy_allows", okta, 3, "an access policy rule matches the request", "RFC 6749 §4.2.2.1", error_redirect,
      "access_denied", 0, "Policy evaluation failed for this request, please check the policy configurations."},
     policy_allows},
};
constexpr std::size_t first_assignment_row = 5;
static_assert(sign_in_table[first_assignment_row].check.name == "user_assigned");

constexpr CheckRow<SignInContext> consent_table[] = {
    transaction_known_row,
    csrf_token_row,
    {{"consent_granted", okta, 3, "the user consents", "RFC 6749 §4.2.2.1", error_redirect, "access_denied", 0,
      "The resource owner or authorization server denied the request."},
     consent_granted},
};

constexpr CheckRow<MetadataContext> metadata_table[] = {
    {{"metadata_issuer_matches", client, 1, "the metadata's issuer is the one the client trusts", "RFC 8414 §3.3",
      discard},
     metadata_issuer_matches},
};

// The response's form, then whether it is ours (state) and from whom (iss), then what it says: an error from nowhere
// must not be shown (OpenID Connect Core §3.2.2.8, RFC 6749 §10.14).
constexpr CheckRow<ResponseContext> response_table[] = {
    {{"response_in_fragment", client, 4, "the response's parameters come in the fragment", "RFC 6749 §4.2.2", discard},
     response_in_fragment},
    {{"response_parameters_not_repeated", client, 4, "no parameter occurs twice", "RFC 6749 §3.1", discard},
     response_parameters_not_repeated},
    {{"state_matches", client, 4, "state is that of a request this browser sent", "RFC 6749 §10.12", discard},
     state_matches},
    {{"response_issuer_matches", client, 4, "iss is the issuer the request went to", "RFC 9207 §2.4", discard},
     response_issuer_matches},
    {{"response_is_no_error", client, 4, "the response is no error", "RFC 6749 §4.2.2.1", show_error},
     response_is_no_error},
    {{"response_complete", client, 4, "everything the response type promised is there", "OpenID Connect Core §3.2.2.5",
      discard},
     response_complete},
    {{"token_type_bearer", client, 4, "the token's type is Bearer, in any case", "RFC 6749 §7.1", discard},
     token_type_bearer},
};

// The order of OpenID Connect Core §3.1.3.7, with two rows moved. Encryption first, so that an encrypted token is
// called that, not malformed. And alg, which Core has behind the signature, before the key and the signature: what may
// verify a token must be settled before it is used (RFC 8725 §3.1). Who issued it for whom comes before either, because
// it says whose keys count; no claim is used until all rows have passed. at_hash last: it judges the other token by
// this one.
constexpr CheckRow<IdTokenContext> id_token_table[] = {
    {{"id_token_not_encrypted", client, 4, "the ID token is signed, not encrypted", "OpenID Connect Core §3.1.3.7",
      discard},
     id_token_not_encrypted},
    {{"id_token_well_formed", client, 4, "the ID token is a JWT in three parts", "RFC 7519 §7.2", discard},
     id_token_well_formed},
    {{"id_token_issuer_matches", client, 4, "iss is exactly the issuer the request went to",
      "OpenID Connect Core §3.1.3.7", discard},
     id_token_issuer_matches},
    {{"id_token_audience_matches", client, 4, "aud is this client and nobody else", "OpenID Connect Core §3.1.3.7",
      discard},
     id_token_audience_matches},
    {{"id_token_authorized_party_matches", client, 4, "azp, where it is there, is this client",
      "OpenID Connect Core §3.1.3.7", discard},
     id_token_authorized_party_matches},
    {{"id_token_algorithm_allowed", client, 4, "alg is RS256", "RFC 8725 §3.1", discard}, id_token_algorithm_allowed},
    {{"id_token_key_known", client, 4, "the key is one that the issuer publishes", "OpenID Connect Core §10.1",
      discard},
     id_token_key_known},
    {{"id_token_signature_valid", client, 4, "the signature is valid", "OpenID Connect Core §3.2.2.11", discard},
     id_token_signature_valid},
    {{"id_token_not_expired", client, 4, "exp has not passed", "OpenID Connect Core §3.1.3.7", discard},
     id_token_not_expired},
    {{"id_token_issued_at_plausible", client, 4, "iat is neither in the future nor long ago, and not behind exp",
      "OpenID Connect Core §3.1.3.7", discard},
     id_token_issued_at_plausible},
    {{"nonce_matches", client, 4, "nonce is that of the request", "OpenID Connect Core §3.2.2.11", discard},
     nonce_matches},
    {{"id_token_subject_present", client, 4, "sub names a user", "OpenID Connect Core §2", discard},
     id_token_subject_present},
    {{"id_token_acr_satisfied", client, 4, "acr is one that was asked for", "OpenID Connect Core §3.1.3.7", discard},
     id_token_acr_satisfied},
    {{"id_token_auth_time_recent", client, 4, "auth_time is within max_age", "OpenID Connect Core §3.1.3.7", discard},
     id_token_auth_time_recent},
    {{"at_hash_matches", client, 4, "at_hash is the hash of the access token beside the ID token",
      "OpenID Connect Core §3.2.2.9", discard},
     at_hash_matches},
};

constexpr CheckRow<UserinfoContext> userinfo_table[] = {
    {{"userinfo_subject_matches", client, 4, "userinfo is about the ID token's subject", "OpenID Connect Core §5.3.2",
      discard},
     userinfo_subject_matches},
};

// Whether there is a token at all comes first, because only that is answered without an error code (RFC 6750 §3.1).
constexpr CheckRow<ResourceRequestContext> resource_request_table[] = {
    {{"resource_request_over_tls", app, 5, "the request comes over TLS", "RFC 6750 §5.3", challenge, "invalid_request",
      400, "The resource is served over https only"},
     resource_request_over_tls},
    {{"credentials_present", app, 5, "a bearer token is sent", "RFC 6750 §3.1", challenge, "", 401},
     credentials_present},
    {{"bearer_header_well_formed", app, 5, "the Authorization header is Bearer and one token", "RFC 6750 §2.1",
      challenge, "invalid_request", 400, "The Authorization header is malformed"},
     bearer_header_well_formed},
    {{"one_token_carrier", app, 5, "the token is sent once, in one way", "RFC 6750 §2", challenge, "invalid_request",
      400, "The access token was sent more than once"},
     one_token_carrier},
    {{"token_not_in_query", app, 5, "the token is not in the query", "RFC 9700 §4.3.2", challenge, "invalid_request",
      400, "The access token must not be sent in the query"},
     token_not_in_query},
};

constexpr std::string_view token_is_invalid = "The access token is invalid";

// Cheap syntax, then the signature before any claim is believed; then whose token it is, and last what it may do: only
// that is answered with 403. One text for all that is wrong with a token but its age (OpenID Connect Core §16.12).
constexpr CheckRow<AccessTokenContext> access_token_table[] = {
    {{"access_token_well_formed", app, 5, "the access token is a JWT in three parts", "RFC 7519 §7.2", challenge,
      "invalid_token", 401, token_is_invalid},
     access_token_well_formed},
    {{"access_token_algorithm_allowed", app, 5, "alg is RS256", "RFC 8725 §3.1", challenge, "invalid_token", 401,
      token_is_invalid},
     access_token_algorithm_allowed},
    {{"access_token_key_known", app, 5, "the key is one that the issuer publishes", "RFC 8725 §3.10", challenge,
      "invalid_token", 401, token_is_invalid},
     access_token_key_known},
    {{"access_token_signature_valid", app, 5, "the signature is valid", "RFC 7515 §5.2", challenge, "invalid_token",
      401, token_is_invalid},
     access_token_signature_valid},
    {{"access_token_issuer_matches", app, 5, "iss is exactly the issuer the app trusts", "RFC 8725 §3.8", challenge,
      "invalid_token", 401, token_is_invalid},
     access_token_issuer_matches},
    {{"access_token_audience_matches", app, 5, "aud is this API", "RFC 9700 §4.10.2", challenge, "invalid_token", 401,
      token_is_invalid},
     access_token_audience_matches},
    {{"access_token_not_expired", app, 5, "exp has not passed", "RFC 6750 §3.1", challenge, "invalid_token", 401,
      "The access token expired"},
     access_token_not_expired},
    {{"access_token_issued_at_plausible", app, 5, "iat is not in the future and not behind exp", "RFC 7519 §4.1.6",
      challenge, "invalid_token", 401, token_is_invalid},
     access_token_issued_at_plausible},
    {{"access_token_is_no_id_token", app, 5, "it has what only access tokens have", "RFC 8725 §3.12", challenge,
      "invalid_token", 401, token_is_invalid},
     access_token_is_no_id_token},
    {{"access_token_client_allowed", app, 5, "cid is a client that may call this API", "RFC 6819 §5.1.5.8", challenge,
      "invalid_token", 401, token_is_invalid},
     access_token_client_allowed},
    {{"access_token_not_revoked", app, 5, "okta says that the token is active", "RFC 7662 §2.2", challenge,
      "invalid_token", 401, token_is_invalid},
     access_token_not_revoked},
    {{"scope_sufficient", app, 5, "scp has every scope the resource needs", "RFC 6750 §3.1", challenge,
      "insufficient_scope", 403, "The access token must provide access to the scope of this resource"},
     scope_sufficient},
    {{"resource_belongs_to_user", app, 5, "the resource belongs to the token's user", "RFC 9700 §4.15", challenge, "",
      403},
     resource_belongs_to_user},
};

template <class Context>
void append(std::vector<Check>& all, std::span<const CheckRow<Context>> rows) {
  for (const auto& row : rows)
    if (std::ranges::find(all, row.check.name, &Check::name) == all.end()) all.push_back(row.check);
}

std::vector<Check> collect() {
  std::vector<Check> all;
  append(all, authorization_request_checks());
  append(all, metadata_checks());
  append(all, prompt_checks());
  append(all, sign_in_page_checks());
  append(all, sign_in_checks());
  append(all, consent_checks());
  append(all, response_checks());
  append(all, id_token_checks());
  append(all, userinfo_checks());
  append(all, resource_request_checks());
  append(all, access_token_checks());
  return all;
}

}  // namespace

std::span<const CheckRow<AuthorizationRequestContext>> authorization_request_checks() {
  return authorization_request_table;
}
std::span<const CheckRow<PromptContext>> prompt_checks() { return prompt_table; }
std::span<const CheckRow<SignInPageContext>> sign_in_page_checks() { return sign_in_page_table; }
std::span<const CheckRow<SignInContext>> sign_in_checks() { return sign_in_table; }
std::span<const CheckRow<SignInContext>> assignment_checks() { return sign_in_checks().subspan(first_assignment_row); }
std::span<const CheckRow<SignInContext>> consent_checks() { return consent_table; }
std::span<const CheckRow<MetadataContext>> metadata_checks() { return metadata_table; }
std::span<const CheckRow<ResponseContext>> response_checks() { return response_table; }
std::span<const CheckRow<IdTokenContext>> id_token_checks() { return id_token_table; }
std::span<const CheckRow<UserinfoContext>> userinfo_checks() { return userinfo_table; }
std::span<const CheckRow<ResourceRequestContext>> resource_request_checks() { return resource_request_table; }
std::span<const CheckRow<AccessTokenContext>> access_token_checks() { return access_token_table; }

std::span<const Check> all_checks() {
  static const std::vector<Check> all = collect();
  return all;
}

const Check* check_named(std::string_view name) {
  const auto all = all_checks();
  const auto row = std::ranges::find(all, name, &Check::name);
  return row == all.end() ? nullptr : &*row;
}

}  // namespace flowsim::oauth
