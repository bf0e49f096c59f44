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
    ErrorCode{"invalid_request", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"unauthorized_client", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"access_denied", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"unsupported_response_type", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"invalid_scope", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"server_error", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"temporarily_unavailable", ErrorChannel::redirect, 302, oauth_source},
    ErrorCode{"interaction_required", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"login_required", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"account_selection_required", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"consent_required", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"invalid_request_uri", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"invalid_request_object", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"request_not_supported", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"request_uri_not_supported", ErrorChannel::redirect, 302, openid_source},
    ErrorCode{"registration_not_supported", ErrorChannel::redirect, 302, openid_source},

    ErrorCode{"invalid_request", ErrorChannel::challenge, 400, bearer_source},
    ErrorCode{"invalid_token", ErrorChannel::challenge, 401, bearer_source},
    ErrorCode{"insufficient_scope", ErrorChannel::challenge, 403, bearer_source},

    ErrorCode{"invalid_client", ErrorChannel::page, 400, okta_api_source},
    ErrorCode{"illegal_redirect_uri", ErrorChannel::page, 400, "Okta System Log event types"},
    ErrorCode{"invalid_request", ErrorChannel::page, 400, "RFC 6749 §4.2.2.1, §10.12"},
    ErrorCode{"unsupported_response_mode", ErrorChannel::page, 400, openid_source},
    ErrorCode{"unsupported_response_mode", ErrorChannel::redirect, 302, okta_api_source},
    ErrorCode{"unmet_authentication_requirements", ErrorChannel::redirect, 302, "Okta step-up authentication guide"},
    ErrorCode{"user_canceled_request", ErrorChannel::redirect, 302, "Okta error codes"},
    ErrorCode{"invalid_grant", ErrorChannel::redirect, 302, okta_api_source},
    ErrorCode{"invalid_token", ErrorChannel::redirect, 302, okta_api_source},
    ErrorCode{"insufficient_scope", ErrorChannel::redirect, 302, okta_api_source},
    ErrorCode{"E0000004", ErrorChannel::sign_in, 401, okta_sign_in_source},
    ErrorCode{"E0000047", ErrorChannel::sign_in, 429, okta_sign_in_source},
    ErrorCode{"E0000047", ErrorChannel::page, 429, okta_sign_in_source},
    ErrorCode{"E0000007", ErrorChannel::page, 404, okta_api_source},
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
