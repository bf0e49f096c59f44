// What the checks of the access token do where there is none that can be read.
#pragma once

#include <optional>

#include "oauth/checks.hpp"

namespace flowsim::oauth {

/// A failure where there is no token to look at; nothing where `context.token` can be looked at.
std::optional<Finding> without_access_token(const AccessTokenContext& context);

}  // namespace flowsim::oauth
