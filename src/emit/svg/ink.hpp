// The colours of a terminal, which say nothing that the text does not say, too.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::emit {

enum class Ink : std::uint8_t { plain, good, bad, faint, strong };

/// The sequence that begins the ink (ECMA-48 §8.3.117); empty for `plain`.
std::string_view ink_code(Ink ink);

/// The sequence that ends every ink.
inline constexpr std::string_view ink_end = "\x1b[0m";

}  // namespace flowsim::emit
