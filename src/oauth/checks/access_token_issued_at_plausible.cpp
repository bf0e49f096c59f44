// RFC 7519 §4.1.6: a token from the future, or one that ended before it began, comes from a wrong clock or a forger.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding access_token_issued_at_plausible(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  return was_issued_plausibly(context.token->claims, context.now, context.app.leeway, std::nullopt);
}

}  // namespace flowsim::oauth
