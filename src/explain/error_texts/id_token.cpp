// What client libraries say of an ID token that does not pass, in the order in which a client looks.
#include "explain/error_texts/parts.hpp"

namespace flowsim::explain::known_errors {
namespace {

constexpr std::string_view okta_auth_js = "okta-auth-js";
constexpr std::string_view okta_claims = "okta-auth-js, lib/oidc/util/validateClaims.ts";
constexpr std::string_view okta_verify = "okta-auth-js, lib/oidc/verifyToken.ts";
constexpr std::string_view oidc_client_js = "oidc-client-js";
constexpr std::string_view oidc_jose = "oidc-client-js, src/JoseUtilImpl.js";
constexpr std::string_view oidc_validator = "oidc-client-js, src/ResponseValidator.js";
constexpr std::string_view angular = "angular-oauth2-oidc";
constexpr std::string_view angular_service = "angular-oauth2-oidc, projects/lib/src/oauth-service.ts";

constexpr std::string_view openid_client = "openid-client for Node.js";
constexpr std::string_view openid_client_js = "openid-client, lib/client.js (version 5)";

constexpr std::string_view core = "OpenID Connect Core §3.1.3.7";
constexpr std::string_view core_implicit = "OpenID Connect Core §3.2.2.11";
constexpr std::string_view core_hash = "OpenID Connect Core §3.2.2.9";

constexpr std::string_view to_another = "The ID token is meant for another client";
constexpr std::string_view from_another = "The ID token comes from another issuer than the client expects";
constexpr std::string_view wrong_nonce = "The ID token was not made for this request";
constexpr std::string_view wrong_hash = "The access token is not the one that the ID token vouches for";
constexpr std::string_view unknown_key = "The ID token names a key that the issuer does not publish";
constexpr std::string_view bad_signature = "The ID token was not signed by the issuer's key, or was changed afterwards";
constexpr std::string_view too_old = "The ID token's time is over, by the clock of the user's machine";
constexpr std::string_view too_new = "The ID token was issued later than the user's machine thinks it is";

constexpr std::string_view compare_issuers =
    "Copy the issuer out of the server's metadata into the client's settings; it counts letter for letter";
constexpr std::string_view compare_clients = "Compare aud with the client_id, and refuse both tokens";
constexpr std::string_view use_nonce_once =
    "Refuse both tokens and start again; keep the nonce with the request it belongs to, and use it once";
constexpr std::string_view refuse_both = "Refuse both tokens and start again";
constexpr std::string_view fetch_keys =
    "Fetch the issuer's keys once more, and refuse both tokens where it is not there";
constexpr std::string_view set_clock =
    "Set the machine's clock right; allow a leeway of some minutes rather than switch the check off";

constexpr ErrorCause issuer_causes[] = {
    {"The client is set up with one authorization server, and the token comes from another: org for default, or the "
     "other way round",
     "id_token_issuer_matches", "scenarios/tokens/wrong-issuer.yaml"},
    {"A slash at the end is there in one place and missing in the other", "id_token_issuer_matches",
     "scenarios/attacks/iss-mismatch-trailing-slash.yaml"},
    {"The metadata already names another issuer than the client's settings", "metadata_issuer_matches",
     "scenarios/okta-refuses/issuer-with-a-slash.yaml"},
    {"Somebody answers with a token of a server of their own", "id_token_issuer_matches",
     "scenarios/attacks/mix-up-token-to-attacker-as.yaml"},
};

constexpr ErrorCause audience_causes[] = {
    {"The token was issued to another client, for instance to the same application in another environment",
     "id_token_audience_matches", "scenarios/tokens/wrong-audience.yaml"},
    {"The token has several audiences, and the client knows only one of them", "id_token_audience_matches",
     "scenarios/tokens/second-audience.yaml"},
    {"The access token stands where the ID token belongs", "id_token_audience_matches",
     "scenarios/attacks/access-token-as-id-token.yaml"},
    {"Somebody hands in tokens that a client of their own was given", "id_token_audience_matches",
     "scenarios/attacks/aud-mismatch-other-client.yaml"},
};

constexpr ErrorCause party_causes[] = {
    {"The token was asked for by another client", "id_token_authorized_party_matches",
     "scenarios/tokens/wrong-authorized-party.yaml"},
    {"Somebody hands in a token that another client asked for", "id_token_authorized_party_matches",
     "scenarios/attacks/azp-mismatch.yaml"},
};

constexpr ErrorCause key_causes[] = {
    {"The issuer has changed its keys since the client fetched them; where it published the new one, fetching again "
     "helps, and here it did not",
     "id_token_key_known", "scenarios/tokens/unknown-key.yaml"},
    {"Somebody signed the token with a key of their own", "id_token_key_known",
     "scenarios/attacks/forged-id-token.yaml"},
    {"Somebody names a key that only the token's header leads to", "id_token_key_known",
     "scenarios/attacks/jku-x5u-jwk-header.yaml"},
};
constexpr ErrorCause no_key_causes[] = {
    {"The issuer leaves kid out, and several keys could be meant", "id_token_key_known",
     "scenarios/tokens/kid-absent.yaml"},
};

constexpr ErrorCause signature_causes[] = {
    {"The token lost its end on the way through the address", "id_token_signature_valid",
     "scenarios/tokens/id-token-cut.yaml"},
    {"The token was damaged", "id_token_signature_valid", "scenarios/tokens/broken-signature.yaml"},
    {"Somebody changed a claim and kept the signature", "id_token_signature_valid",
     "scenarios/tokens/claim-changed-after-signing.yaml"},
    {"Somebody took the signature away", "id_token_signature_valid", "scenarios/tokens/signature-stripped.yaml"},
};

constexpr ErrorCause expired_causes[] = {
    {"The clock of the user's machine is ahead", "id_token_not_expired", "scenarios/tokens/client-clock-ahead.yaml"},
    {"The response was opened long after it was made", "id_token_not_expired", "scenarios/tokens/expired.yaml"},
    {"Somebody tries an old token", "id_token_not_expired", "scenarios/attacks/exp-passed.yaml"},
};

constexpr ErrorCause future_causes[] = {
    {"The clock of the user's machine is behind", "id_token_issued_at_plausible",
     "scenarios/tokens/client-clock-behind.yaml"},
    {"The machine's clock was set back while the user signed in", "id_token_issued_at_plausible",
     "scenarios/real-bugs/clock-of-the-client-goes-wrong.yaml"},
    {"The issuer's clock is ahead", "id_token_issued_at_plausible", "scenarios/tokens/issued-in-the-future.yaml"},
};

constexpr ErrorCause lifetime_causes[] = {
    {"The issuer computes its times wrongly, for instance in milliseconds", "id_token_issued_at_plausible",
     "scenarios/tokens/issued-after-expiry.yaml"},
    {"Somebody made the token up", "id_token_issued_at_plausible", "scenarios/attacks/iat-after-exp.yaml"},
};
constexpr ErrorCause no_iat_causes[] = {
    {"The issuer leaves iat out", "id_token_issued_at_plausible", "scenarios/tokens/missing-issue-time.yaml"},
};
constexpr ErrorCause no_exp_causes[] = {
    {"The issuer leaves exp out", "id_token_not_expired", "scenarios/tokens/missing-expiry.yaml"},
};

constexpr ErrorCause nonce_causes[] = {
    {"There is one slot for all requests, and a second tab or a second click overwrote the nonce: to the client it "
     "looks like this",
     "nonce_matches", "scenarios/tokens/wrong-nonce.yaml"},
    {"The issuer did not take the nonce over into the token", "nonce_matches", "scenarios/tokens/missing-nonce.yaml"},
    {"Somebody put an ID token of another sign-in into this response", "nonce_matches",
     "scenarios/attacks/id-token-swap.yaml"},
};

constexpr ErrorCause hash_causes[] = {
    {"The hash is computed wrongly: it is the left half of the digest's bytes, not of its hexadecimal text, and has no "
     "padding",
     "at_hash_matches", "scenarios/tokens/wrong-access-token-hash.yaml"},
    {"The access token was cut on the way", "at_hash_matches", "scenarios/tokens/access-token-cut.yaml"},
    {"Somebody put another access token beside this ID token", "at_hash_matches",
     "scenarios/attacks/access-token-injection.yaml"},
};
constexpr ErrorCause no_hash_causes[] = {
    {"The library demands at_hash where only an ID token was asked for, and there is nothing to hash",
     "at_hash_matches", "scenarios/real-bugs/at-hash-always-demanded.yaml"},
    {"The issuer leaves at_hash out beside an access token, where it is required", "at_hash_matches",
     "scenarios/tokens/missing-access-token-hash.yaml"},
};

// clang-format off
constexpr ErrorText rows[] = {
    {"The issuer [{issuer}] does not match [{expected}]", okta_auth_js, okta_claims, "", from_another, core, compare_issuers, issuer_causes},
    {"Invalid issuer in token: {issuer}", oidc_client_js, oidc_jose, "", from_another, core, compare_issuers, issuer_causes},
    {"Wrong issuer: {issuer}", angular, angular_service, "", from_another, core, compare_issuers, issuer_causes},
    {"unexpected iss value, expected {issuer}, got: {other}", openid_client, openid_client_js, "", from_another, core, compare_issuers, issuer_causes},
    {"The audience [{audience}] does not match [{expected}]", okta_auth_js, okta_claims, "", to_another, core, compare_clients, audience_causes},
    {"Invalid audience in token: {audience}", oidc_client_js, oidc_jose, "", to_another, core, compare_clients, audience_causes},
    {"Invalid azp in token: {client}", oidc_client_js, oidc_jose, "", to_another, core, compare_clients, party_causes},
    {"The key id, {kid}, was not found in the server's keys", okta_auth_js, "okta-auth-js, lib/oidc/endpoints/well-known.ts", "", unknown_key, "OpenID Connect Core §10.1", fetch_keys, key_causes},
    {"No key matching kid found in signing keys", oidc_client_js, oidc_validator, "", unknown_key, "OpenID Connect Core §10.1", fetch_keys, key_causes},
    {"No kid found in id_token", oidc_client_js, oidc_validator, "", "The ID token does not say which of the issuer's keys signed it", "OpenID Connect Core §10.1", "Let the issuer name its key; a client may instead try each of them", no_key_causes},
    {"The token signature is not valid", okta_auth_js, okta_verify, "", bad_signature, core_implicit, refuse_both, signature_causes},
    {"signature validation failed", oidc_client_js, oidc_jose, "", bad_signature, core_implicit, refuse_both, signature_causes},
    {"The JWT expired and is no longer valid", okta_auth_js, okta_claims, "", too_old, core, set_clock, expired_causes},
    {"exp is in the past:{time}", oidc_client_js, oidc_jose, "", too_old, core, set_clock, expired_causes},
    {"exp was not provided", oidc_client_js, oidc_jose, "", "The ID token has no exp, so it would never end", core, refuse_both, no_exp_causes},
    {"The JWT was issued in the future", okta_auth_js, "okta-auth-js, lib/oidc/util/validateClaims.ts and issues 879, 880 and 1315", "", too_new, core, set_clock, future_causes},
    {"iat is in the future: {time}", oidc_client_js, oidc_jose, "", too_new, core, set_clock, future_causes},
    {"iat was not provided", oidc_client_js, oidc_jose, "", "The ID token has no iat, so nobody can tell its age", core, refuse_both, no_iat_causes},
    {"The JWT expired before it was issued", okta_auth_js, okta_claims, "", "The ID token's end lies before its beginning", core, refuse_both, lifetime_causes},
    {"OAuth flow response nonce doesn't match request nonce", okta_auth_js, okta_claims, "", wrong_nonce, core_implicit, use_nonce_once, nonce_causes},
    {"Invalid nonce in id_token", oidc_client_js, oidc_validator, "", wrong_nonce, core_implicit, use_nonce_once, nonce_causes},
    {"Wrong nonce: {nonce}", angular, angular_service, "", wrong_nonce, core_implicit, use_nonce_once, nonce_causes},
    {"nonce mismatch, expected {nonce}, got: {other}", openid_client, openid_client_js, "", wrong_nonce, core_implicit, use_nonce_once, nonce_causes},
    {"Token hash verification failed", okta_auth_js, okta_verify, "", wrong_hash, core_hash, refuse_both, hash_causes},
    {"Failed to validate at_hash", oidc_client_js, "oidc-client-js, src/ResponseValidator.js and issue 146", "", wrong_hash, core_hash, refuse_both, hash_causes},
    {"Wrong at_hash", angular, angular_service, "", wrong_hash, core_hash, refuse_both, hash_causes},
    {"No at_hash in id_token", oidc_client_js, oidc_validator, "", "The ID token does not vouch for the access token beside it", core_hash, "Demand at_hash where both tokens were asked for, and only there", no_hash_causes},
    {"missing required property at_hash", openid_client, openid_client_js, "", "The ID token does not vouch for the access token beside it", core_hash, "Demand at_hash where both tokens were asked for, and only there", no_hash_causes},
    {"An at_hash is needed!", angular, "angular-oauth2-oidc, projects/lib/src/oauth-service.ts and issue 789", "", "The ID token does not vouch for the access token beside it", core_hash, "Demand at_hash where both tokens were asked for, and only there", no_hash_causes},
};
// clang-format on

}  // namespace

std::span<const ErrorText> id_token() { return rows; }

}  // namespace flowsim::explain::known_errors
