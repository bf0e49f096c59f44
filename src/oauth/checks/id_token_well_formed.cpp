// RFC 7519 §7.2, RFC 8725 §2.6: three base64url parts, two of them JSON objects without repeated names.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// An extension marked critical is refused (RFC 7515 §4.1.11).
Finding id_token_well_formed(const IdTokenContext& context) {
  if (!promises_id_token(context)) return no_id_token_promised(context);
  return is_well_formed(context.id_token, context.malformed_because);
}

}  // namespace flowsim::oauth
