// OpenID Connect Core §3.2.2.9, §3.2.2.10: at_hash binds the access token to the ID token beside it.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// A client that checks it only where it is there accepts any access token with the hash left out.
Finding at_hash_matches(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  if (!has_word(context.transaction.response_type, "token"))
    return not_applicable("response_type=id_token brings no access token");
  const auto access_token = context.response.value("access_token");
  if (!access_token) return fails("the hash of the access token", "no access token");
  const auto expected = at_hash(*access_token);
  const auto& claims = context.id_token->claims;
  const auto hash = claims.text("at_hash");
  return holds_if(hash && equal_secrets(*hash, expected), expected, shown_claim(claims, "at_hash"));
}

}  // namespace flowsim::oauth
