// What a resource server, or the library it verifies tokens with, says of a request.
#include "explain/error_texts/parts.hpp"

namespace flowsim::explain::known_errors {
namespace {

constexpr std::string_view go_verifier = "okta-jwt-verifier-golang";
constexpr std::string_view go_source = "okta-jwt-verifier-golang, jwtverifier.go";

constexpr std::string_view jsonwebtoken = "jsonwebtoken for Node.js";
constexpr std::string_view verify = "node-jsonwebtoken, verify.js";
constexpr std::string_view express_jwt = "express-jwt";
constexpr std::string_view middleware = "express-jwt, src/index.ts";

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

constexpr ErrorCause signature_causes[] = {
    {"The token comes from the org authorization server, whose keys the app does not have", "access_token_key_known",
     "scenarios/attacks/opaque-org-token.yaml"},
    {"The token lost its end on the way", "access_token_signature_valid", "scenarios/resource/token-cut.yaml"},
    {"The token was damaged", "access_token_signature_valid", "scenarios/resource/broken-signature.yaml"},
    {"Somebody changed a claim and kept the signature", "access_token_signature_valid",
     "scenarios/resource/scope-added-after-signing.yaml"},
};
constexpr ErrorCause no_signature_causes[] = {
    {"Somebody took the signature away", "access_token_signature_valid", "scenarios/resource/signature-stripped.yaml"},
};

constexpr ErrorCause algorithm_causes[] = {
    {"Somebody signed the token with the public key as if it were a shared secret", "access_token_algorithm_allowed",
     "scenarios/resource/hs256-with-the-public-key.yaml"},
    {"Somebody wrote alg none into the header", "access_token_algorithm_allowed",
     "scenarios/resource/algorithm-none.yaml"},
};

constexpr ErrorCause malformed_causes[] = {
    {"What was sent is no JWT: the client took another value for the token", "access_token_well_formed",
     "scenarios/resource/no-jwt.yaml"},
};

constexpr ErrorCause issuer_causes[] = {
    {"The app trusts one authorization server, and the token comes from another", "access_token_issuer_matches",
     "scenarios/resource/wrong-issuer.yaml"},
    {"The token comes from the org authorization server, and the app expects a custom one",
     "access_token_issuer_matches", "scenarios/resource/token-of-the-org-server.yaml"},
};

constexpr ErrorCause no_token_causes[] = {
    {"The client sends no Authorization header", "credentials_present", "scenarios/resource/no-token.yaml"},
    {"The client sends the token in the query, where it is not looked for", "token_not_in_query",
     "scenarios/resource/token-in-query.yaml"},
};

constexpr ErrorCause header_causes[] = {
    {"The header has another scheme than Bearer", "credentials_present", "scenarios/resource/other-credentials.yaml"},
    {"The header has more or less than Bearer and one token", "bearer_header_well_formed",
     "scenarios/resource/malformed-header.yaml"},
    {"The token is empty, because the client has none", "bearer_header_well_formed",
     "scenarios/resource/empty-bearer.yaml"},
};

constexpr ErrorCause revoked_causes[] = {
    {"The token was revoked", "access_token_not_revoked", "scenarios/resource/revoked.yaml"},
};

constexpr std::string_view too_old = "The token's time is over, by this machine's clock";
constexpr std::string_view to_another = "The token is meant for somebody else than the API expects";
constexpr std::string_view compare_audiences =
    "Compare the aud of the token with the audience of the authorization server and of the API";
constexpr std::string_view send_the_header = "Send the token as Authorization: Bearer and one token, and nowhere else";
constexpr std::string_view refuse = "Answer 401 with invalid_token, and find out who sent the token";
constexpr std::string_view get_a_new_one = "Throw the token away, get a new one, and retry once; set the clocks right";

constexpr ErrorText rows[] = {
    {"The access token expired", "a resource server, in WWW-Authenticate", "RFC 6750 §3", "invalid_token",
     "The access token's time is over, by the resource server's clock", "RFC 6750 §3.1", get_a_new_one, expired_causes},
    {"the token is expired", go_verifier, go_source, "", too_old, "RFC 7519 §4.1.4", get_a_new_one, expired_causes},
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
    {"aud: {audience} does not match {expected}", go_verifier, go_source, "", to_another, "RFC 9700 §4.10.2",
     compare_audiences, audience_causes},
    {"clientId: {client} does not match {expected}", go_verifier, go_source, "",
     "The token was issued to another client than the API expects in cid", "RFC 6819 §5.1.5.8",
     "Let the API know every client that may call it", client_causes},
    {"jwt expired", jsonwebtoken, verify, "", too_old, "RFC 7519 §4.1.4", get_a_new_one, expired_causes},
    {"invalid signature", jsonwebtoken, verify, "",
     "The token was not signed by the key that the app verifies with, or was changed afterwards", "RFC 7515 §5.2",
     refuse, signature_causes},
    {"jwt signature is required", jsonwebtoken, verify, "", "The token has no signature", "RFC 7515 §5.2", refuse,
     no_signature_causes},
    {"invalid algorithm", jsonwebtoken, verify, "", "The token's header names an algorithm that the app does not allow",
     "RFC 8725 §3.1", refuse, algorithm_causes},
    {"jwt malformed", jsonwebtoken, verify, "", "The token does not have the three parts of a signed JWT",
     "RFC 7519 §7.2", "Send the access token, whole and unchanged", malformed_causes},
    {"jwt audience invalid. expected: {audience}", jsonwebtoken, verify, "", to_another, "RFC 9700 §4.10.2",
     compare_audiences, audience_causes},
    {"jwt issuer invalid. expected: {issuer}", jsonwebtoken, verify, "",
     "The token comes from another issuer than the API trusts", "RFC 8725 §3.8",
     "Compare the iss of the token with the issuer in the API's settings; it counts letter for letter", issuer_causes},
    {"No authorization token was found", express_jwt, middleware, "",
     "The request has no token where the API looks for one", "RFC 6750 §3.1", send_the_header, no_token_causes},
    {"Format is Authorization: Bearer [token]", express_jwt, middleware, "",
     "The Authorization header is not Bearer and one token", "RFC 6750 §2.1", send_the_header, header_causes},
    {"The token has been revoked.", express_jwt, middleware, "", "The token was taken back before its time was over",
     "RFC 6750 §3.1", get_a_new_one, revoked_causes},
};

}  // namespace

std::span<const ErrorText> resource() { return rows; }

}  // namespace flowsim::explain::known_errors
