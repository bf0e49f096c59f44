// RFC 6749 §10.12: a form counts only as part of a request that was started in the same browser.
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

Finding transaction_known(const SignInContext& context) {
  return holds_if(context.transaction_known, "a request started in this browser",
                  context.transaction_known ? "pending" : "none pending");
}

}  // namespace flowsim::oauth
