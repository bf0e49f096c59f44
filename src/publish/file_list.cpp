// The list is read with suspicion: whoever can change it could otherwise have any file removed.
#include "publish/file_list.hpp"

#include <fmt/core.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <filesystem>
#include <optional>

#include "base/file.hpp"

namespace flowsim::publish {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t largest_list = std::size_t{64} << 20U;

std::string json_text(std::string_view text) { return json::serialize(json::string(text)); }

std::string row_of(const std::string& path, const ListedFile& file) {
  auto row = fmt::format("    {}: {{\"sha256\": {}", json_text(path), json_text(file.digest));
  if (!file.origin.source.empty())
    row += fmt::format(", \"source_sha256\": {}, \"renderer\": {}", json_text(file.origin.source),
                       json_text(file.origin.renderer));
  return row + "}";
}

bool stays_below_the_folder(const std::string& path) {
  const fs::path way(path);
  if (path.empty() || way.is_absolute() || path.find('\0') != std::string::npos) return false;
  return way.lexically_normal() == way && *way.begin() != ".." && *way.begin() != "." && way.has_filename();
}

std::string text_member(const json::object& object, std::string_view name) {
  const auto* member = object.if_contains(name);
  const auto* text = member == nullptr ? nullptr : member->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

std::optional<FileList> list_in(const std::string& text) {
  json::error_code problem;
  const auto document = json::parse(text, problem);
  const auto* object = problem ? nullptr : document.if_object();
  const auto* member = object == nullptr ? nullptr : object->if_contains("files");
  const auto* files = member == nullptr ? nullptr : member->if_object();
  if (files == nullptr) return {};
  FileList list;
  for (const auto& [path, value] : *files) {
    const auto* file = value.if_object();
    if (file == nullptr || !stays_below_the_folder(path)) return {};
    list[path] = {text_member(*file, "sha256"), {text_member(*file, "source_sha256"), text_member(*file, "renderer")}};
  }
  return list;
}

}  // namespace

std::string file_list_text(const FileList& list) {
  std::string text =
      "{\n  \"about\": \"What flowsim has written into this folder; it changes and removes no other file.\",\n"
      "  \"files\": {\n";
  for (const auto& [path, file] : list) text += row_of(path, file) + (path == list.rbegin()->first ? "\n" : ",\n");
  return text + "  }\n}\n";
}

std::variant<FileList, std::string> read_file_list(const std::string& folder) {
  const auto path = (fs::path(folder) / file_list_name).string();
  std::error_code problem;
  if (!fs::exists(fs::symlink_status(path, problem))) return FileList{};
  const auto content = read_file(path, largest_list);
  if (const auto* failure = std::get_if<FileProblem>(&content)) return failure->message;
  if (auto list = list_in(std::get<std::string>(content))) return std::move(*list);
  return "is not the list of generated files that flowsim keeps there";
}

}  // namespace flowsim::publish
