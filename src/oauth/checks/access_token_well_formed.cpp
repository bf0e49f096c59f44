// RFC 6750 §3.1, RFC 7519 §7.2: three base64url parts, two of them JSON objects without repeated names.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// An extension marked critical is refused (RFC 7515 §4.1.11).
Finding access_token_well_formed(const AccessTokenContext& context) {
  return is_well_formed(context.token, context.malformed_because);
}

}  // namespace flowsim::oauth
