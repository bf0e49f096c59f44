// What client libraries and browsers say of a response that does not fit the request, or that never comes.
#include "explain/error_texts/parts.hpp"

namespace flowsim::explain::known_errors {
namespace {

constexpr ErrorCause no_request_causes[] = {
    {"While okta's page was open the client was loaded anew, or in another tab, or under another origin, and its "
     "storage no longer holds the request",
     "state_matches", "scenarios/network/client-reloaded-while-waiting.yaml"},
    {"The client was loaded anew just as the response came in, and the second load finds nothing that the first one "
     "kept",
     "state_matches", "scenarios/network/client-reloaded-after-the-response.yaml"},
    {"There is one slot for all requests, and a second tab or a second click overwrote it: to the client it looks like "
     "this",
     "state_matches", "scenarios/response/state-mismatch.yaml"},
    {"A router behind #, a proxy or a messenger rewrote or cut the address, and state with it", "state_matches",
     "scenarios/network/cut-address.yaml"},
    {"The link was started in one browser and opened in another", "state_matches",
     "scenarios/attacks/cross-user-session-fixation.yaml"},
    {"Somebody made this browser open a response that it never asked for; then the refusal is right", "state_matches",
     "scenarios/attacks/csrf-redirect-uri.yaml"},
};
constexpr std::string_view no_request = "The response belongs to no request that this browser is waiting for";
constexpr std::string_view keep_requests =
    "Throw the response away and start again; keep an entry of its own for each request, where a reload does not lose "
    "it, read the address before any router does, and never switch the comparison off";

constexpr ErrorCause no_state_causes[] = {
    {"The authorization server leaves state out of its error responses", "state_matches",
     "scenarios/real-bugs/state-missing-in-the-error.yaml"},
    {"Something took state out of the address on its way", "state_matches", "scenarios/response/state-removed.yaml"},
    {"The library looks into the fragment, and the answer stands in the query", "response_in_fragment",
     "scenarios/response/error-in-the-query.yaml"},
    {"Somebody tries whether the client also takes a response without state", "state_matches",
     "scenarios/attacks/state-missing.yaml"},
};

constexpr ErrorCause incomplete_causes[] = {
    {"The access token is missing: it was lost on the way, or the application may not have one", "response_complete",
     "scenarios/response/missing-access-token.yaml"},
    {"The ID token is missing", "response_complete", "scenarios/response/missing-id-token.yaml"},
    {"The tokens came in the query, where the client does not look for them", "response_in_fragment",
     "scenarios/response/tokens-in-the-query.yaml"},
};
constexpr ErrorCause no_id_token_causes[] = {
    {"The server left the ID token out, or it was lost on the way", "response_complete",
     "scenarios/response/missing-id-token.yaml"},
    {"The scope has no openid, without which there is no ID token; okta says so at once", "openid_requested",
     "scenarios/okta-refuses/openid-not-requested.yaml"},
};

constexpr ErrorCause frame_causes[] = {
    {"The hidden frame asks for a redirect URI of its own that is not registered, and shows okta's error page, which "
     "nobody sees",
     "redirect_uri_exact", "scenarios/okta-refuses/silent-request-unregistered-redirect-uri.yaml"},
    {"The client_id is wrong: that, too, okta tells only on a page of its own", "client_known",
     "scenarios/okta-refuses/unknown-client.yaml"},
    {"Okta is asked too often and shows a page that says so", "E0000047",
     "scenarios/okta-refuses/too-many-requests.yaml"},
};
constexpr ErrorCause silence_causes[] = {
    frame_causes[0],
    frame_causes[1],
    {"The response is slower than the client is patient", "timed_out", "scenarios/network/late-response.yaml"},
    {"The response is lost: the page at the redirect URI does not load, or never passes it on", "timed_out",
     "scenarios/network/lost-response.yaml"},
};
constexpr std::string_view no_answer =
    "A request in a hidden frame or a window was not answered in time; most often okta shows an error page there";
constexpr std::string_view open_it_yourself =
    "Open the frame's address in a window of its own: okta's page then says what is wrong";

constexpr ErrorText rows[] = {
    {"No matching state found in storage", "oidc-client-js and oidc-client-ts",
     "oidc-client-js, src/OidcClient.js; oidc-client-ts, src/OidcClient.ts", "", no_request, "RFC 6749 §10.12",
     keep_requests, no_request_causes},
    {"OAuth flow response state doesn't match request state", "okta-auth-js",
     "okta-auth-js, lib/oidc/handleOAuthResponse.ts; okta-react issues 43 and 157", "", no_request, "RFC 6749 §10.12",
     keep_requests, no_request_causes},
    {"State does not match", "oidc-client-js and oidc-client-ts", "oidc-client-js, src/ResponseValidator.js", "",
     no_request, "RFC 6749 §10.12", keep_requests, no_request_causes},
    {"Validating access_token failed, wrong state/nonce.", "angular-oauth2-oidc",
     "angular-oauth2-oidc, projects/lib/src/oauth-service.ts", "", no_request, "RFC 6749 §10.12", keep_requests,
     no_request_causes},
    {"state mismatch, expected {state}, got: {other}", "openid-client for Node.js",
     "openid-client, lib/client.js (version 5)", "", no_request, "RFC 6749 §10.12", keep_requests, no_request_causes},
    {"state missing from the response", "openid-client for Node.js", "openid-client, lib/client.js (version 5)", "",
     "The response has no state, so nobody can say to which request it belongs", "RFC 6749 §4.2.2",
     "Throw the response away; look at the address as it arrived, and mend whoever drops state", no_state_causes},
    {"No state in response", "oidc-client-js and oidc-client-ts",
     "oidc-client-js, src/OidcClient.js; oidc-client-ts, src/OidcClient.ts", "",
     "The response has no state, so nobody can say to which request it belongs", "RFC 6749 §4.2.2",
     "Throw the response away; look at the address as it arrived, and mend whoever drops state", no_state_causes},
    {R"(response type "{type}" was requested but "{parameter}" was not returned)", "okta-auth-js",
     "okta-auth-js, lib/oidc/handleOAuthResponse.ts", "", "The response lacks a token that was asked for",
     "OpenID Connect Core §3.2.2.5",
     "Refuse the whole response; look at the address as it arrived, and at the token types the application may have",
     incomplete_causes},
    {"No id_token in response", "oidc-client-js", "oidc-client-js, src/ResponseValidator.js", "",
     "The client expects an ID token, because its request had a nonce, and none came", "OpenID Connect Core §3.2.2.5",
     "Refuse the whole response; ask for openid among the scopes, and for id_token in response_type",
     no_id_token_causes},
    {"Frame window timed out", "oidc-client-js", "oidc-client-js, src/IFrameWindow.js and issues 172 and 709", "",
     no_answer, "OpenID Connect Core §3.1.2.1", open_it_yourself, silence_causes},
    {"OAuth flow timed out", "okta-auth-js", "okta-oidc-sample issue 1", "", no_answer, "OpenID Connect Core §3.1.2.1",
     open_it_yourself, silence_causes},
    {"Refused to display '{address}' in a frame because it set 'X-Frame-Options' to '{value}'", "Chromium",
     "okta-oidc-aws issue 6; IdentityServer4 issue 1807", "",
     "Okta wanted to show a page in a frame, and its pages rightly refuse to be framed; what the page would have said "
     "is the real error",
     "RFC 9700 §4.16", open_it_yourself, frame_causes},
};

}  // namespace

std::span<const ErrorText> response() { return rows; }

}  // namespace flowsim::explain::known_errors
