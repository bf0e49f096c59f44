// The table of inks.
#include "emit/svg/ink.hpp"

#include <array>
#include <cstddef>

namespace flowsim::emit {

std::string_view ink_code(Ink ink) {
  static constexpr std::array<std::string_view, 5> codes{"", "\x1b[32m", "\x1b[31m", "\x1b[2m", "\x1b[1m"};
  return codes[static_cast<std::size_t>(ink)];
}

}  // namespace flowsim::emit
