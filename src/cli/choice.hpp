// An option that takes one word from a list, and says which is near when given another.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::cli {

/// Accepts the given names only.
CLI::Validator choice(std::vector<std::string_view> names);

/// Accepts the levels of detail.
CLI::Validator detail_choice();

}  // namespace flowsim::cli
