// Okta access policies: a custom authorization server issues nothing unless a rule matches the client, the grant type,
// the user and every scope.
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

Finding policy_allows(const SignInContext& context) {
  return holds_if(context.okta.policy_allows, "a matching rule",
                  context.okta.policy_allows ? "a rule matches" : "no rule matches");
}

}  // namespace flowsim::oauth
