// Scenario files as a person names them: single files, folders of them, or standard input.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::cli {

/// The scenario files below each path: a file stands for itself, a folder for every `.yaml` and `.yml` file below it,
/// in the byte order of their paths, links to folders not followed; `-` stands for standard input. A second `-`, and a
/// folder that cannot be read, that has no scenario file or more than `most`, gives no files, is said on `err` and
/// makes `status` worse.
std::vector<std::string> find_scenario_files(const std::vector<std::string>& paths, const Console& console,
                                             ExitStatus& status, std::size_t most = 10'000);

/// Reads one scenario file. What is wrong with it is said on `err` and makes `status` worse.
std::optional<Scenario> load_scenario(const std::string& file, const Console& console, ExitStatus& status);

/// A scenario and the text it was read from.
struct LoadedScenario {
  std::string text;
  Scenario scenario;
};

/// As `load_scenario`, with the text.
std::optional<LoadedScenario> load_scenario_text(const std::string& file, const Console& console, ExitStatus& status);

/// The graver of the two.
ExitStatus worse(ExitStatus one, ExitStatus other);

}  // namespace flowsim::cli
