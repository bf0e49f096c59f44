// Reads no more of a file than could be the same.
#include "publish/generated_file.hpp"

#include <filesystem>
#include <ostream>
#include <variant>

#include "base/file.hpp"

namespace flowsim::publish {

namespace fs = std::filesystem;

Freshness freshness_of(const std::string& path, const std::string& content) {
  std::error_code problem;
  if (!fs::exists(path, problem)) return problem ? Freshness::unreadable : Freshness::missing;
  const auto read = read_file(path, content.size());
  if (const auto* failure = std::get_if<FileProblem>(&read))
    return failure->unreadable ? Freshness::unreadable : Freshness::stale;
  return std::get<std::string>(read) == content ? Freshness::current : Freshness::stale;
}

std::optional<std::string> bring_up_to_date(const std::string& path, const std::string& content) {
  if (freshness_of(path, content) == Freshness::current) return {};
  std::error_code problem;
  const auto folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, problem);
  if (problem) return problem.message();
  return write_file(path, [&content](std::ostream& out) { out << content; });
}

}  // namespace flowsim::publish
