// Threats that bring a foreign or changed response into the client (interaction 4).
#include "oauth/threat_tables.hpp"

namespace flowsim::oauth {
namespace {

constexpr Threat injection_threat_rows[] = {
    {"csrf-redirect-uri", "4",
     "The attacker gets a token for his own account and lures the victim to the redirect URI with it, so that the "
     "victim works in the attacker's account.",
     "client: state_matches", "gone: the verifier refuses a foreign code, even without state",
     "RFC 9700 §4.7, RFC 6819 §4.4.2.5, RFC 6749 §10.12"},
    {"login-csrf", "4", "The same with the attacker's ID token: the client takes the victim for the attacker.",
     "client: state_matches, nonce_matches", "moved: the verifier refuses a foreign code",
     "RFC 9700 §4.7, OpenID Connect Core §3.2.2.11"},
    {"state-mismatch", "4", "The response carries another state than the request.", "client: state_matches",
     "same: the same check", "OpenID Connect Core §3.2.2.5"},
    {"state-missing", "4",
     "The response's state has been taken out, and a client that compares only what is there lets it pass.",
     "client: state_matches takes nothing for a match", "same: the same check", "RFC 6749 §4.2.2"},
    {"state-replay", "4", "A second response comes with a state that has been used already.",
     "client: state_matches, because a state counts once", "same: the same check", "RFC 6749 §10.12"},
    {"state-cross-tab", "4",
     "A second tab writes its state over that of the first, so that honest responses are refused and people switch the "
     "check off.",
     "client: a place for each transaction", "same: state is kept in the same way", "Thread okta/okta-react#43",
     "Each transaction keeps a state of its own here: there is no second tab, and no storage that two tabs could "
     "share."},
    {"state-xss", "4", "The state holds markup, which a careless page shows as it is.",
     "okta: state_present takes few characters; both: escape what they show", "same: state travels in the same way",
     "RFC 6749 §10.14"},
    {"error-injection", "4",
     "A link to the redirect URI carries an error with a text of the attacker's, such as a number to call.",
     "client: state_matches comes before response_is_no_error", "same: errors travel in the same way",
     "RFC 6749 §10.14"},
    {"token-substitution", "4",
     "The victim signs in at the attacker's client; the attacker brings that token into the honest client, which takes "
     "its owner for the user.",
     "client: id_token_audience_matches, at_hash_matches; with an access token alone, nothing; app: "
     "access_token_client_allowed",
     "gone: the client redeems its own code", "RFC 6749 §10.16, RFC 6819 §4.4.2.6, OpenID Connect Core §16.11"},
    {"access-token-injection", "4",
     "The attacker runs a flow of his own and puts a stolen access token into its response; the state is right.",
     "client: at_hash_matches with nonce_matches; with an access token alone, nothing",
     "gone: the token comes straight from okta", "RFC 9700 §4.6"},
    {"at-hash-mismatch", "4", "The access token is exchanged and the ID token kept.", "client: at_hash_matches",
     "gone: the tokens come straight from okta",
     "OpenID Connect Core §3.2.2.9, OpenID Connect conformance test oidcc-client-test-invalid-athash"},
    {"at-hash-missing", "4",
     "The ID token beside the access token has no at_hash, and a client that compares only what is there lets it pass.",
     "client: at_hash_matches wants one beside an access token",
     "moved: at_hash is optional there, the direct channel vouches",
     "OpenID Connect Core §3.2.2.10, OpenID Connect conformance test oidcc-client-test-missing-athash"},
    {"id-token-swap", "4", "The access token is kept and the ID token of another sign-in put beside it.",
     "client: nonce_matches, at_hash_matches", "gone: the tokens come straight from okta",
     "OpenID Connect Core §16.11"},
    {"nonce-mismatch", "4", "The ID token belongs to another transaction.", "client: nonce_matches",
     "moved: the verifier ties the response to the request",
     "OpenID Connect Core §3.2.2.11, OpenID Connect conformance test oidcc-client-test-nonce-invalid"},
    {"nonce-missing", "4", "The ID token has no nonce, and a client that compares only what is there lets it pass.",
     "client: nonce_matches takes nothing for a match", "moved: the verifier ties the response to the request",
     "OpenID Connect Core §3.2.2.10"},
    {"id-token-replay", "4", "A whole response of an earlier flow is sent again, state and all.",
     "client: state_matches, nonce_matches, id_token_not_expired", "gone: the code has been used",
     "OpenID Connect Core §15.5.2, RFC 9700 §4.6"},
    {"nonce-extraction", "4",
     "Who can read the response takes the nonce out of its ID token and has okta issue another ID token with that "
     "nonce.",
     "nobody: neither state_matches nor nonce_matches can tell",
     "gone: the verifier holds even against who reads the response", "RFC 9700 §4.7.1",
     "The attacker of the model signs in with its own account only, and cannot have okta issue an ID token about "
     "the user."},
    {"mix-up-token-to-attacker-as", "4 to 5",
     "The client means to use the attacker's authorization server, which sends the browser on to the honest one; the "
     "client then hands the honest token to the attacker.",
     "client: response_issuer_matches, id_token_issuer_matches",
     "less: the code reaches the attacker, and only the issuer's name stops the mix-up",
     "RFC 9700 §4.4.1, RFC 9207 §1"},
    {"mix-up-cross-social", "4",
     "The client tells its authorization servers apart by the redirect URI alone, so a response of one is taken for "
     "that of another.",
     "client: remembers the server with the transaction", "less: the code fails at the other server",
     "RFC 9700 §4.4, RFC 9207 §1",
     "The client remembers one issuer with each transaction and has one redirect URI for all: it cannot take the "
     "choice from the redirect URI."},
    {"iss-param-mismatch", "4", "The response's iss names another issuer than the one that was asked.",
     "client: response_issuer_matches", "same: the same check", "RFC 9207 §2.4"},
    {"iss-param-missing", "4", "The issuer says that its responses carry iss, and this one has none.",
     "client: response_issuer_matches", "same: the same check", "RFC 9207 §2.4",
     "Okta does not announce the parameter, so its absence says nothing here."},
    {"iss-param-conflict", "4", "The response's iss and that of its ID token disagree.",
     "client: response_issuer_matches, id_token_issuer_matches", "same: the same checks", "RFC 9207 §2.4"},
    {"cross-toolkit-account-takeover", "4 to 5",
     "A client with a connector for each provider has a malicious one among them, which takes the response of an "
     "honest one for its own.",
     "client: a mark of the connector in redirect URI and transaction",
     "less: the code needs the verifier of its own transaction",
     "Updates to OAuth 2.0 Security Best Current Practice (draft), Cross-toolkit OAuth Account Takeover",
     "The client is one application with one connection to one issuer: it has no connectors that could take each "
     "other's place."},
    {"discovery-issuer-mismatch", "before 1",
     "The metadata document names another issuer than the one it was fetched for, with the attacker's addresses and "
     "keys.",
     "client: metadata_issuer_matches", "same: the same check",
     "RFC 8414 §3.3, OpenID Connect Core §16.15, OpenID Connect conformance test "
     "oidcc-client-test-discovery-issuer-mismatch"},
    {"response-in-query", "4",
     "A link to the redirect URI carries tokens in the query, and a client that reads both takes them.",
     "client: response_in_fragment", "same: a client should read one place only",
     "OAuth 2.0 Multiple Response Type Encoding Practices §5"},
    {"response-parameter-duplicate", "4", "A parameter occurs twice: one value is checked, the other used.",
     "client: response_parameters_not_repeated", "same: the same check", "RFC 6749 §3.1"},
    {"response-extra-code", "4", "The response brings a code or a refresh token that nobody asked for.",
     "client: ignores it", "same: what nobody asked for is ignored there too",
     "RFC 6749 §4.2.2, OAuch test RefreshTokenPresent"},
    {"token-type-unknown", "4", "The access token is of a type that the client does not know, or of none.",
     "client: token_type_bearer, response_complete", "same: the same check", "RFC 6749 §7.1"},
    {"scope-narrowed-unnoticed", "4", "The token may do less than was asked for, and the client does not look.",
     "client: reads scope; app: scope_sufficient", "same: scope is answered in the same way", "RFC 6749 §3.3"},
    {"scope-widened-in-response", "4", "The response's scope is changed to say more than the token may do.",
     "app: scope_sufficient believes the token only", "same: the app believes the token only", "RFC 6750 §3.1"},
    {"expires-in-inflated", "4", "The response's expires_in is changed to keep the client using a token that is dead.",
     "app: access_token_not_expired", "same: the app believes the token only", "RFC 6749 §4.2.2"},
    {"iframe-response-race", "4", "Two silent renewals run at once, and each gets the other's answer.",
     "client: a transaction for each state", "same: state is kept in the same way", "Thread okta/okta-oidc-js#322",
     "The client renews nothing silently and the browser has no hidden frame to do it in."},
};

}  // namespace

std::span<const Threat> injection_threats() { return injection_threat_rows; }

}  // namespace flowsim::oauth
