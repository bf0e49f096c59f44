// OpenID Connect Core §3.1.3.7: acr_values is only a wish to the server, so the client looks at what it got.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding id_token_acr_satisfied(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  const std::string_view wanted = context.transaction.acr_values;
  if (wanted.empty()) return not_applicable("no acr_values were sent");
  if (has_word(wanted, "urn:okta:loa:2fa:any:ifpossible")) return not_applicable("asked for only where possible");
  const auto& claims = context.id_token->claims;
  const auto acr = claims.text("acr");
  return holds_if(acr && has_word(wanted, *acr), "acr " + shown_value(wanted), "acr " + shown_claim(claims, "acr"));
}

}  // namespace flowsim::oauth
