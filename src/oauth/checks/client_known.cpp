// RFC 6749 §4.2.2.1: with a missing or unknown client_id the browser must not be redirected.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding client_known(const AuthorizationRequestContext& context) {
  const auto client_id = context.request.value("client_id");
  return holds_if(client_id == context.okta.client_id, context.okta.client_id, shown_value(client_id));
}

}  // namespace flowsim::oauth
