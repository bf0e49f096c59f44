// The table of parameters and claims.
#include "oauth/parameter_meanings.hpp"

#include <array>
#include <utility>

namespace flowsim::oauth {
namespace {

constexpr std::string_view in_request = "authorization request, client to okta";
constexpr std::string_view in_response = "access token response, okta to client";
constexpr std::string_view in_error = "authorization error, okta to client";
constexpr std::string_view in_resource = "resource request, client to app";
constexpr std::string_view in_challenge = "WWW-Authenticate, app to client";
constexpr std::string_view in_both_tokens = "claim of access token and ID token";
constexpr std::string_view in_id_token = "claim of the ID token";
constexpr std::string_view in_access_token = "claim of the access token";

// clang-format off
constexpr ParameterMeaning rows[] = {
    {"response_type", in_request, "what the client wants to get: token, id_token or both", "RFC 6749 §3.1.1, OpenID Connect Core §3.2.2.1"},
    {"client_id", in_request, "which registered client asks; it is public and proves nothing", "RFC 6749 §2.2"},
    {"redirect_uri", in_request, "where the browser is sent with the answer; must equal a registered one", "RFC 6749 §3.1.2"},
    {"scope", in_request, "what the client wants to be allowed, words between single spaces", "RFC 6749 §3.3"},
    {"state", in_request, "an unguessable value that comes back unchanged, so that the client knows its own response", "RFC 6749 §10.12"},
    {"nonce", in_request, "an unguessable value that comes back inside the ID token, so that none can be used twice", "OpenID Connect Core §3.2.2.1"},
    {"response_mode", in_request, "how the answer is to travel; the default is the fragment, and tokens never travel in the query", "OAuth 2.0 Multiple Response Type Encoding Practices §2.1"},
    {"prompt", in_request, "whether okta may or must ask the user again: none, login, consent, select_account", "OpenID Connect Core §3.1.2.1"},
    {"max_age", in_request, "how many seconds ago the user may have signed in at most", "OpenID Connect Core §3.1.2.1"},
    {"acr_values", in_request, "how strongly the user is to be authenticated", "OpenID Connect Core §3.1.2.1"},
    {"login_hint", in_request, "who the client thinks will sign in", "OpenID Connect Core §3.1.2.1"},
    {"id_token_hint", in_request, "an earlier ID token that says who the client thinks is signed in", "OpenID Connect Core §3.1.2.1"},
    {"claims", in_request, "a JSON object that asks for single claims", "OpenID Connect Core §5.5"},
    {"request", in_request, "the parameters packed into a signed JWT; this okta does not take it", "OpenID Connect Core §6.1"},
    {"request_uri", in_request, "where such a JWT can be fetched; this okta does not take it", "OpenID Connect Core §6.2"},

    {"access_token", in_response, "the key to the resource; whoever holds it can use it, and the client does not look inside", "RFC 6749 §4.2.2"},
    {"token_type", in_response, "how the token is presented: Bearer, in any case", "RFC 6749 §7.1"},
    {"expires_in", in_response, "for how many seconds the access token is good", "RFC 6749 §4.2.2"},
    {"scope", in_response, "what was granted, where it differs from what was asked for", "RFC 6749 §3.3"},
    {"id_token", in_response, "a signed statement for the client about who signed in, when and how", "OpenID Connect Core §2"},
    {"state", in_response, "the state of the request, unchanged", "RFC 6749 §4.2.2"},
    {"iss", in_response, "which authorization server answers", "RFC 9207 §2"},
    {"error", in_error, "why there are no tokens: one code from a list", "RFC 6749 §4.2.2.1"},
    {"error_description", in_error, "a text for the developer, not for the user, and never to be shown as HTML", "RFC 6749 §4.2.2.1"},
    {"error_uri", in_error, "a page that says more about the error", "RFC 6749 §4.2.2.1"},

    {"access_token", in_resource, "the token itself, in the Authorization header behind Bearer", "RFC 6750 §2"},
    {"realm", in_challenge, "the name of what is protected", "RFC 6750 §3"},
    {"error", in_challenge, "why the token was refused; absent where none was sent", "RFC 6750 §3.1"},
    {"scope", in_challenge, "which scopes the resource needs", "RFC 6750 §3"},

    {"iss", in_both_tokens, "who issued the token; compared character for character", "RFC 7519 §4.1.1"},
    {"aud", in_both_tokens, "whom the token is for: the client of an ID token, the API of an access token", "RFC 7519 §4.1.3"},
    {"sub", in_both_tokens, "whom the token is about; Okta's access token may have the login name here and the user id in uid", "RFC 7519 §4.1.2"},
    {"exp", in_both_tokens, "the second from which on the token must not be accepted", "RFC 7519 §4.1.4"},
    {"iat", in_both_tokens, "the second in which the token was issued", "RFC 7519 §4.1.6"},
    {"jti", in_both_tokens, "the token's own identifier, which in Okta's begins with AT. or ID. and so tells the two apart", "RFC 7519 §4.1.7"},
    {"auth_time", in_both_tokens, "the second in which the user signed in", "OpenID Connect Core §2"},
    {"acr", in_both_tokens, "how strongly the user was authenticated", "OpenID Connect Core §2"},
    {"nonce", in_id_token, "the nonce of the request, unchanged", "OpenID Connect Core §3.2.2.11"},
    {"at_hash", in_id_token, "the left half of a hash of the access token that was issued beside it, in base64url", "OpenID Connect Core §3.2.2.9"},
    {"azp", in_id_token, "for which client the token was made, where aud leaves it open", "OpenID Connect Core §2"},
    {"amr", in_id_token, "by which methods the user was authenticated", "OpenID Connect Core §2"},
    {"scp", in_access_token, "the scopes that were granted, as an array", "Okta OpenID Connect & OAuth 2.0 API"},
    {"cid", in_access_token, "which client the token was issued to", "Okta OpenID Connect & OAuth 2.0 API"},
    {"uid", in_access_token, "the user's id in Okta, which is the ID token's sub", "Okta OpenID Connect & OAuth 2.0 API"},
};
// clang-format on

}  // namespace

std::span<const ParameterMeaning> parameter_meanings() { return rows; }

std::string_view meaning_of_parameter(std::string_view kind, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> carriers{
      {{"authorization_request", in_request},
       {"access_token_response", in_response},
       {"authorization_error", in_error},
       {"resource_request", in_resource},
       {"bearer_challenge", in_challenge}}};
  for (const auto& [its_kind, where] : carriers)
    for (const auto& row : rows)
      if (its_kind == kind && row.where == where && row.name == name) return row.meaning;
  return {};
}

}  // namespace flowsim::oauth
