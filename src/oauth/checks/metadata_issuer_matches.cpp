// RFC 8414 §3.3, OpenID Connect Discovery §4.3: metadata that speaks for another issuer brings that issuer's endpoints
// and keys.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding metadata_issuer_matches(const MetadataContext& context) {
  return holds_if(!context.issuer.empty() && context.issuer == context.expected_issuer,
                  shown_value(context.expected_issuer),
                  context.issuer.empty() ? "absent" : shown_value(context.issuer));
}

}  // namespace flowsim::oauth
