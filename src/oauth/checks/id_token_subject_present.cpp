// OpenID Connect Core §2: sub names the user in at most 255 ASCII characters.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "oauth/checks/id_token.hpp"
#include "oauth/checks/token_rules.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t longest = 255;

}  // namespace

// A missing one would be looked up as some account all the same.
Finding id_token_subject_present(const IdTokenContext& context) {
  if (auto finding = without_id_token(context)) return *std::move(finding);
  const auto& claims = context.id_token->claims;
  const auto subject = claims.text("sub");
  const bool holds = subject && !subject->empty() && subject->size() <= longest &&
                     std::ranges::none_of(*subject, [](char byte) { return static_cast<unsigned char>(byte) > 127; });
  return holds_if(holds, "sub of 1 to 255 ASCII characters", "sub " + shown_claim(claims, "sub"));
}

}  // namespace flowsim::oauth
