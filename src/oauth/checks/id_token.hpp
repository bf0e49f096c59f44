// What the checks of the ID token do where there is no ID token.
#pragma once

#include <optional>

#include "oauth/checks.hpp"

namespace flowsim::oauth {

/// Whether the request asked for an ID token.
bool promises_id_token(const IdTokenContext& context);

/// Not applicable, because the request asked for no ID token; and what that means.
Finding no_id_token_promised(const IdTokenContext& context);

/// What a check finds where there is no token it could look at: nothing to check where none was promised, a failure
/// where one was. Nothing where `context.id_token` can be looked at.
std::optional<Finding> without_id_token(const IdTokenContext& context);

}  // namespace flowsim::oauth
