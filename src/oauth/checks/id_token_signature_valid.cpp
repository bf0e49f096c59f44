// OpenID Connect Core §3.2.2.11: this ID token came through the browser, where anyone can change it, so its signature
// must be checked.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding id_token_signature_valid(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  return has_valid_signature(*context.id_token, context.keys, context.memory);
}

}  // namespace flowsim::oauth
