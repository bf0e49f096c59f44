// Finds and reads scenario files, and says what is wrong with them.
#include "cli/scenario_files.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>
#include <variant>

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/text.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t file_limit = 1024 * 1024;

bool is_scenario_file(const fs::directory_entry& entry) {
  std::error_code ignored;
  const auto extension = entry.path().extension();
  return (extension == ".yaml" || extension == ".yml") && entry.is_regular_file(ignored);
}

void say(const Console& console, const std::string& file, const std::string& message) {
  console.err << visible(file) << ": error: " << visible(message) << "\n";
}

std::vector<std::string> files_below(const std::string& folder, std::size_t most, const Console& console,
                                     ExitStatus& status) {
  std::vector<std::string> files;
  std::error_code problem;
  fs::recursive_directory_iterator entry(folder, problem), end;
  while (!problem && entry != end && files.size() <= most) {
    if (is_scenario_file(*entry)) files.push_back(entry->path().generic_string());
    entry.increment(problem);
  }
  if (problem) {
    say(console, folder, "the folder cannot be read: " + problem.message());
    status = worse(status, ExitStatus::outside_failed);
  } else if (files.empty()) {
    say(console, folder, "there is no scenario file (.yaml) in this folder");
    status = worse(status, ExitStatus::wrong_usage);
  } else if (files.size() > most) {
    say(console, folder, "there are more than " + std::to_string(most) + " scenario files in this folder");
    status = worse(status, ExitStatus::wrong_usage);
    files.clear();
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

ExitStatus worse(ExitStatus one, ExitStatus other) { return std::max(one, other); }

std::vector<std::string> find_scenario_files(const std::vector<std::string>& paths, const Console& console,
                                             ExitStatus& status, std::size_t most) {
  std::vector<std::string> files;
  bool reads_standard_input = false;
  for (const auto& path : paths) {
    std::error_code ignored;
    if (path == "-" && std::exchange(reads_standard_input, true)) {
      say(console, path, "standard input can be read only once");
      status = worse(status, ExitStatus::wrong_usage);
    } else if (path != "-" && fs::is_directory(path, ignored)) {
      std::ranges::move(files_below(path, most, console, status), std::back_inserter(files));
    } else {
      files.push_back(path);
    }
  }
  return files;
}

std::optional<LoadedScenario> load_scenario_text(const std::string& file, const Console& console, ExitStatus& status) {
  auto content = read_file(file, file_limit);
  if (const auto* problem = std::get_if<FileProblem>(&content)) {
    say(console, file, problem->message);
    status = worse(status, problem->unreadable ? ExitStatus::outside_failed : ExitStatus::wrong_usage);
    return {};
  }
  auto& text = std::get<std::string>(content);
  Diagnostics diagnostics;
  auto scenario = read_scenario(text, file, diagnostics);
  for (const auto& diagnostic : diagnostics) console.err << render(diagnostic, text);
  if (scenario) return LoadedScenario{std::move(text), *std::move(scenario)};
  status = worse(status, ExitStatus::wrong_usage);
  return {};
}

std::optional<Scenario> load_scenario(const std::string& file, const Console& console, ExitStatus& status) {
  auto loaded = load_scenario_text(file, console, status);
  return loaded ? std::optional(std::move(loaded->scenario)) : std::nullopt;
}

}  // namespace flowsim::cli
