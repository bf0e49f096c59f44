// RFC 8725 §3.12: okta signs both kinds of token with the same keys, so the app tells them apart by what only access
// tokens have: scp, cid, and a jti that starts with `AT.`.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {

Finding access_token_is_no_id_token(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  const auto& claims = context.token->claims;
  const auto identifier = claims.text("jti");
  const char* expected = "scp, cid and jti AT.…";
  if (!identifier || !identifier->starts_with("AT.")) return fails(expected, "jti " + shown_claim(claims, "jti"));
  if (claims.texts("scp") == nullptr) return fails(expected, "scp " + shown_claim(claims, "scp"));
  return holds_if(claims.text("cid").has_value(), expected,
                  claims.text("cid") ? "all there" : "cid " + shown_claim(claims, "cid"));
}

}  // namespace flowsim::oauth
