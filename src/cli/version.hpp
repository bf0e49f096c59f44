// The version of the program.
#pragma once

#include <string_view>

#include "base/modules.hpp"

namespace flowsim::cli {

/// The version as the build names it: `0.1.0`.
std::string_view version();

}  // namespace flowsim::cli
