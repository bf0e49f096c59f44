// The laws of the house, as functions of a file's path and text.
#include "structure/laws.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace flowsim::structure {
namespace {

constexpr std::size_t longest_file = 400;
constexpr std::string_view door_to_msm = "src/sim/machine.hpp";
constexpr std::string_view actor_files[] = {"user.cpp", "client.cpp", "okta.cpp", "app.cpp", "attacker.cpp"};
constexpr std::string_view signs_of_msm[] = {"boost/msm", "boost::msm"};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What remains of the text after `word` and the blanks around it, where it begins so.
std::optional<std::string_view> after(std::string_view word, std::string_view text) {
  const auto skip_blanks = [&] { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); };
  skip_blanks();
  if (!text.starts_with(word)) return {};
  text.remove_prefix(word.size());
  skip_blanks();
  return text;
}

/// What a line includes, with the quote or bracket before it; empty where it includes nothing.
std::string included_by(std::string_view line) {
  const auto directive = after("#", line);
  const auto included = directive ? after("include", *directive) : std::nullopt;
  if (!included || included->empty()) return {};
  return std::string(included->substr(0, included->find_first_of("\">", 1)));
}

/// The room of a path below `src/`; empty for other paths.
std::string room_of(std::string_view path) {
  const auto below_src = after("src/", path).value_or("");
  const auto end = below_src.find('/');
  return std::string(end == std::string_view::npos ? "" : below_src.substr(0, end));
}

const Room* find_room(const std::vector<Room>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &Room::name);
  return found == all.end() ? nullptr : &*found;
}

bool may_include(const Room& from, std::string_view to) {
  return to == from.name || std::ranges::find(from.includes, to) != from.includes.end();
}

bool may_know_msm(std::string_view path) {
  if (path == door_to_msm || path == "src/sim/machine.cpp") return true;
  const auto file = path.substr(path.rfind('/') + 1);
  return path.starts_with("src/flows/") && std::ranges::find(actor_files, file) != std::end(actor_files);
}

bool has_sign_of_msm(const std::string& line) {
  const auto code = line.substr(0, line.find("//"));
  return std::ranges::any_of(signs_of_msm, [&](auto sign) { return code.find(sign) != std::string::npos; });
}

using Includes = std::map<std::string, std::vector<std::string>>;

/// The paths that each file includes of ours, by its own path.
Includes includes_by_path(const std::vector<SourceFile>& files) {
  Includes includes;
  for (const auto& file : files) {
    for (const auto& line : lines_of(file.text)) {
      const auto included = included_by(line);
      if (included.starts_with('"')) includes[file.path].push_back("src/" + included.substr(1));
    }
  }
  return includes;
}

/// Adds to `reached` what a file includes, directly or through others.
void reach(const std::string& path, const Includes& includes, std::set<std::string>& reached) {
  const auto found = includes.find(path);
  if (found == includes.end()) return;
  for (const auto& included : found->second) {
    if (reached.insert(included).second) reach(included, includes, reached);
  }
}

/// Whether a new sentence begins somewhere in the text: a full stop, a blank, a capital letter.
bool has_second_sentence(std::string_view text) {
  for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    if (at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z') return true;
  }
  return false;
}

/// A template, a style sheet or a script of the pages that the program writes.
bool is_page_file(std::string_view path) {
  return path.starts_with("src/emit/page/") &&
         (path.ends_with(".html") || path.ends_with(".css") || path.ends_with(".js"));
}

}  // namespace

const std::vector<Room>& rooms() {
  static const std::vector<Room> all = {
      {"base", {}},
      {"wire", {"base"}},
      {"trace", {"base", "wire"}},
      {"sim", {"base", "wire", "trace"}},
      {"faults", {"base", "wire", "trace", "sim", "oauth"}},
      {"oauth", {"base", "wire", "trace"}},
      {"flows", {"base", "wire", "trace", "sim", "oauth"}},
      {"scenario", {"base", "wire", "trace", "sim", "faults", "oauth", "flows"}},
      {"diagram", {"base", "wire", "trace"}},
      {"publish", {"base"}},
      {"replay", {"base", "wire", "trace", "oauth", "diagram"}},
      {"emit", {"base", "wire", "trace", "oauth", "diagram", "replay"}},
      {"teach", {"base", "wire", "trace", "sim", "faults", "oauth", "flows", "scenario", "diagram", "emit", "replay"}},
      {"cli",
       {"base", "wire", "trace", "sim", "faults", "oauth", "flows", "scenario", "diagram", "emit", "publish", "replay",
        "teach"}},
  };
  return all;
}

