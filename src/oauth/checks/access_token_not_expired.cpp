// RFC 6750 §3.1, RFC 7519 §4.1.4: a leaked token must die at exp.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// One without exp is refused.
Finding access_token_not_expired(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  return has_not_expired(context.token->claims, context.now, context.app.leeway);
}

}  // namespace flowsim::oauth
