// RFC 6749 §4.2.2.1: without the user's consent there is no token.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding consent_granted(const SignInContext& context) {
  const auto answer = context.form.value("consent");
  return holds_if(answer == "granted", "granted", shown_value(answer));
}

}  // namespace flowsim::oauth
