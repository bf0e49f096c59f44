// Threats to the sign-in and to the consent (interactions 2 and 3).
#include "oauth/threat_tables.hpp"

namespace flowsim::oauth {
namespace {

constexpr Threat sign_in_threat_rows[] = {
    {"phishing-counterfeit-as", "2",
     "A page that looks like okta's sign-in page stands at another address and collects the password.",
     "user: sign_in_page_is_okta", "same: the sign-in is the same", "RFC 6819 §4.2.1, RFC 6749 §10.11"},
    {"embedded-webview-login", "2", "The client shows the sign-in page inside itself and reads along.",
     "okta: forbids framing; user: an external browser", "same: the sign-in is the same",
     "RFC 6819 §4.1.4, RFC 6749 §10.13",
     "The browser shows one page at a time: it has no frames and no views inside an application."},
    {"clickjacking-consent", "2 to 3", "The consent page lies invisible over a button that the victim wants to press.",
     "okta: forbids framing (frame-ancestors, X-Frame-Options)", "same: the consent is the same",
     "RFC 9700 §4.16, RFC 6819 §4.4.1.9, RFC 6749 §10.13",
     "The browser has no frames, and a page has no places on a screen that could lie over one another."},
    {"authorize-csrf", "3",
     "A page of the attacker's sends the consent form for the attacker's client in the victim's browser, with the "
     "victim's session.",
     "okta: csrf_token_matches, transaction_known", "same: the consent is the same",
     "RFC 6749 §10.12, OpenID Connect Core §3.1.2.3"},
    {"as-login-csrf", "2 to 3", "A page of the attacker's signs the victim's browser in at okta, as the attacker.",
     "okta: csrf_token_matches, transaction_known", "same: the sign-in is the same", "RFC 6749 §10.12"},
    {"as-session-fixation", "2 to 3",
     "The attacker plants a session's identifier in the victim's browser, and shares the session once the victim has "
     "signed in.",
     "okta: a new identifier after each sign-in", "same: the session is the same", "RFC 6265 §8.4",
     "Nobody can write a cookie of another origin into a simulated browser, and okta makes a session only when "
     "somebody has signed in."},
    {"resource-owner-impersonation", "3",
     "A program answers the sign-in and consent pages in the user's place, with a form that it made itself or "
     "recorded.",
     "okta: transaction_known, csrf_token_matches", "same: the consent is the same", "RFC 6819 §4.4.1.10"},
    {"password-guessing", "3", "The attacker tries passwords on the sign-in page.",
     "okta: attempts_below_limit, account_not_locked", "same: the sign-in is the same", "RFC 6819 §5.1.4.2"},
    {"user-enumeration", "3",
     "The answer to a wrong password differs from that to an unknown user, and so tells which accounts exist.",
     "okta: credentials_correct has one answer for both", "same: the sign-in is the same",
     "Okta Authentication API, primary authentication"},
    {"excessive-scope-consent", "3", "The client asks for many scopes, and the user consents without reading them.",
     "user: consent_granted; client: asks for little", "same: the consent is the same",
     "RFC 6819 §4.2.2, RFC 6819 §5.1.3, RFC 6819 §5.2.4.2",
     "The user of the model reads no list of scopes: consent is one setting, for all or for nothing."},
    {"consent-denied", "3", "The user declines. This is no attack: the client must show it and must not loop.",
     "okta: consent_granted, answered with an error; client: response_is_no_error", "same: the consent is the same",
     "RFC 6749 §4.2.2.1"},
    {"policy-refused", "3",
     "No rule of okta's access policy lets this user have what is asked for. This is no attack, unless the refusal "
     "were missing.",
     "okta: policy_allows", "same: the policy is the same", "RFC 6749 §4.2.2.1"},
    {"user-not-assigned", "3", "Somebody of another department signs in for a client they are not assigned to.",
     "okta: user_assigned", "same: the assignment is the same", "RFC 6749 §4.2.2.1"},
    {"prompt-none-interaction", "2", "Okta shows a page although the request says prompt=none, where nobody sees it.",
     "okta: signed_in_for_prompt_none, consent_given_for_prompt_none", "same: prompt is the same",
     "OpenID Connect Core §3.1.2.3"},
    {"prompt-login-ignored", "2",
     "The request wants a fresh sign-in, and okta uses the session that somebody left on a shared computer.",
     "okta: signs in again on prompt=login; client: id_token_auth_time_recent", "same: the sign-in is the same",
     "OpenID Connect Core §3.1.2.1, OpenID Connect conformance test oidcc-prompt-login"},
    {"max-age-ignored", "2", "The request allows only a recent sign-in, and okta uses an old session.",
     "client: id_token_auth_time_recent", "same: the same check",
     "OpenID Connect Core §3.1.3.7, OpenID Connect conformance test oidcc-max-age-1"},
    {"acr-downgrade", "2 to 4",
     "Okta, or somebody who changes the request, lets a password suffice where a stronger sign-in was asked for.",
     "okta: acr_reachable; client: id_token_acr_satisfied", "same: the same checks",
     "OpenID Connect Core §3.1.3.7, OpenID Connect Core §5.5.1.1"},
    {"id-token-hint-wrong-user", "2", "The browser's session belongs to another user than the one the client expects.",
     "okta: session_user_matches_hint", "same: the same check", "OpenID Connect Core §3.1.2.1"},
    {"silent-login-probe", "2",
     "A registered site asks with prompt=none and learns from the answer whether the visitor is signed in at okta.",
     "okta: answers without the user only to places it trusts", "same: prompt is the same",
     "OpenID Connect Core §3.1.2.6"},
};

}  // namespace

std::span<const Threat> sign_in_threats() { return sign_in_threat_rows; }

}  // namespace flowsim::oauth
