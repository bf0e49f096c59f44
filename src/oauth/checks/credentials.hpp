// How the app reads an Authorization header that is not well-formed `Bearer`.
#pragma once

#include <optional>
#include <string_view>

#include "wire/parameters.hpp"

namespace flowsim::oauth {

/// The scheme of the `authorization` parameter, up to its first space; nothing where there is none.
std::optional<std::string_view> authorization_scheme(const Parameters& request);

}  // namespace flowsim::oauth
