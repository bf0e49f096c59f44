// When okta must ask the user: for a sign-in, or for consent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace flowsim {

/// The seconds of a `max_age` parameter: digits only, at most 4294967295; nothing where the text is anything else.
std::optional<std::uint32_t> read_max_age(std::string_view text);

}  // namespace flowsim