Breaches includes_only_allowed_rooms(const SourceFile& file) {
  const Room* own = find_room(rooms(), room_of(file.path));
  if (own == nullptr) return {file.path + " stands in no room"};
  Breaches breaches;
  for (const auto& line : lines_of(file.text)) {
    const auto included = included_by(line);
    if (included.empty()) continue;
    const bool quoted = included.front() == '"';
    const auto name = included.substr(1);
    const Room* room = find_room(rooms(), room_of("src/" + name));
    if (!quoted && room == nullptr) continue;
    if (!quoted || room == nullptr || name.find("..") != std::string::npos) {
      breaches.push_back(file.path + " includes " + name + ", which is not named in quotes by its room");
    } else if (!may_include(*own, room->name)) {
      breaches.push_back(file.path + " includes " + name + ", but " + own->name + " may not include " + room->name);
    }
  }
  return breaches;
}

Breaches names_boost_msm_only_behind_its_door(const SourceFile& file) {
  if (may_know_msm(file.path)) return {};
  Breaches breaches;
  for (const auto& line : lines_of(file.text)) {
    if (has_sign_of_msm(line)) breaches.push_back(file.path + " names Boost.MSM: " + line);
  }
  return breaches;
}

Breaches compiles_boost_msm_only_in_actors(const std::vector<SourceFile>& files) {
  const auto includes = includes_by_path(files);
  Breaches breaches;
  for (const auto& file : files) {
    if (!file.path.ends_with(".cpp") || may_know_msm(file.path)) continue;
    std::set<std::string> reached;
    reach(file.path, includes, reached);
    if (reached.contains(std::string(door_to_msm))) breaches.push_back(file.path + " compiles Boost.MSM");
  }
  return breaches;
}

Breaches opens_with_one_sentence(const SourceFile& file) {
  if (is_page_file(file.path) && !file.path.ends_with(".js")) return {};
  std::string opening;
  for (const auto& line : lines_of(file.text)) {
    if (!line.starts_with("// ")) break;
    opening += (opening.empty() ? "" : " ") + line.substr(3);
  }
  if (opening.empty()) return {file.path + " does not open with a sentence in a // comment"};
  if (!opening.ends_with('.')) return {file.path + " opens with something that ends in no full stop: " + opening};
  if (has_second_sentence(opening)) return {file.path + " opens with more than one sentence: " + opening};
  return {};
}

Breaches guards_its_header(const SourceFile& file) {
  if (!file.path.ends_with(".hpp")) return {};
  for (const auto& line : lines_of(file.text)) {
    if (line.empty() || line.starts_with("//")) continue;
    if (line == "#pragma once") return {};
    break;
  }
  return {file.path + " does not begin with #pragma once"};
}

Breaches is_short(const SourceFile& file) {
  const auto count = lines_of(file.text).size();
  if (count <= longest_file) return {};
  return {file.path + " has " + std::to_string(count) + " lines"};
}

Breaches has_a_known_extension(const SourceFile& file) {
  if (file.path.ends_with(".hpp") || file.path.ends_with(".cpp") || is_page_file(file.path)) return {};
  return {file.path + " is neither a .hpp nor a .cpp"};
}

std::vector<Room> rooms_in_build(std::string_view cmake) {
  std::vector<Room> built;
  for (const auto& line : lines_of(cmake)) {
    const auto arguments = after("add_room(", line);
    if (!arguments) continue;
    std::istringstream words{std::string(arguments->substr(0, arguments->find(')')))};
    Room room;
    words >> room.name;
    for (std::string used; words >> used;) {
      if (used == "USES") continue;
      room.includes.push_back(used);
      if (const Room* other = find_room(built, used)) std::ranges::copy(other->includes, back_inserter(room.includes));
    }
    std::ranges::sort(room.includes);
    const auto repeated = std::ranges::unique(room.includes);
    room.includes.erase(repeated.begin(), repeated.end());
    built.push_back(std::move(room));
  }
  return built;
}

}  // namespace flowsim::structure
