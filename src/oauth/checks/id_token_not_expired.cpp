// OpenID Connect Core §3.1.3.7: the current time is before exp.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// A token without exp would live for ever.
Finding id_token_not_expired(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  return has_not_expired(context.id_token->claims, context.now, context.client.leeway);
}

}  // namespace flowsim::oauth
