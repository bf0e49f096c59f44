// base64url without padding (RFC 7515 §2, RFC 4648 §5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::oauth {

/// The bytes as base64url, without `=`.
std::string base64url_encode(std::string_view bytes);

/// The bytes, or nothing where the text has padding, another alphabet, an impossible length or stray bits at its end.
std::optional<std::string> base64url_decode(std::string_view text);

}  // namespace flowsim::oauth
