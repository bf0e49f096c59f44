// OpenID Connect Core §10.1: keys come from the issuer's published set only; jwk, jku and x5u in the header are
// ignored.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding id_token_key_known(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  return names_a_known_key(*context.id_token, context.keys);
}

}  // namespace flowsim::oauth
