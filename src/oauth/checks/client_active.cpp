// RFC 6749 §4.2.2.1: a deactivated client counts as an unknown one, so its redirect URIs are not trusted either.
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

Finding client_active(const AuthorizationRequestContext& context) {
  return holds_if(context.okta.client_active, "an active client",
                  context.okta.client_active ? "active" : "deactivated");
}

}  // namespace flowsim::oauth
