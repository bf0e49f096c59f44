// What browsers say of requests that scripts make, and of pages that do not come.
#include "explain/error_texts/parts.hpp"

namespace flowsim::explain::known_errors {
namespace {

constexpr std::string_view chromium = "Chromium, in its console";

constexpr ErrorCause asked_by_script_causes[] = {
    {"A script asks the authorization endpoint by fetch or XMLHttpRequest; the browser itself has to go there, as in "
     "this run",
     "resource_served", "scenarios/happy-path.yaml"},
    {"A script wants a new token without showing a page; that, too, is a navigation, with prompt=none, as in this run",
     "resource_served", "scenarios/happy/prompt-none.yaml"},
    {"A script asked its own server, which answered with a redirect to okta because there was no session; a server "
     "that is asked by scripts answers 401 instead, as in this run, and leaves it to the client to start the flow",
     "resource_refused", "scenarios/resource/no-token.yaml"},
};

constexpr ErrorCause preflight_causes[] = {
    {"The server does not answer the preflight, in which the browser asks whether the script may send Authorization; "
     "for the client it is as if that answer were lost, and in this run it is",
     "timed_out", "scenarios/network/lost-preflight.yaml"},
    {"The server answers, but does not name the page's origin: at Okta it is missing among the trusted origins, and "
     "scheme and port count; the wire of this run, with --detail wire, shows what must come back",
     "resource_served", "scenarios/happy-path.yaml"},
};

constexpr ErrorCause refused_connection_causes[] = {
    {"A hidden frame was to show okta's error page, and okta's pages rightly refuse to be framed", "redirect_uri_exact",
     "scenarios/okta-refuses/silent-request-unregistered-redirect-uri.yaml"},
    {"Nothing listens at the redirect URI: the client's page does not load", "timed_out",
     "scenarios/network/lost-page-of-the-client.yaml"},
};

constexpr std::string_view no_leave =
    "A script asked another origin, and no answer allowed it to read; okta never allows that at /authorize, because "
    "the answer would be tokens";
constexpr std::string_view navigate =
    "Send the browser to /authorize with location.assign or a link, never by fetch; okta's trusted origins do not help "
    "there, and a proxy that adds the header would hand out tokens";
constexpr std::string_view not_simulated =
    "The simulated client only navigates to /authorize, and the simulated servers let its origin read; what stops the "
    "script is the browser, and that cannot be switched off";
constexpr std::string_view same_origin = "RFC 9700 §2.6; Fetch standard, CORS protocol";

constexpr ErrorText rows[] = {
    {"Access to {kind} at '{address}' from origin '{origin}' has been blocked by CORS policy", chromium,
     "okta-blog-hugo issue 80; okta-oidc-js issue 337", "", no_leave, same_origin, navigate, asked_by_script_causes,
     not_simulated},
    {"Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {address}",
     "Firefox, in its console", "MDN Web Docs, CORS errors; okta-oidc-js issue 573", "", no_leave, same_origin,
     navigate, asked_by_script_causes, not_simulated},
    {"No 'Access-Control-Allow-Origin' header is present on the requested resource", chromium,
     "okta-blog-hugo issue 80; okta-oidc-js issue 573", "", no_leave, same_origin, navigate, asked_by_script_causes,
     not_simulated},
    {"CORS header 'Access-Control-Allow-Origin' missing", "Firefox, in its console", "MDN Web Docs, CORS errors", "",
     no_leave, same_origin, navigate, asked_by_script_causes, not_simulated},
    {"Response to preflight request doesn't pass access control check", chromium,
     "okta-oidc-js issues 299 and 337; samples-js-react issue 74", "",
     "Before it sends Authorization to another origin, the browser asks that server for leave, and it was not given",
     "RFC 9700 §2.6; Fetch standard, CORS-preflight fetch",
     "Let the server answer OPTIONS without a token, and name the page's origin; register the origin at Okta",
     preflight_causes, not_simulated},
    {"refused to connect", "Chromium, in place of a page", "okta-oidc-aws issue 6; IdentityServer4 issue 1807", "",
     "A page did not come: in a frame because it must not be framed, elsewhere because nothing listens there",
     "RFC 9700 §4.16", "Open the address in a window of its own: it then shows what is wrong",
     refused_connection_causes},
};

}  // namespace

std::span<const ErrorText> browser() { return rows; }

}  // namespace flowsim::explain::known_errors
