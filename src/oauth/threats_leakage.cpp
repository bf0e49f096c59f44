// Threats to the secrecy of the response on its way and after it (interaction 4).
#include "oauth/threat_tables.hpp"

namespace flowsim::oauth {
namespace {

// Where all four ways of an injected script end: a page runs no script but the actor behind it.
constexpr std::string_view no_foreign_script =
    "No text becomes a script in this model: the code of the page is the client itself, so nothing can be injected "
    "into it.";
constexpr std::string_view no_second_window =
    "The browser has one window with one page: no page has another to send a message to.";

constexpr Threat leakage_threat_rows[] = {
    {"token-leak-transport", "4", "Somebody in the network reads the redirect or the page it leads to.",
     "okta: transport_is_tls, redirect_uri_exact with https", "less: the code can be read, but needs the verifier",
     "RFC 6819 §4.4.2.1, RFC 6749 §10.3"},
    {"token-leak-history", "4",
     "The address with the tokens stays in the history, where the next user of the browser finds it.",
     "client: takes the fragment out of the address bar; short lifetimes",
     "less: a code works once and is bound to the verifier",
     "RFC 6819 §4.4.2.2, RFC 9700 §4.3.2, OAuth 2.0 for Browser-Based Applications (draft), Access Token Leak in "
     "Browser History"},
    {"token-leak-referer", "4",
     "The page at the redirect URI loads something from elsewhere, and the browser says there which address it came "
     "from.",
     "client: nothing foreign on that page; okta: Referrer-Policy no-referrer; browser: leaves the fragment out",
     "less: a code works once and is bound to the verifier", "RFC 9700 §4.2, RFC 6819 §4.4.2, RFC 6819 §4.6.7",
     "The simulated browser leaves the fragment out of every Referer, as the Fetch standard says; what a query "
     "costs, token-leak-server-side shows."},
    {"token-leak-third-party-script", "4",
     "A script of another company on the page at the redirect URI reads the fragment.",
     "client: no foreign script on that page", "less: a code works once and is bound to the verifier",
     "RFC 6749 §3.1.2.5, OAuth 2.0 for Browser-Based Applications (draft), Leak to Third-Party Scripts"},
    {"token-leak-error-log", "4", "The client's error reporter sends the page's address, tokens and all, to a log.",
     "client: strips addresses before it reports them", "less: a code works once and is bound to the verifier",
     "RFC 6819 §4.6.7"},
    {"token-leak-router", "4",
     "A router that keeps its pages in the fragment takes the tokens for a page and stores them as its own state.",
     "client: reads the fragment before the router starts",
     "gone: a code stands in the query, which such routers leave alone", "Thread okta/okta-oidc-js#812",
     "The client has no router and no store that a page's address could be copied into: what holds the fragment is the "
     "address bar and the history, which token-leak-history shows."},
    {"token-leak-server-side", "4",
     "The client's page sends the fragment on to its own server as a query, into the server's log.",
     "client: keeps the fragment in the browser", "moved: the server may see the code, which works once",
     "RFC 6750 §5.3"},
    {"script-manipulation", "4", "The attacker puts a changed script in the place of the client's own.",
     "network: TLS; client: integrity of scripts, Content-Security-Policy",
     "same: whoever controls the script controls the client",
     "RFC 6819 §4.4.2.4, OAuth 2.0 for Browser-Based Applications (draft), Manipulation of Scripts",
     "The client's script is the actor itself, not a text that travels: it cannot be exchanged on the way."},
    {"back-button-replay", "4", "The address with the tokens is opened once more, from the history or a bookmark.",
     "client: state_matches, because a state counts once", "gone: the code has been used", "RFC 6749 §10.12"},
    {"token-storage-theft", "4", "The client stores tokens on the device, and somebody reads them later.",
     "client: keeps tokens in memory; short lifetimes", "same: tokens are stored in the same way",
     "RFC 6819 §4.1.3, OAuth 2.0 for Browser-Based Applications (draft), Token Storage in the Browser",
     "There is no storage on a device: the client holds its tokens in memory, and they end with it."},
    {"xss-single-theft", "4", "An injected script reads the stored token once and sends it away.",
     "client: no injected scripts, Content-Security-Policy",
     "same: the script reads what the client holds, with a refresh token on top",
     "OAuth 2.0 for Browser-Based Applications (draft), Single-Execution Token Theft", no_foreign_script},
    {"xss-persistent-theft", "4", "An injected script reads the token again and again, and so always has the newest.",
     "client: no injected scripts, Content-Security-Policy", "same: the script reads what the client holds",
     "OAuth 2.0 for Browser-Based Applications (draft), Persistent Token Theft", no_foreign_script},
    {"xss-hidden-iframe-flow", "1 to 4",
     "An injected script starts a flow of its own with prompt=none in a hidden frame and reads the result there.",
     "nothing in the browser; okta: asks the user", "same: the script can begin that flow, too",
     "OAuth 2.0 for Browser-Based Applications (draft), Acquisition and Extraction of New Tokens", no_foreign_script},
    {"xss-proxy-requests", "5", "An injected script calls the app through the client, while the page is open.",
     "nothing that OAuth has", "same: the script acts as the client",
     "OAuth 2.0 for Browser-Based Applications (draft), Proxying Requests via the User's Browser", no_foreign_script},
    {"postmessage-wildcard-target", "4", "Okta posts the tokens to whatever page opened its window.",
     "okta: posts to the exact origin of the redirect URI", "less: the code can be read, but needs the verifier",
     "RFC 9700 §4.17.1.1", no_second_window},
    {"postmessage-attacker-origin", "4", "Okta posts the tokens to an origin that the request names.",
     "okta: takes the origin from the registration", "less: the code can be read, but needs the verifier",
     "RFC 9700 §4.17.1.2", no_second_window},
    {"postmessage-sender-unchecked", "4",
     "A window of the attacker's posts a response of its own making to the client.",
     "client: compares the sender's origin; state_matches", "less: the verifier refuses a foreign code",
     "RFC 9700 §4.17.1.3", no_second_window},
    {"fragment-survives-redirect", "4",
     "The client's server redirects the page at the redirect URI to another page, and the browser takes the fragment "
     "along.",
     "client: answers there with a page, not with a redirect", "gone: a code stands in the query",
     "RFC 9700 §4.1.2, RFC 9110 §17.11"},
};

}  // namespace

std::span<const Threat> leakage_threats() { return leakage_threat_rows; }

}  // namespace flowsim::oauth
