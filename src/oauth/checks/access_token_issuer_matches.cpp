// RFC 8725 §3.8: the org authorization server and another organisation's are other issuers.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding access_token_issuer_matches(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  return names_issuer(context.token->claims, context.app.issuer);
}

}  // namespace flowsim::oauth
