// Finds and reads scenario files, and says what is wrong with them; output paths are compared as they are written.
#include "cli/scenario_files.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <system_error>
#include <utility>
#include <variant>

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "trace/json.hpp"
#include "words/say.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t file_limit = 1024 * 1024;

bool is_scenario_file(const fs::directory_entry& entry) {
  std::error_code ignored;
  const auto extension = entry.path().extension();
  return (extension == ".yaml" || extension == ".yml") && entry.is_regular_file(ignored);
}

void say_of_file(const Console& console, const std::string& file, const std::string& message) {
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
    say_of_file(console, folder, "the folder cannot be read: " + problem.message());
    status = worse(status, ExitStatus::outside_failed);
  } else if (files.empty()) {
    say_of_file(console, folder, "there is no scenario file (.yaml) in this folder");
    status = worse(status, ExitStatus::wrong_usage);
  } else if (files.size() > most) {
    say_of_file(console, folder, "there are more than " + std::to_string(most) + " scenario files in this folder");
    status = worse(status, ExitStatus::wrong_usage);
    files.clear();
  }
  std::ranges::sort(files);
  return files;
}

constexpr std::string_view needs_no_quotes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:+@%";

}  // namespace

std::vector<std::string> find_scenario_files(const std::vector<std::string>& paths, const Console& console,
                                             ExitStatus& status, std::size_t most) {
  std::vector<std::string> files;
  bool reads_standard_input = false;
  for (const auto& path : paths) {
    std::error_code ignored;
    if (path == "-" && std::exchange(reads_standard_input, true)) {
      say_of_file(console, path, "standard input can be read only once");
      status = worse(status, ExitStatus::wrong_usage);
    } else if (path != "-" && fs::is_directory(path, ignored)) {
      std::ranges::move(files_below(path, most, console, status), std::back_inserter(files));
    } else {
      files.push_back(path);
    }
  }
  return files;
}

std::optional<std::variant<LoadedScenario, Trace>> load_story(const std::string& file, const Console& console,
                                                              ExitStatus& status) {
  auto content = read_file(
      file, [](std::string_view beginning) { return begins_as_trace(beginning) ? trace_json_limit : file_limit; });
  if (const auto* problem = std::get_if<FileProblem>(&content)) {
    say_of_file(console, file, problem->message);
    status = worse(status, problem->unreadable ? ExitStatus::outside_failed : ExitStatus::wrong_usage);
    return {};
  }
  auto& text = std::get<std::string>(content);
  if (begins_as_trace(text)) {
    std::string why;
    if (auto trace = read_json(text, &why, can_say)) return std::move(*trace);
    say_of_file(console, file, "this trace cannot be read: " + why);
  } else {
    Diagnostics diagnostics;
    auto scenario = read_scenario(text, file, diagnostics);
    for (const auto& diagnostic : diagnostics) console.err << render(diagnostic, text);
    if (scenario) return LoadedScenario{std::move(text), *std::move(scenario)};
  }
  status = worse(status, ExitStatus::wrong_usage);
  return {};
}

std::optional<LoadedScenario> load_scenario_text(const std::string& file, const Console& console, ExitStatus& status) {
  auto story = load_story(file, console, status);
  if (!story) return {};
  if (auto* loaded = std::get_if<LoadedScenario>(&*story)) return std::move(*loaded);
  say_of_file(console, file, "this is the trace of a run, and what is needed here is a scenario");
  status = worse(status, ExitStatus::wrong_usage);
  return {};
}

std::optional<Scenario> load_scenario(const std::string& file, const Console& console, ExitStatus& status) {
  auto loaded = load_scenario_text(file, console, status);
  return loaded ? std::optional(std::move(loaded->scenario)) : std::nullopt;
}

std::string output_file(const std::string& folder, const std::string& scenario_file, std::string_view extension) {
  auto name = fs::path(scenario_file == "-" ? "standard-input" : scenario_file).relative_path().lexically_normal();
  if (name.begin() != name.end() && *name.begin() == "..") name = name.filename();
  return (fs::path(folder) / name.replace_extension(extension)).generic_string();
}

std::optional<std::pair<std::string, std::string>> sharing_an_output(const std::vector<std::string>& scenario_files) {
  std::map<std::string, std::string> first_of;
  for (const auto& file : scenario_files) {
    const auto [first, is_new] = first_of.emplace(output_file({}, file, {}), file);
    if (!is_new && fs::path(first->second).lexically_normal() != fs::path(file).lexically_normal())
      return std::pair{first->second, file};
  }
  return {};
}

std::string shell_word(std::string_view text) {
  if (!text.empty() && text.find_first_not_of(needs_no_quotes) == std::string_view::npos) return std::string(text);
  std::string word = "'";
  for (const char character : text)
    if (character == '\'')
      word += "'\"'\"'";
    else
      word += character;
  return word + "'";
}

}  // namespace flowsim::cli
