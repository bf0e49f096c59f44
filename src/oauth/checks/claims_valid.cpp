// OpenID Connect Core §5.5: claims is a JSON object.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// One with repeated names is refused, because readers disagree about such an object (RFC 8725 §2.6).
Finding claims_valid(const AuthorizationRequestContext& context) {
  const auto claims = context.request.value("claims");
  if (!claims) return not_applicable("claims absent");
  return holds_if(read_claims(*claims).has_value(), "one JSON object without repeated names", shown_value(claims));
}

}  // namespace flowsim::oauth
