// The error codes that travel in this flow, and what they mean.
#pragma once

#include <span>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::oauth {

/// Who sends an error code, and how.
enum class ErrorChannel {
  redirect,   ///< okta, in the redirect back to the client (RFC 6749 §4.2.2.1)
  page,       ///< okta, on a page of its own, without a redirect
  challenge,  ///< the app, in `WWW-Authenticate` (RFC 6750 §3.1)
  sign_in,    ///< okta, on the sign-in page
};

/// One error code.
struct ErrorCode {
  std::string_view name;  ///< as it travels
  ErrorChannel channel;
  int status;  ///< the HTTP status it travels with, unless the check that sends it names another
  std::string_view clause;
};

std::string_view name_of(ErrorChannel channel);
std::span<const ErrorCode> error_codes();
const ErrorCode* error_code(std::string_view name, ErrorChannel channel);

}  // namespace flowsim::oauth
