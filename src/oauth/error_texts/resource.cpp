// What a resource server, or the library it verifies tokens with, says of a request.
#include "oauth/error_texts/parts.hpp"

namespace flowsim::known_errors {
namespace {

constexpr std::string_view go_verifier = "okta-jwt-verifier-golang";
constexpr std::string_view go_source = "okta-jwt-verifier-golang, jwtverifier.go";

constexpr ErrorCause expired_causes[] = {
    {"The token is simply old: the client kept it beyond expires_in", "access_token_not_expired",
     "scenarios/attacks/token-expired.yaml"},
    {"The app's clock is ahead, so a fresh token looks expired", "access_token_not_expired",
     "scenarios/resource/expired-token.yaml"},
    {"The server's clock is behind, so tokens are born expired", "access_token_not_expired",
     "scenarios/resource/expired-when-issued.yaml"},
};

constexpr ErrorCause invalid_causes[] = {
    {"The client sends the ID token in place of the access token", "access_token_audience_matches",
     "scenarios/real-bugs/id-token-as-access-token.yaml"},
    {"The token comes from the org authorization server, whose tokens nobody but Okta may read",
     "access_token_key_known", "scenarios/attacks/opaque-org-token.yaml"},
    {"The token is meant for another API", "access_token_audience_matches", "scenarios/resource/wrong-audience.yaml"},
    {"The token comes from another issuer than the API trusts", "access_token_issuer_matches",
     "scenarios/resource/wrong-issuer.yaml"},
    {"The token was revoked", "access_token_not_revoked", "scenarios/resource/revoked.yaml"},
    {"The token lost its end on the way", "access_token_signature_valid", "scenarios/resource/token-cut.yaml"},
    {"Somebody made the token up", "access_token_key_known", "scenarios/attacks/forged-self-contained-token.yaml"},
};

constexpr ErrorCause scope_causes[] = {
    {"The client never asked for the scope", "scope_sufficient", "scenarios/resource/scope-not-asked-for.yaml"},
    {"The client asked for one of several scopes that are needed", "scope_sufficient",
     "scenarios/resource/one-scope-of-two.yaml"},
    {"The token has a scope whose name only resembles the one that is needed", "scope_sufficient",
     "scenarios/resource/scope-of-a-longer-name.yaml"},
};

constexpr ErrorCause audience_causes[] = {
    {"The token is meant for another API of the same authorization server", "access_token_audience_matches",
     "scenarios/resource/wrong-audience.yaml"},
    {"The client sends the ID token, whose audience is the client itself", "access_token_audience_matches",
     "scenarios/real-bugs/id-token-as-access-token.yaml"},
    {"The token has no audience at all", "access_token_audience_matches", "scenarios/resource/missing-audience.yaml"},
    {"Another API was given the token and tries it here", "access_token_audience_matches",
     "scenarios/attacks/compromised-rs-replay.yaml"},
};

constexpr ErrorCause client_causes[] = {
    {"The token was issued to a client that this API is not for", "access_token_client_allowed",
     "scenarios/resource/client-not-allowed.yaml"},
    {"Somebody tries a token of an application of their own", "access_token_client_allowed",
     "scenarios/attacks/client-not-allowed.yaml"},
};

constexpr ErrorCause future_causes[] = {
    {"The app's clock is behind, or the server's ahead", "access_token_issued_at_plausible",
     "scenarios/resource/issued-in-the-future.yaml"},
    {"Somebody saved the token up and tries it where the clock is slow", "access_token_issued_at_plausible",
     "scenarios/attacks/clock-skew.yaml"},
};

constexpr std::string_view get_a_new_one = "Throw the token away, get a new one, and retry once; set the clocks right";

constexpr ErrorText rows[] = {
    {"The access token expired", "a resource server, in WWW-Authenticate", "RFC 6750 §3", "invalid_token",
     "The access token's time is over, by the resource server's clock", "RFC 6750 §3.1", get_a_new_one, expired_causes},
    {"the token is expired", go_verifier, go_source, "", "The token's time is over, by this machine's clock",
     "RFC 7519 §4.1.4", get_a_new_one, expired_causes},
    {"the token was issued in the future", go_verifier, go_source, "",
     "The token's iat lies ahead of this machine's clock", "RFC 7519 §4.1.6",
     "Set the clocks right, and allow a leeway of a minute or two", future_causes},
    {"The access token is invalid", "Okta's userinfo endpoint, in WWW-Authenticate",
     "Okta OpenID Connect & OAuth 2.0 API", "invalid_token",
     "Something about the token is wrong; the resource server does not say what, so that nobody learns from trying",
     "RFC 6750 §3.1, OpenID Connect Core §16.12",
     "Decode the token and compare iss, aud, exp and kid with what the API expects; get a new one, and retry once",
     invalid_causes},
    {"The access token must provide access to at least one of these scopes - {scopes}",
     "Okta's userinfo endpoint, in WWW-Authenticate", "Okta OpenID Connect & OAuth 2.0 API", "insufficient_scope",
     "The token is good, but not for this", "RFC 6750 §3.1",
     "Ask for the scope in a new authorization request, and do not repeat the call with this token", scope_causes},
    {"aud: {audience} does not match {expected}", go_verifier, go_source, "",
     "The token is meant for somebody else than the API expects", "RFC 9700 §4.10.2",
     "Compare the aud of the token with the audience of the authorization server and of the API", audience_causes},
    {"clientId: {client} does not match {expected}", go_verifier, go_source, "",
     "The token was issued to another client than the API expects in cid", "RFC 6819 §5.1.5.8",
     "Let the API know every client that may call it", client_causes},
};

}  // namespace

std::span<const ErrorText> resource() { return rows; }

}  // namespace flowsim::known_errors
