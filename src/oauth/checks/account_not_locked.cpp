// Okta's Authentication API: by default a locked account gets the answer of a wrong password (E0000004).
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

Finding account_not_locked(const SignInContext& context) {
  return holds_if(!context.okta.user_locked, "not locked", context.okta.user_locked ? "locked" : "not locked");
}

}  // namespace flowsim::oauth
