// RFC 9700 §4.10.2, RFC 7519 §4.1.3: a token for another API stays useless here, also when that API passes it on.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {
namespace {

bool names_audience(const Claims& claims, std::string_view audience) {
  const auto audiences = audiences_of(claims);
  return !audience.empty() && std::ranges::find(audiences, audience) != audiences.end();
}

}  // namespace

Finding access_token_audience_matches(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  const auto& claims = context.token->claims;
  return holds_if(names_audience(claims, context.app.audience), "aud " + context.app.audience,
                  "aud " + shown_claim(claims, "aud"));
}

}  // namespace flowsim::oauth
