// An option that takes one word from a list, and says which is near when given another.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace flowsim {

/// Accepts the given names only.
CLI::Validator choice(std::vector<std::string_view> names);

}  // namespace flowsim
