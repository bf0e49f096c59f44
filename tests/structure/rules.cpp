// Each rule as a function of a file's path and text.
#include "structure/rules.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace flowsim::structure {
namespace {

constexpr std::size_t longest_file = 400;
constexpr std::string_view machine_header = "src/sim/machine.hpp";
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

/// The module of a path below `src/`; empty for other paths.
std::string module_of(std::string_view path) {
  const auto below_src = after("src/", path).value_or("");
  const auto end = below_src.find('/');
  return std::string(end == std::string_view::npos ? "" : below_src.substr(0, end));
}

const Module* find_module(const std::vector<Module>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &Module::name);
  return found == all.end() ? nullptr : &*found;
}

bool may_include(const Module& from, std::string_view to) {
  return to == from.name || std::ranges::find(from.includes, to) != from.includes.end();
}

bool may_know_msm(std::string_view path) {
  if (path == machine_header || path == "src/sim/machine.cpp") return true;
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

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<std::string> between_backticks(std::string_view line) {
  std::vector<std::string> names;
  for (auto at = line.find('`'); at != std::string_view::npos; at = line.find('`')) {
    line.remove_prefix(at + 1);
    names.emplace_back(line.substr(0, line.find('`')));
    line.remove_prefix(names.back().size() + 1);
  }
  return names;
}

/// The words behind a keyword of a CMake call, up to the next keyword or its end.
std::vector<std::string> words_behind(std::string_view keyword, std::string_view cmake) {
  std::vector<std::string> words;
  bool there = false;
  std::istringstream in{std::string(cmake.substr(std::min(cmake.find("add_module("), cmake.size())))};
  for (std::string word; in >> word;) {
    const bool last = word.ends_with(')');
    if (last) word.pop_back();
    const bool is_keyword = std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (is_keyword) there = word == keyword;
    if (there && !is_keyword) words.push_back(word);
    if (last) break;
  }
  return words;
}

/// A template, a style sheet or a script of the pages that the program writes.
bool is_page_file(std::string_view path) {
  return path.starts_with("src/emit/html/page/") &&
         (path.ends_with(".html") || path.ends_with(".css") || path.ends_with(".js"));
}

}  // namespace

Violations includes_only_allowed_modules(const SourceFile& file, const std::vector<Module>& modules) {
  const Module* own = find_module(modules, module_of(file.path));
  if (own == nullptr) return {file.path + " belongs to no module"};
  Violations violations;
  for (const auto& line : lines_of(file.text)) {
    const auto included = included_by(line);
    if (included.empty()) continue;
    const bool quoted = included.front() == '"';
    const auto name = included.substr(1);
    const Module* module = find_module(modules, module_of("src/" + name));
    if (!quoted && module == nullptr) continue;
    if (!quoted || module == nullptr || name.find("..") != std::string::npos) {
      violations.push_back(file.path + " includes " + name + ", which is not named in quotes by its module");
    } else if (!may_include(*own, module->name)) {
      violations.push_back(file.path + " includes " + name + ", but " + own->name + " may not include " + module->name);
    }
  }
  return violations;
}

Violations names_boost_msm_only_in_the_machine_and_actors(const SourceFile& file) {
  if (may_know_msm(file.path)) return {};
  Violations violations;
  for (const auto& line : lines_of(file.text)) {
    if (has_sign_of_msm(line)) violations.push_back(file.path + " names Boost.MSM: " + line);
  }
  return violations;
}

Violations compiles_boost_msm_only_in_actors(const std::vector<SourceFile>& files) {
  const auto includes = includes_by_path(files);
  Violations violations;
  for (const auto& file : files) {
    if (!file.path.ends_with(".cpp") || may_know_msm(file.path)) continue;
    std::set<std::string> reached;
    reach(file.path, includes, reached);
    if (reached.contains(std::string(machine_header))) violations.push_back(file.path + " compiles Boost.MSM");
  }
  return violations;
}

Violations opens_with_one_sentence(const SourceFile& file) {
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

Violations guards_its_header(const SourceFile& file) {
  if (!file.path.ends_with(".hpp")) return {};
  for (const auto& line : lines_of(file.text)) {
    if (line.empty() || line.starts_with("//")) continue;
    if (line == "#pragma once") return {};
    break;
  }
  return {file.path + " does not begin with #pragma once"};
}

Violations is_short(const SourceFile& file) {
  const auto count = lines_of(file.text).size();
  if (count <= longest_file) return {};
  return {file.path + " has " + std::to_string(count) + " lines"};
}

Violations has_a_known_extension(const SourceFile& file) {
  const auto name = file.path.substr(file.path.rfind('/') + 1);
  const bool is_sentence_file = file.path.starts_with("src/words/") && name.ends_with(".yaml");
  if (name.ends_with(".hpp") || name.ends_with(".cpp") || name == "CMakeLists.txt") return {};
  if (is_page_file(file.path) || is_sentence_file) return {};
  return {file.path + " is neither a .hpp nor a .cpp"};
}

Violations includes_cli11_once(const std::vector<SourceFile>& files) {
  Violations including;
  for (const auto& file : files)
    for (const auto& line : lines_of(file.text))
      if (included_by(line).starts_with("<CLI/")) including.push_back(file.path + " includes CLI11");
  if (including.size() == 1) return {};
  return including.empty() ? Violations{"no file includes CLI11"} : including;
}

std::vector<Module> modules_in_page(std::string_view page) {
  std::vector<Module> modules;
  bool there = false;
  for (const auto& line : lines_of(page)) {
    if (line.starts_with('#')) there = line.ends_with("Dependency rule");
    if (!there || !line.starts_with("| `")) continue;
    const auto names = between_backticks(line);
    modules.push_back({names.front(), sorted({names.begin() + 1, names.end()})});
  }
  return modules;
}

std::vector<Module> modules_in_build(const std::vector<SourceFile>& files, const std::vector<Module>& order) {
  std::vector<Module> built;
  for (const auto& [name, includes] : order) {
    const auto file = std::ranges::find(files, "src/" + name + "/CMakeLists.txt", &SourceFile::path);
    if (file == files.end()) continue;
    Module module{name, {}};
    for (const auto& used : words_behind("USES", file->text)) {
      module.includes.push_back(used);
      if (const auto* other = find_module(built, used))
        std::ranges::copy(other->includes, back_inserter(module.includes));
    }
    module.includes = sorted(std::move(module.includes));
    built.push_back(std::move(module));
  }
  return built;
}

std::vector<Module> modules_in_namespaces(std::string_view header) {
  std::vector<Module> modules;
  for (const auto& line : lines_of(header)) {
    if (const auto opened = after("namespace ", line); opened && !opened->starts_with("flowsim"))
      modules.push_back({std::string(opened->substr(0, opened->find(' '))), {}});
    if (const auto seen = after("using namespace ", line))
      modules.back().includes.emplace_back(seen->substr(0, seen->find(';')));
  }
  for (auto& module : modules) module.includes = sorted(std::move(module.includes));
  return modules;
}

}  // namespace flowsim::structure
