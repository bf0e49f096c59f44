// The table of error codes: the standards' codes, then Okta's own.
#include "oauth/error_codes.hpp"

#include <algorithm>
#include <array>

namespace flowsim::oauth {
namespace {

constexpr std::string_view oauth_source = "RFC 6749 §4.2.2.1";
constexpr std::string_view openid_source = "OpenID Connect Core §3.1.2.6";
constexpr std::string_view bearer_source = "RFC 6750 §3.1";
constexpr std::string_view okta_api_source = "Okta OpenID Connect & OAuth 2.0 API";
constexpr std::string_view okta_sign_in_source = "Okta Authentication API";

// clang-format off
constexpr std::array codes{
    ErrorCode{"invalid_request", ErrorChannel::redirect, 302, "A parameter is missing, occurs twice or is malformed", oauth_source,
              "Mend the client's request: error_description says which parameter; asking again as before fails again"},
    ErrorCode{"unauthorized_client", ErrorChannel::redirect, 302, "The client is not registered for the implicit grant", oauth_source,
              "Tick the implicit grant for the application, or better, move the client to the code flow with PKCE"},
    ErrorCode{"access_denied", ErrorChannel::redirect, 302, "The user declined, or the authorization server refused: by its policy, or because the user is not assigned to the client", oauth_source,
              "Tell the user, and do not ask again unasked; where nobody declined, look at the assignment and at the access policy"},
    ErrorCode{"unsupported_response_type", ErrorChannel::redirect, 302, "The authorization server does not issue for this client what response_type asks for", oauth_source,
              "Switch the token type on in the application's settings, or ask for one that is"},
    ErrorCode{"invalid_scope", ErrorChannel::redirect, 302, "A scope is unknown, malformed or not allowed here", oauth_source,
              "Ask for scopes as this authorization server spells them, and leave out those it does not have"},
    ErrorCode{"server_error", ErrorChannel::redirect, 302, "The authorization server met a condition it did not expect; stands in for status 500, which cannot travel through a redirect", oauth_source,
              "Tell the user, wait a little and start again once; it is not the client's fault"},
    ErrorCode{"temporarily_unavailable", ErrorChannel::redirect, 302, "The authorization server is overloaded or under maintenance; stands in for status 503, which cannot travel through a redirect", oauth_source,
              "Wait, with growing pauses, and start again"},
    ErrorCode{"interaction_required", ErrorChannel::redirect, 302, "The request said prompt=none, but the user would have to do something", openid_source,
              "Start a visible request without prompt=none; it is a normal answer to a silent one"},
    ErrorCode{"login_required", ErrorChannel::redirect, 302, "The request said prompt=none, but the user would have to sign in", openid_source,
              "Start a visible request without prompt=none; it is a normal answer to a silent one"},
    ErrorCode{"account_selection_required", ErrorChannel::redirect, 302, "The request said prompt=none, but the user would have to choose between several sessions", openid_source,
              "Start a visible request without prompt=none, and let the user choose"},
    ErrorCode{"consent_required", ErrorChannel::redirect, 302, "The request said prompt=none, but the user would have to consent", openid_source,
              "Start a visible request without prompt=none, and let the user consent"},
    ErrorCode{"invalid_request_uri", ErrorChannel::redirect, 302, "The address in request_uri cannot be fetched, or what is there is unusable", openid_source,
              "Publish the request object where okta can fetch it, or send the parameters in the query"},
    ErrorCode{"invalid_request_object", ErrorChannel::redirect, 302, "The request object is not valid, for instance expired or wrongly signed", openid_source,
              "Sign the request object anew, with the right audience and a short life, or send the parameters in the query"},
    ErrorCode{"request_not_supported", ErrorChannel::redirect, 302, "The authorization server does not take the parameter request", openid_source,
              "Send the parameters in the query instead"},
    ErrorCode{"request_uri_not_supported", ErrorChannel::redirect, 302, "The authorization server does not take the parameter request_uri", openid_source,
              "Send the parameters in the query instead"},
    ErrorCode{"registration_not_supported", ErrorChannel::redirect, 302, "The authorization server does not take the parameter registration", openid_source,
              "Register the client beforehand, and leave the parameter out"},

    ErrorCode{"invalid_request", ErrorChannel::challenge, 400, "The request to the app is malformed: a broken Authorization header, the token in two places, a parameter twice", bearer_source,
              "Mend the request: send the token once, as Authorization: Bearer; it is a mistake in the program, and a new token does not help"},
    ErrorCode{"invalid_token", ErrorChannel::challenge, 401, "The access token is expired, revoked, malformed, wrongly signed, from another issuer or for another audience; a new one may help", bearer_source,
              "Throw the token away, get a new one by a new authorization request, and retry once"},
    ErrorCode{"insufficient_scope", ErrorChannel::challenge, 403, "The access token is good, but lacks a scope this resource needs", bearer_source,
              "Ask for the scope that the answer names in a new authorization request, and do not repeat the call with this token"},

    ErrorCode{"invalid_client", ErrorChannel::page, 400, "The client_id is missing, unknown or switched off, so there is nobody to redirect to", okta_api_source,
              "Correct the client_id, or activate the application; the client hears nothing, so only a person can do it"},
    ErrorCode{"illegal_redirect_uri", ErrorChannel::page, 400, "The redirect_uri is missing or not exactly one of the registered ones, so okta must not send the browser there", "Okta System Log event types",
              "Register the redirect URI character for character as the client sends it"},
    ErrorCode{"invalid_request", ErrorChannel::page, 400, "The request cannot be trusted far enough to redirect: a repeated client_id or redirect_uri, or a form that belongs to no pending request of this browser", "RFC 6749 §4.2.2.1, §10.12",
              "Start again from the client; where it comes at once, look for a parameter that stands twice"},
    ErrorCode{"unsupported_response_mode", ErrorChannel::page, 400, "The response_mode is unknown, so okta does not know how to answer the client", openid_source,
              "Leave response_mode out: the fragment is the default"},
    ErrorCode{"unsupported_response_mode", ErrorChannel::redirect, 302, "Okta knows the response_mode but is not set up to answer in it: this one answers in the fragment, and tokens never travel in the query", okta_api_source,
              "Leave response_mode out, and read the response from the fragment"},
    ErrorCode{"unmet_authentication_requirements", ErrorChannel::redirect, 302, "The user cannot authenticate as strongly as acr_values asks", "Okta step-up authentication guide",
              "Let the user enrol a stronger factor, or ask for a level that can be reached"},
    ErrorCode{"user_canceled_request", ErrorChannel::redirect, 302, "The user broke off the sign-in at a social identity provider", "Okta error codes",
              "Offer the sign-in again, and do not start it unasked"},
    ErrorCode{"invalid_grant", ErrorChannel::redirect, 302, "Okta lists it for this endpoint, but it belongs to the token endpoint, which this flow never calls", okta_api_source,
              "Treat it as an unknown error: tell the user, and start again once"},
    ErrorCode{"invalid_token", ErrorChannel::redirect, 302, "Okta lists it for this endpoint, but it belongs to the resource server", okta_api_source,
              "Treat it as an unknown error: tell the user, and start again once"},
    ErrorCode{"insufficient_scope", ErrorChannel::redirect, 302, "Okta lists it for this endpoint, but it belongs to the resource server", okta_api_source,
              "Treat it as an unknown error: tell the user, and start again once"},
    ErrorCode{"E0000004", ErrorChannel::sign_in, 401, "The sign-in failed; deliberately the same for a wrong password, an unknown user and a locked account", okta_sign_in_source,
              "Type the password again, or reset it; where it is surely right, ask whether the account is locked"},
    ErrorCode{"E0000047", ErrorChannel::sign_in, 429, "Too many attempts; wait before the next", okta_sign_in_source,
              "Wait until the limit has passed, and then type the password with care"},
    ErrorCode{"E0000047", ErrorChannel::page, 429, "Too many requests; wait before the next", okta_sign_in_source,
              "Wait, with growing pauses, and send fewer requests"},
    ErrorCode{"E0000007", ErrorChannel::page, 404, "There is no authorization server of that id", okta_api_source,
              "Correct the authorization server's id in the address"},
};
// clang-format on

}  // namespace

std::string_view name_of(ErrorChannel channel) {
  switch (channel) {
    case ErrorChannel::redirect:
      return "redirect";
    case ErrorChannel::page:
      return "page";
    case ErrorChannel::challenge:
      return "challenge";
    case ErrorChannel::sign_in:
      return "sign_in";
  }
  return {};
}

std::span<const ErrorCode> error_codes() { return codes; }

const ErrorCode* error_code(std::string_view name, ErrorChannel channel) {
  const auto found =
      std::ranges::find_if(codes, [&](const ErrorCode& code) { return code.name == name && code.channel == channel; });
  return found == codes.end() ? nullptr : &*found;
}

}  // namespace flowsim::oauth
