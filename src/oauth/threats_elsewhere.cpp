// Threats of other flows and grants, each with the reason why it does not apply here.
#include "oauth/threat_tables.hpp"

namespace flowsim::oauth {
namespace {

// Why no run shows them.
constexpr std::string_view no_code = "Does not apply to the Implicit flow: no code travels in it.";
constexpr std::string_view no_refresh_token =
    "Does not apply to the Implicit flow: it must not issue a refresh token (RFC 6749 §4.2.2).";
constexpr std::string_view no_client_secret =
    "Does not apply to the Implicit flow: its client is public and has no secret.";
constexpr std::string_view other_grant = "Does not apply to the Implicit flow: it is about another grant.";
constexpr std::string_view not_part_of_flow =
    "Does not apply to the Implicit flow: signed requests and receipts are no part of it.";
constexpr std::string_view no_encryption =
    "Does not apply to the Implicit flow: okta encrypts no ID token, and the client takes none that is encrypted.";

constexpr Threat elsewhere_threat_rows[] = {
    {"code-eavesdropping", "4", "Somebody reads the code on its way to the client and redeems it.", "the verifier",
     "new: the code is worth nothing without the verifier", "RFC 6819 §4.4.1.1", no_code},
    {"code-database-leak", "4", "The attacker reads the codes that the authorization server keeps.",
     "authorization server: keeps hashes, for minutes", "new: the code is worth nothing without the verifier",
     "RFC 6819 §4.4.1.2", no_code},
    {"code-guessing", "4", "The attacker invents codes and tries to redeem them.",
     "authorization server: codes that cannot be guessed", "new: a guessed code is worth nothing without the verifier",
     "RFC 6819 §4.4.1.3", no_code},
    {"code-replay", "4", "A code that was redeemed already is redeemed once more.",
     "authorization server: a code works once", "new: the code is worth nothing without the verifier", "RFC 6749 §10.5",
     no_code},
    {"code-session-impersonation", "4",
     "The attacker waits with the code at the client's address and takes over the session that the client opens for "
     "it.",
     "network: TLS at the redirect URI", "new: the code is worth nothing without the verifier", "RFC 6819 §4.4.1.6",
     no_code},
    {"code-leak-counterfeit-client", "4",
     "A page that passes for the client takes the code and has the real client redeem it.",
     "authorization server: compares redirect URIs", "new: the verifier of another transaction does not fit",
     "RFC 6819 §4.4.1.7", no_code},
    {"code-phishing", "4", "The attacker's machine poses as the client's and collects codes.",
     "network: TLS; client authentication", "new: the code is worth nothing without the verifier", "RFC 6819 §4.4.1.5",
     no_code},
    {"code-substitution", "4", "The attacker brings the code of a victim into a sign-in of his own.",
     "client: a code redeemed with its own verifier", "new: the verifier of another transaction does not fit",
     "RFC 6819 §4.4.1.13", no_code},
    {"code-denial-of-service", "4", "Invented codes make the client call the authorization server again and again.",
     "client: looks at state first", "new: the client has a token request to make", "RFC 6819 §4.4.1.12", no_code},
    {"code-injection", "4", "A stolen code is put into the attacker's own flow at the honest client.",
     "the verifier, or the nonce", "new: and stopped there by the verifier; access-token-injection is its twin here",
     "RFC 9700 §4.5", no_code},
    {"pkce-downgrade", "1",
     "The challenge is taken out of the request, and a server that does not insist issues a code without it.",
     "authorization server: no verifier without a challenge", "new: a code there can be redeemed without a verifier",
     "RFC 9700 §4.8",
     "Does not apply to the Implicit flow: it has no token request in which a verifier could be shown."},
    {"refresh-token-theft", "after 4", "The attacker steals a refresh token and gets new access tokens with it.",
     "authorization server: rotation, or a key of the sender's", "new: a browser may hold a refresh token there",
     "RFC 9700 §4.14, RFC 6819 §4.1.2, RFC 6819 §4.5.1", no_refresh_token},
    {"refresh-token-replay", "after 4", "A refresh token that was used already is used again.",
     "authorization server: rotation", "new: a browser may hold a refresh token there", "RFC 9700 §4.14",
     no_refresh_token},
    {"refresh-token-guessing", "after 4", "The attacker invents refresh tokens.",
     "authorization server: tokens that cannot be guessed", "new: there are refresh tokens there", "RFC 6819 §4.5.3",
     no_refresh_token},
    {"refresh-token-phishing", "after 4", "A counterfeit authorization server collects refresh tokens.",
     "network: TLS with server authentication", "new: there are refresh tokens there", "RFC 6819 §4.5.4",
     no_refresh_token},
    {"client-secret-disclosure", "any", "The attacker reads the client's secret in its program or configuration.",
     "operator: no secrets in public clients", "same: a single-page application has no secret there either",
     "RFC 6819 §4.1.1", no_client_secret},
    {"client-secret-database-theft", "any", "The attacker reads the secrets that the authorization server keeps.",
     "authorization server: keeps hashes", "same: a single-page application has no secret there either",
     "RFC 6819 §4.3.4", no_client_secret},
    {"client-secret-guessing", "any", "The attacker tries secrets of a client.",
     "authorization server: long secrets, few attempts", "same: a single-page application has no secret there either",
     "RFC 6819 §4.3.5", no_client_secret},
    {"password-grant", "any", "The client itself asks for the user's password and may keep or lose it.",
     "operator: another grant", "same: it is another grant there too", "RFC 6819 §4.4.3, RFC 9700 §2.4", other_grant},
    {"client-credentials-grant", "any", "A program acts with a client's secret in its own name.",
     "operator: one secret for each deployment", "same: it is another grant there too", "RFC 6819 §4.4.4", other_grant},
    {"response-repudiation", "4", "The server denies that it sent a response.", "signatures over the response",
     "same: responses are not signed there either", "OpenID Connect Core §16.6", not_part_of_flow},
    {"request-repudiation", "1", "The client denies that it made a request.", "signatures over the request",
     "same: requests are not signed there either", "OpenID Connect Core §16.7", not_part_of_flow},
    {"custom-scheme-hijack", "4",
     "Another application on the telephone registers the same scheme and receives the response.",
     "client: https addresses that it alone can claim", "less: the code is worth nothing without the verifier",
     "OpenID Connect Core §16.23, RFC 8252 §7.1",
     "Does not apply to the Implicit flow as modelled: its client is a web page, whose redirect URI has https and one "
     "owner."},
    {"client-assertion-audience-injection", "any",
     "A malicious server has the client sign an assertion that another server accepts.",
     "client: an assertion for one audience", "same: a single-page application signs no assertion there either",
     "Updates to OAuth 2.0 Security Best Current Practice (draft), Audience Injection",
     "Does not apply to the Implicit flow: its client does not authenticate."},
    {"jwe-decompression-bomb", "4", "An encrypted token is tiny until it is unpacked.",
     "client: id_token_not_encrypted, or a limit on what it unpacks", "same: encrypted tokens are the same",
     "JSON Web Token Best Current Practices (draft of the revision)", no_encryption},
    {"pbes2-iteration-count", "4",
     "An encrypted token asks for so many rounds of a password function that its reader stands still.",
     "client: id_token_not_encrypted, or a limit on the rounds", "same: encrypted tokens are the same",
     "JSON Web Token Best Current Practices (draft of the revision)", no_encryption},
};

}  // namespace

std::span<const Threat> threats_of_other_flows() { return elsewhere_threat_rows; }

}  // namespace flowsim::oauth
