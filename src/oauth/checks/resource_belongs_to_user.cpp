// RFC 9700 §4.15: scope says what may be done, not to whose things.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

// Okta's uid is the user; sub may be a login name, or a client.
Finding resource_belongs_to_user(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  if (context.app.resource_owner.empty()) return not_applicable("the resource is nobody's own");
  const auto& claims = context.token->claims;
  return holds_if(claims.text("uid") == context.app.resource_owner, "uid " + context.app.resource_owner,
                  "uid " + shown_claim(claims, "uid"));
}

}  // namespace flowsim::oauth
