// RFC 7662 §2.2: only okta knows that a token was revoked.
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

// An app that does not ask accepts it until exp.
Finding access_token_not_revoked(const AccessTokenContext& context) {
  if (!context.active) return not_applicable("the app does not introspect: a revoked token works until exp");
  return holds_if(*context.active, "active", *context.active ? "active" : "not active");
}

}  // namespace flowsim::oauth
