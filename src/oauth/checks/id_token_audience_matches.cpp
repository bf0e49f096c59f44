// OpenID Connect Core §3.1.3.7: the token is for this client, and for nobody this client does not know.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

bool names_only(const Claims& claims, std::string_view client_id) {
  const auto audiences = audiences_of(claims);
  return !client_id.empty() && !audiences.empty() &&
         std::ranges::all_of(audiences, [&](std::string_view audience) { return audience == client_id; });
}

}  // namespace

// Without this a token that some other application received would sign its bearer in here.
Finding id_token_audience_matches(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  const auto& claims = context.id_token->claims;
  return holds_if(names_only(claims, context.client.client_id), "aud " + context.client.client_id,
                  "aud " + shown_claim(claims, "aud"));
}

}  // namespace flowsim::oauth
