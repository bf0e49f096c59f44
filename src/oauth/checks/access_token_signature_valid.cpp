// RFC 7515 §5.2: without a valid signature anyone could write the claims.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding access_token_signature_valid(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  return has_valid_signature(*context.token, context.keys, context.memory);
}

}  // namespace flowsim::oauth
