// RFC 8725 §3.1, OpenID Connect Core §3.1.3.7: the client says which algorithm counts, never the token.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// A list of what is allowed, compared with case, because a list of what is forbidden misses `nOnE`.
Finding id_token_algorithm_allowed(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  return names_rs256(*context.id_token);
}

}  // namespace flowsim::oauth
