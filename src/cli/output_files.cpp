// Paths are compared as they are written; the file system is not asked.
#include "cli/output_files.hpp"

#include <filesystem>
#include <map>

namespace flowsim::cli {

namespace fs = std::filesystem;

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

}  // namespace flowsim::cli
