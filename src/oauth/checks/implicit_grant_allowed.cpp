// RFC 6749 §4.2.2.1: the client must be registered for this way of getting a token.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace flowsim::oauth {

Finding implicit_grant_allowed(const AuthorizationRequestContext& context) {
  const auto& grants = context.okta.grant_types;
  return holds_if(std::ranges::find(grants, "implicit") != grants.end(), "implicit",
                  grants.empty() ? "no grant type" : join(grants, ", "));
}

}  // namespace flowsim::oauth
