// RFC 6819 §5.1.5.8: an API may be for some client applications only; Okta names the client in cid.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding access_token_client_allowed(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  const auto& allowed = context.app.allowed_clients;
  if (allowed.empty()) return not_applicable("every client of the issuer may call");
  const auto& claims = context.token->claims;
  const auto client = claims.text("cid");
  return holds_if(client && std::ranges::find(allowed, *client) != allowed.end(),
                  "cid " + shown_value(join(allowed, " or ")), "cid " + shown_claim(claims, "cid"));
}

}  // namespace flowsim::oauth
