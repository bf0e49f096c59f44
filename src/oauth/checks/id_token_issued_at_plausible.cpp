// OpenID Connect Core §3.1.3.7: the client may refuse tokens issued too far from now.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {
namespace {

constexpr Duration oldest = std::chrono::hours{24};

}  // namespace

// This one takes a day, because it asked for the token minutes ago, and clocks are sometimes hours wrong.
Finding id_token_issued_at_plausible(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  return was_issued_plausibly(context.id_token->claims, context.now, context.client.leeway, oldest);
}

}  // namespace flowsim::oauth
