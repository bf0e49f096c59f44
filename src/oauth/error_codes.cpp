// The table of error codes: the standards' codes, then Okta's own.
#include "oauth/error_codes.hpp"

#include <algorithm>
#include <array>

namespace flowsim {
namespace {

using enum ErrorChannel;

constexpr std::string_view oauth = "RFC 6749 §4.2.2.1";
constexpr std::string_view openid = "OpenID Connect Core §3.1.2.6";
constexpr std::string_view bearer = "RFC 6750 §3.1";
constexpr std::string_view okta_api = "Okta OpenID Connect & OAuth 2.0 API";
constexpr std::string_view okta_sign_in = "Okta Authentication API";

// clang-format off
constexpr std::array codes{
    ErrorCode{"invalid_request", redirect, 302, "A parameter is missing, occurs twice or is malformed", oauth},
    ErrorCode{"unauthorized_client", redirect, 302, "The client is not registered for the implicit grant", oauth},
    ErrorCode{"access_denied", redirect, 302, "The user declined, or the authorization server refused: by its policy, or because the user is not assigned to the client", oauth},
    ErrorCode{"unsupported_response_type", redirect, 302, "The authorization server does not issue for this client what response_type asks for", oauth},
    ErrorCode{"invalid_scope", redirect, 302, "A scope is unknown, malformed or not allowed here", oauth},
    ErrorCode{"server_error", redirect, 302, "The authorization server met a condition it did not expect; stands in for status 500, which cannot travel through a redirect", oauth},
    ErrorCode{"temporarily_unavailable", redirect, 302, "The authorization server is overloaded or under maintenance; stands in for status 503, which cannot travel through a redirect", oauth},
    ErrorCode{"interaction_required", redirect, 302, "The request said prompt=none, but the user would have to do something", openid},
    ErrorCode{"login_required", redirect, 302, "The request said prompt=none, but the user would have to sign in", openid},
    ErrorCode{"account_selection_required", redirect, 302, "The request said prompt=none, but the user would have to choose between several sessions", openid},
    ErrorCode{"consent_required", redirect, 302, "The request said prompt=none, but the user would have to consent", openid},
    ErrorCode{"invalid_request_uri", redirect, 302, "The address in request_uri cannot be fetched, or what is there is unusable", openid},
    ErrorCode{"invalid_request_object", redirect, 302, "The request object is not valid, for instance expired or wrongly signed", openid},
    ErrorCode{"request_not_supported", redirect, 302, "The authorization server does not take the parameter request", openid},
    ErrorCode{"request_uri_not_supported", redirect, 302, "The authorization server does not take the parameter request_uri", openid},
    ErrorCode{"registration_not_supported", redirect, 302, "The authorization server does not take the parameter registration", openid},

    ErrorCode{"invalid_request", challenge, 400, "The request to the app is malformed: a broken Authorization header, the token in two places, a parameter twice", bearer},
    ErrorCode{"invalid_token", challenge, 401, "The access token is expired, revoked, malformed, wrongly signed, from another issuer or for another audience; a new one may help", bearer},
    ErrorCode{"insufficient_scope", challenge, 403, "The access token is good, but lacks a scope this resource needs", bearer},

    ErrorCode{"invalid_client", page, 400, "The client_id is missing, unknown or switched off, so there is nobody to redirect to", okta_api},
    ErrorCode{"illegal_redirect_uri", page, 400, "The redirect_uri is missing or not exactly one of the registered ones, so okta must not send the browser there", "Okta System Log event types"},
    ErrorCode{"invalid_request", page, 400, "The request cannot be trusted far enough to redirect: a repeated client_id or redirect_uri, or a form that belongs to no pending request of this browser", "RFC 6749 §4.2.2.1, §10.12"},
    ErrorCode{"unsupported_response_mode", page, 400, "The response_mode is unknown, so okta does not know how to answer the client", openid},
    ErrorCode{"unsupported_response_mode", redirect, 302, "Okta knows the response_mode but is not set up to answer in it: this one answers in the fragment, and tokens never travel in the query", okta_api},
    ErrorCode{"unmet_authentication_requirements", redirect, 302, "The user cannot authenticate as strongly as acr_values asks", "Okta step-up authentication guide"},
    ErrorCode{"user_canceled_request", redirect, 302, "The user broke off the sign-in at a social identity provider", "Okta error codes"},
    ErrorCode{"invalid_grant", redirect, 302, "Okta lists it for this endpoint, but it belongs to the token endpoint, which this flow never calls", okta_api},
    ErrorCode{"invalid_token", redirect, 302, "Okta lists it for this endpoint, but it belongs to the resource server", okta_api},
    ErrorCode{"insufficient_scope", redirect, 302, "Okta lists it for this endpoint, but it belongs to the resource server", okta_api},
    ErrorCode{"E0000004", sign_in, 401, "The sign-in failed; deliberately the same for a wrong password, an unknown user and a locked account", okta_sign_in},
    ErrorCode{"E0000047", sign_in, 429, "Too many attempts; wait before the next", okta_sign_in},
    ErrorCode{"E0000047", page, 429, "Too many requests; wait before the next", okta_sign_in},
    ErrorCode{"E0000007", page, 404, "There is no authorization server of that id", okta_api},
};
// clang-format on

}  // namespace

std::string_view name_of(ErrorChannel channel) {
  switch (channel) {
    case redirect:
      return "redirect";
    case page:
      return "page";
    case challenge:
      return "challenge";
    case sign_in:
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

}  // namespace flowsim
