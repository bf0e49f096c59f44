// Okta: only users whom an administrator assigned to the application get tokens for it (RFC 6749 §4.2.2.1).
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

Finding user_assigned(const SignInContext& context) {
  return holds_if(context.okta.user_assigned, "assigned to " + context.okta.client_name,
                  context.okta.user_assigned ? "assigned" : "not assigned");
}

}  // namespace flowsim::oauth
