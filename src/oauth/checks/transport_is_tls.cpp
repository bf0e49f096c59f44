// RFC 6749 §3.1: requests to the authorization endpoint lead to credentials and tokens in clear, so TLS is required.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding transport_is_tls(const AuthorizationRequestContext& context) {
  return holds_if(equal_ignoring_case(context.scheme, "https"), "https", shown_value(context.scheme));
}

}  // namespace flowsim::oauth
