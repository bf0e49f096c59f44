// Relative paths are read from the folder of the file they stand in.
#include "cli/schema_comment.hpp"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view marker = "# yaml-language-server: $schema=";

fs::path folder_of(const std::string& file) {
  std::error_code ignored;
  return fs::weakly_canonical(fs::absolute(file, ignored).parent_path(), ignored);
}

}  // namespace

std::string with_schema_found(std::string text, const std::string& from, const std::string& to) {
  const auto begin = text.find(marker);
  if (begin == std::string::npos || (begin != 0 && text[begin - 1] != '\n')) return text;
  const auto path = begin + marker.size();
  const auto path_end = std::min(text.find_first_of(" \r\n", path), text.size());
  const auto line_end = std::min(text.find('\n', path_end), text.size() - 1) + 1;
  const auto old_folder = folder_of(from), new_folder = folder_of(to);
  const fs::path schema = text.substr(path, path_end - path);
  if (old_folder == new_folder || schema.is_absolute() || schema.string().find("://") != std::string::npos) return text;
  std::error_code ignored;
  const auto target = fs::weakly_canonical(old_folder / schema, ignored);
  if (!fs::is_regular_file(target, ignored)) return text.erase(begin, line_end - begin);
  return text.replace(path, path_end - path, target.lexically_relative(new_folder).generic_string());
}

}  // namespace flowsim::cli
