// RFC 8725 §3.10: keys come from the issuer's published set only; jwk, jku and x5u in the header are ignored.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding access_token_key_known(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  return names_a_known_key(*context.token, context.keys);
}

}  // namespace flowsim::oauth
