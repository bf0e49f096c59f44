// What the checks of the access token do where there is none that can be read.
#include "oauth/checks/access_token.hpp"

namespace flowsim::oauth {

std::optional<Finding> without_access_token(const AccessTokenContext& context) {
  if (context.token != nullptr) return std::nullopt;
  return fails("an access token", "none that can be read");
}

}  // namespace flowsim::oauth
