// The two headers of RFC 6750 as text and as values: credentials, and the challenge that refuses them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/parameters.hpp"

namespace flowsim::flows::implicit {

/// The token of `Bearer` 1*SP b64token (RFC 6750 §2.1); nothing where the credentials are anything else.
std::optional<std::string_view> bearer_token(std::string_view credentials);

/// A `Bearer` challenge with those of the items that are its attributes (RFC 6750 §3).
std::string bearer_challenge(const Parameters& parameters);

/// The attributes of a challenge, in the order in which `bearer_challenge` writes them; others are passed over.
Parameters read_challenge(std::string_view challenge);

}  // namespace flowsim::flows::implicit
