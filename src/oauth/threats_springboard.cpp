// Threats that use the authorization server or the client to send people elsewhere (interactions 1 to 4).
#include "oauth/threat_tables.hpp"

namespace flowsim::oauth {
namespace {

constexpr Threat springboard_threat_rows[] = {
    {"as-open-redirector-invalid-redirect", "1",
     "A link to okta names an invalid redirect URI, and okta would kindly send the error there.",
     "okta: redirect_uri_exact and client_known, answered on a page", "same: the same checks",
     "RFC 6819 §4.2.4, RFC 6749 §10.15"},
    {"as-open-redirector-invalid-scope", "1",
     "The attacker's own registered client asks for a scope that does not exist, and okta's error redirect takes the "
     "victim to the attacker's page at once.",
     "okta: the answer waits until the user has signed in, as the hardened profile does",
     "same: errors travel in the same way", "RFC 9700 §4.11.2"},
    {"as-open-redirector-deny", "3 to 4",
     "The attacker's own registered client asks properly; the careful user declines and is sent to the attacker's page "
     "all the same.",
     "okta: a warning before it redirects to a place it does not trust", "same: errors travel in the same way",
     "RFC 9700 §4.11.2"},
    {"as-open-redirector-prompt-none", "1 to 4",
     "The attacker's own registered client asks with prompt=none, and okta redirects to the attacker's page without a "
     "click.",
     "okta: redirects without the user only to places it trusts", "same: errors travel in the same way",
     "RFC 9700 §4.11.2"},
    {"client-open-redirector", "4", "A page of the client's forwards to whatever address its query names.",
     "client: a list of addresses it forwards to", "same: the client's pages are the same",
     "RFC 9700 §4.11.1, RFC 6819 §4.1.5, RFC 6749 §10.15"},
    {"fragment-reattach", "4",
     "The redirect URI leads to a page of the client's that redirects to the attacker; the redirect names no fragment, "
     "so the browser takes the tokens in the old one along.",
     "okta: redirect_uri_exact; client: forwards nowhere",
     "gone: a code stands in the query, which the browser does not carry on, though it can still leak",
     "RFC 9700 §4.1.2, RFC 9110 §17.11, OAuch test FragmentFix"},
    {"as-307-redirect", "3 to 4",
     "Okta answers the sign-in form with status 307, so the browser sends the form with the password once more, to the "
     "client.",
     "okta: 303, or 302, but never 307", "same: the sign-in is the same", "RFC 9700 §4.12, OpenID Connect Core §16.22"},
    {"as-proxy-header-spoof", "1 to 6",
     "A request brings headers that only a proxy in front of the server may add, and so passes for one that came from "
     "elsewhere or over TLS.",
     "proxy: removes such headers from outside", "same: servers stand behind proxies there too", "RFC 9700 §4.13",
     "No proxy stands before okta or the app: a request's address is all that says how it came."},
    {"as-token-db-leak", "4", "The attacker reads the tokens that okta keeps.", "okta: keeps hashes of tokens",
     "same: okta keeps tokens there too", "RFC 6819 §4.3.2",
     "Okta keeps no table of tokens that could be read: its tokens are signed, and what it remembers is "
     "no place of "
     "the model."},
};

}  // namespace

std::span<const Threat> springboard_threats() { return springboard_threat_rows; }

}  // namespace flowsim::oauth
