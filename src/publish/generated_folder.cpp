// The list is written before the files and after them, so that a run that was interrupted knows its own files again.
#include "publish/generated_folder.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "publish/digest.hpp"
#include "publish/generated_file.hpp"

namespace flowsim::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{64} << 20U;

/// The digest of the file's content; empty where it cannot be read.
std::string digest_of_file(const std::string& path) {
  const auto content = read_file(path, largest_file);
  const auto* text = std::get_if<std::string>(&content);
  return text == nullptr ? std::string() : digest_of(*text);
}

/// A link could lead out of the folder, to a file that is not ours.
bool leads_over_a_link(const fs::path& folder, const std::string& path) {
  auto place = folder;
  std::error_code ignored;
  return std::ranges::any_of(fs::path(path),
                             [&](const fs::path& part) { return fs::is_symlink(place /= part, ignored); });
}

void remove_empty_folders(const fs::path& folder, fs::path path) {
  std::error_code problem;
  for (path = path.parent_path(); !path.empty() && !problem; path = path.parent_path())
    if (!fs::is_empty(folder / path, problem) || !fs::remove(folder / path, problem)) return;
}

}  // namespace

std::variant<GeneratedFolder, std::string> GeneratedFolder::open(const std::string& folder) {
  auto list = read_file_list(folder);
  if (const auto* problem = std::get_if<std::string>(&list)) return *problem;
  return GeneratedFolder(folder, std::get<FileList>(std::move(list)));
}

std::string GeneratedFolder::place_of(const std::string& path) const { return (fs::path(folder_) / path).string(); }

Standing GeneratedFolder::expect(const std::string& path, std::string content, const Origin& origin) {
  auto& expected = expected_[path];
  expected = {Standing::current, {digest_of(content), origin}, {}};
  if (leads_over_a_link(folder_, path)) return expected.standing = Standing::foreign;
  const auto freshness = freshness_of(place_of(path), content);
  if (freshness == Freshness::current) return Standing::current;
  expected.content = std::move(content);
  expected.standing = freshness == Freshness::missing       ? Standing::missing
                      : listed_.find(path) == listed_.end() ? Standing::foreign
                                                            : Standing::stale;
  return expected.standing;
}

Standing GeneratedFolder::expect_rendering(const std::string& path, const Origin& origin) {
  auto& expected = expected_[path];
  const auto listed = listed_.find(path);
  const auto place = place_of(path);
  std::error_code ignored;
  const bool exists = fs::exists(fs::symlink_status(place, ignored));
  if (listed == listed_.end() || !exists || leads_over_a_link(folder_, path)) {
    expected.standing = exists ? Standing::foreign : Standing::missing;
    return expected.standing;
  }
  expected.file = listed->second;
  const auto& was = listed->second.origin;
  const bool same_origin = was.source == origin.source && (origin.renderer.empty() || was.renderer == origin.renderer);
  const bool is_current = same_origin && digest_of_file(place) == listed->second.digest;
  expected.standing = is_current ? Standing::current : Standing::stale;
  return expected.standing;
}

Standing GeneratedFolder::standing_of_leftover(const std::string& path, const ListedFile& file) const {
  const auto place = place_of(path);
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(place, ignored))) return Standing::missing;
  const bool is_ours = !leads_over_a_link(folder_, path) && digest_of_file(place) == file.digest;
  return is_ours ? Standing::superfluous : Standing::changed;
}

FileList GeneratedFolder::wanted() const {
  FileList list;
  for (const auto& [path, expected] : expected_)
    if (expected.standing != Standing::foreign) list[path] = expected.file;
  return list;
}

std::vector<std::pair<std::string, Standing>> GeneratedFolder::standings() const {
  std::map<std::string, Standing> standings;
  for (const auto& [path, expected] : expected_) standings[path] = expected.standing;
  for (const auto& [path, file] : listed_) {
    if (expected_.contains(path)) continue;
    const auto standing = standing_of_leftover(path, file);
    if (standing != Standing::missing) standings[path] = standing;
  }
  const std::string name(file_list_name);
  const auto freshness = freshness_of(place_of(name), file_list_text(wanted()));
  standings[name] = freshness == Freshness::current   ? Standing::current
                    : freshness == Freshness::missing ? Standing::missing
                                                      : Standing::stale;
  return {standings.begin(), standings.end()};
}

std::optional<std::string> GeneratedFolder::write_list(const FileList& list) const {
  const auto place = place_of(std::string(file_list_name));
  if (const auto problem = bring_up_to_date(place, file_list_text(list))) return place + ": " + *problem;
  return {};
}

std::optional<std::string> GeneratedFolder::write_files() const {
  for (const auto& [path, expected] : expected_) {
    if (!expected.content || expected.standing == Standing::foreign) continue;
    if (const auto problem = bring_up_to_date(place_of(path), *expected.content))
      return place_of(path) + ": " + *problem;
  }
  return {};
}

std::optional<std::string> GeneratedFolder::remove_leftovers() const {
  for (const auto& [path, file] : listed_) {
    if (expected_.contains(path) || standing_of_leftover(path, file) != Standing::superfluous) continue;
    std::error_code problem;
    fs::remove(place_of(path), problem);
    if (problem) return place_of(path) + ": " + problem.message();
    remove_empty_folders(folder_, path);
  }
  return {};
}

std::optional<std::string> GeneratedFolder::write() const {
  auto before = wanted();
  before.insert(listed_.begin(), listed_.end());
  if (auto problem = write_list(before)) return problem;
  if (auto problem = write_files()) return problem;
  if (auto problem = remove_leftovers()) return problem;
  return write_list(wanted());
}

}  // namespace flowsim::publish
