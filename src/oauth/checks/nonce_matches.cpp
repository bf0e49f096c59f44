// OpenID Connect Core §3.2.2.11: the ID token was made for this very request.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// An absent nonce is a wrong one.
Finding nonce_matches(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  const std::string_view expected = context.transaction.nonce;
  const auto& claims = context.id_token->claims;
  const auto nonce = claims.text("nonce");
  return holds_if(nonce && equal_secrets(*nonce, expected),
                  expected.empty() ? "the nonce of the request, which had none" : shown_secret(expected, expected),
                  nonce ? shown_secret(nonce, expected) : shown_claim(claims, "nonce"));
}

}  // namespace flowsim::oauth
