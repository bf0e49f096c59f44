// OpenID Connect Core §3.1.3.7: where azp is there, it names this client.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding id_token_authorized_party_matches(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  const auto& claims = context.id_token->claims;
  if (!claims.has("azp")) return not_applicable("azp absent");
  return holds_if(claims.text("azp") == context.client.client_id, "azp " + context.client.client_id,
                  "azp " + shown_claim(claims, "azp"));
}

}  // namespace flowsim::oauth
