// What Okta says of an authorization request that it does not take.
#include "explain/error_texts/parts.hpp"

namespace flowsim::explain::known_errors {
namespace {

constexpr std::string_view okta = "Okta, the authorization server";
constexpr std::string_view okta_page = "Okta, on an error page";
constexpr std::string_view knowledge_base = "Okta Support, knowledge base";
constexpr std::string_view okta_api = "Okta OpenID Connect & OAuth 2.0 API";

constexpr ErrorCause client_causes[] = {
    {"The client_id is mistyped, or belongs to another Okta organisation than the address", "client_known",
     "scenarios/okta-refuses/unknown-client.yaml"},
    {"The application is there, but somebody has deactivated it", "client_active",
     "scenarios/okta-refuses/inactive-client.yaml"},
    {"The client sends no client_id at all, for instance because a setting was empty when it was built", "client_known",
     "scenarios/okta-refuses/missing-client-id.yaml"},
};

constexpr ErrorCause redirect_uri_causes[] = {
    {"A trailing slash is there in one place and missing in the other", "redirect_uri_exact",
     "scenarios/okta-refuses/unregistered-redirect-uri.yaml"},
    {"The page is served over http, or at another host or port, than the address that is registered",
     "redirect_uri_exact", "scenarios/okta-refuses/redirect-uri-without-tls.yaml"},
    {"A capital letter differs", "redirect_uri_exact", "scenarios/okta-refuses/redirect-uri-upper-case.yaml"},
    {"The client adds a query, for instance where to go afterwards", "redirect_uri_exact",
     "scenarios/okta-refuses/redirect-uri-query-added.yaml"},
    {"Somebody asks for tokens at an address of their own; then the refusal is right", "redirect_uri_exact",
     "scenarios/attacks/redirect-uri-unregistered.yaml"},
};

constexpr ErrorCause fragment_causes[] = {
    {"A client with a router behind # registers, or sends, its route as the redirect URI", "redirect_uri_exact",
     "scenarios/okta-refuses/redirect-uri-with-fragment.yaml"},
    {"Somebody wants the tokens to stand behind a fragment of their own", "redirect_uri_exact",
     "scenarios/attacks/redirect-uri-fragment.yaml"},
};

constexpr ErrorCause response_type_causes[] = {
    {"The application may get ID tokens only: its switch for access tokens is off", "response_type_enabled",
     "scenarios/okta-refuses/access-tokens-not-enabled.yaml"},
    {"The application may get access tokens only: its switch for ID tokens is off", "response_type_enabled",
     "scenarios/okta-refuses/response-type-not-enabled.yaml"},
    {"The library was updated and asks for a code, where the application is set up for tokens", "response_type_enabled",
     "scenarios/okta-refuses/response-type-code.yaml"},
    {"response_type is misspelt", "response_type_enabled", "scenarios/okta-refuses/response-type-misspelt.yaml"},
    {"Somebody changed response_type in the link, to get a token in the address", "response_type_enabled",
     "scenarios/attacks/response-type-switch.yaml"},
};

constexpr ErrorCause grant_causes[] = {
    {"The grant Implicit (hybrid) is not ticked for the application", "implicit_grant_allowed",
     "scenarios/okta-refuses/implicit-grant-not-allowed.yaml"},
};

constexpr ErrorCause state_causes[] = {
    {"The client sends no state: the standard only recommends it, Okta demands it", "state_present",
     "scenarios/okta-refuses/missing-state.yaml"},
    {"The state has characters that Okta does not take, for instance because it holds JSON or an address",
     "state_present", "scenarios/okta-refuses/state-with-markup.yaml"},
};

constexpr ErrorCause nonce_causes[] = {
    {"The client asks for an access token alone and thinks that nonce is only for ID tokens", "nonce_present",
     "scenarios/okta-refuses/missing-nonce-for-token.yaml"},
    {"The client asks for an ID token and forgets nonce", "nonce_present",
     "scenarios/okta-refuses/missing-nonce-for-id-token.yaml"},
    {"Something cut the end of the long address, and nonce stood there", "nonce_present",
     "scenarios/network/cut-request.yaml"},
};

constexpr ErrorCause scope_causes[] = {
    {"A scope is misspelt, or was never added to this authorization server", "scope_allowed",
     "scenarios/okta-refuses/unknown-scope.yaml"},
    {"The request goes to the org server, which has no scopes of one's own", "scope_allowed",
     "scenarios/okta-refuses/custom-scope-at-the-org-server.yaml"},
    {"A scope differs in a capital letter", "scope_allowed", "scenarios/okta-refuses/scope-in-other-case.yaml"},
    {"The list of scopes is malformed, for instance with commas in it", "scope_allowed",
     "scenarios/okta-refuses/malformed-scope.yaml"},
    {"Somebody added a scope to the link", "scope_allowed", "scenarios/attacks/scope-escalation-request.yaml"},
};

constexpr ErrorCause custom_scope_causes[] = {
    {"The client is set up with the address of the org server, and asks for scopes of a custom one", "scope_allowed",
     "scenarios/okta-refuses/custom-scope-at-the-org-server.yaml"},
};

constexpr ErrorCause server_causes[] = {
    {"The authorization server's id in the address is wrong, or the server was deleted", "metadata_issuer_matches",
     "scenarios/okta-refuses/unknown-authorization-server.yaml"},
};

constexpr ErrorText rows[] = {
    {"Invalid value for 'client_id' parameter.", okta_page, "samples-nodejs-express-4 issue 60", "invalid_client",
     "Okta knows no active application of that client_id, so it has nobody to send the browser back to",
     "RFC 6749 §4.2.2.1",
     "Compare the client_id and Okta's address with the application's settings; the client never hears of this error",
     client_causes},
    {"The 'redirect_uri' parameter must be a Login redirect URI in the client app settings", okta_page, knowledge_base,
     "illegal_redirect_uri",
     "The redirect_uri is not, character for character, one of those registered, so Okta does not send the browser "
     "there",
     "RFC 6749 §3.1.2.4, RFC 9700 §2.1",
     "Copy the redirect_uri out of the request's address into the application's settings; no callback comes until they "
     "agree",
     redirect_uri_causes},
    {"The redirect URIs must not contain a fragment identifier.", "Okta, the administrator's pages",
     "OpenID conformance suite: oidcc-redirect-uri-regfrag", "",
     "Okta puts its answer into the fragment, so a redirect URI cannot have one of its own", "RFC 6749 §3.1.2",
     "Register an address without # and let the router go on from there", fragment_causes},
    {"The response type is not supported by the authorization server.", okta,
     "okta-angular issue 41; samples-js-vue issue 37", "unsupported_response_type",
     "The application is not allowed what response_type asks for; the list behind the text is what it may have",
     "RFC 6749 §4.2.2.1", "Switch the token type on in the application's settings, or ask for one of the list",
     response_type_causes},
    {"The client is not authorized to use the provided grant type.", okta, knowledge_base, "unauthorized_client",
     "The application may not use this flow at all", "RFC 6749 §4.2.2.1",
     "Better move the client to the code flow with PKCE; else tick the implicit grant", grant_causes},
    {"The authentication request has an invalid 'state' parameter.", okta, knowledge_base, "invalid_request",
     "state is missing, or has a character other than letters, digits and , . _ -", "RFC 6749 §10.12",
     "Send a new random state with each request, and keep what it stands for in the browser", state_causes},
    {"The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..",
     okta, "angular-oauth2-oidc issue 244; gwt-oauth2 issue 15", "invalid_request",
     "nonce is missing; Okta demands it with every request of this flow", "OpenID Connect Core §3.2.2.1",
     "Send a new random nonce with each request, and compare it with the ID token's", nonce_causes},
    {"One or more scopes are not configured for the authorization server resource.", okta, knowledge_base,
     "invalid_scope", "The request asks for a scope that this authorization server does not have", "RFC 6749 §3.3",
     "Ask for scopes exactly as this authorization server spells them: one that is wrong refuses them all",
     scope_causes},
    {"Custom scopes are not allowed for this request", okta, knowledge_base, "invalid_scope",
     "The org authorization server knows the scopes of OpenID Connect and Okta's own, and no others", "RFC 6749 §3.3",
     "Set the client up with a custom authorization server, such as the one called default", custom_scope_causes},
    {"The requested scope is invalid, unknown, or malformed", okta, okta_api, "invalid_scope",
     "Okta cannot grant the scopes as they stand in the request", "RFC 6749 §3.3",
     "Ask for scopes exactly as this authorization server spells them, with single spaces between them", scope_causes},
    {"Not found: Resource not found: {id} (AuthorizationServer)", "Okta, as JSON with status 404", okta_api, "E0000007",
     "There is no authorization server of that id, so the client gets no metadata", "RFC 8414 §3.2",
     "Correct the issuer in the client's settings", server_causes},
};

}  // namespace

std::span<const ErrorText> authorization_request() { return rows; }

}  // namespace flowsim::explain::known_errors
