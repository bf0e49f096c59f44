// OpenID Connect Core §3.1.3.7: iss is exactly the issuer the request went to; a trailing slash makes another issuer.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding id_token_issuer_matches(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  return names_issuer(context.id_token->claims, context.transaction.issuer);
}

}  // namespace flowsim::oauth
