// OpenID Connect Core §3.1.3.7: after max_age the client sees for itself that the user signed in recently enough.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/moments.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding id_token_auth_time_recent(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  if (!context.transaction.max_age) return not_applicable("no max_age was sent");
  const auto& claims = context.id_token->claims;
  const auto leeway = context.client.leeway;
  const auto earliest = context.now - leeway - std::chrono::seconds{*context.transaction.max_age};
  auto expected = "auth_time from " + utc_text(earliest) + " on (max_age " +
                  std::to_string(*context.transaction.max_age) + ", leeway " + duration_text(leeway) + ")";
  const auto auth_time = claims.number("auth_time");
  if (!auth_time) return fails(std::move(expected), "auth_time " + shown_value(claims.shown("auth_time")));
  const bool holds = *auth_time >= unix_seconds(earliest) && *auth_time <= unix_seconds(context.now + leeway);
  return holds_if(holds, std::move(expected), claim_moment_text("auth_time", *auth_time, context.now));
}

}  // namespace flowsim::oauth
