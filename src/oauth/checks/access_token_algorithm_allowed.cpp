// RFC 8725 §3.1: the app says which algorithm counts, never the token.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// With HS256 the public key would be the secret.
Finding access_token_algorithm_allowed(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  return names_rs256(*context.token);
}

}  // namespace flowsim::oauth
