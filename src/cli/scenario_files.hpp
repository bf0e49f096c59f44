// Scenario files as a person names them, single files, folders of them or standard input, and where their output goes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cli/commands.hpp"
#include "scenario/scenario.hpp"
#include "trace/trace.hpp"

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

/// Reads a file that holds a scenario, or the trace of a run that was stored as JSON.
std::optional<std::variant<LoadedScenario, Trace>> load_story(const std::string& file, const Console& console,
                                                              ExitStatus& status);

/// The text as one word of a POSIX shell (POSIX.1-2017 XCU §2.2): as it is where nothing in it means anything to a
/// shell, else in quotes.
std::string shell_word(std::string_view text);

/// The file below `folder` for what a scenario's run shows: at the scenario's own path, with another extension. A path
/// that leads out of the current folder is cut to its name.
std::string output_file(const std::string& folder, const std::string& scenario_file, std::string_view extension);

/// The first two different scenario files that have the same output file.
std::optional<std::pair<std::string, std::string>> sharing_an_output(const std::vector<std::string>& scenario_files);

}  // namespace flowsim::cli
