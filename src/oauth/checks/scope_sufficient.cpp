// RFC 6750 §3.1: every scope the resource needs is one of the token's, as a whole word: orders:read is not
// orders:readall.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/access_token.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding scope_sufficient(const AccessTokenContext& context) {
  if (auto finding = without_access_token(context)) return *std::move(finding);
  if (context.app.required_scope.empty()) return not_applicable("the resource needs no scope");
  const auto& claims = context.token->claims;
  const auto* const granted = claims.texts("scp");
  const bool holds =
      granted != nullptr && std::ranges::all_of(split_words(context.app.required_scope), [&](auto needed) {
        return std::ranges::find(*granted, needed) != granted->end();
      });
  return holds_if(holds, "scp with " + context.app.required_scope,
                  "scp " + (granted != nullptr ? shown_value(join(*granted, " ")) : shown_claim(claims, "scp")));
}

}  // namespace flowsim::oauth
