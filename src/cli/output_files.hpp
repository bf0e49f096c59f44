// Where the outputs of many scenarios go: one file for each, below one folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::cli {

/// The file below `folder` for what a scenario's run shows: at the scenario's own path, with another extension. A path
/// that leads out of the current folder is cut to its name.
std::string output_file(const std::string& folder, const std::string& scenario_file, std::string_view extension);

/// The first two different scenario files that have the same output file.
std::optional<std::pair<std::string, std::string>> sharing_an_output(const std::vector<std::string>& scenario_files);

}  // namespace flowsim::cli
