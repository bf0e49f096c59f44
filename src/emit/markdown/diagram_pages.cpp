// Pictures are loaded as they come into sight, because a folder may have hundreds of them.
#include "emit/markdown/diagram_pages.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "emit/escape.hpp"

namespace flowsim::emit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view top_introduction =
    "<!-- Written by `flowsim diagrams`; `flowsim diagrams --check` compares. -->\n"
    "# Diagrams\n"
    "\n"
    "Every sequence diagram shows a run of its scenario, and every state diagram the table of an actor: nothing is\n"
    "drawn that was not executed. The Implicit flow is legacy; new applications use Authorization Code with PKCE\n"
    "(RFC 9700 §2.1.2).\n";

std::string folder_of(std::string_view name) { return fs::path(name).parent_path().generic_string(); }

std::string index_page_of(const std::string& folder) { return folder.empty() ? "index.md" : folder + "/index.md"; }

/// The way from a folder to a path, both below the folder of diagrams.
std::string way_to(const std::string& folder, const std::string& path) {
  return fs::path(path).lexically_relative(folder.empty() ? "." : folder).generic_string();
}

const DrawnFile* picture_of(const DrawnSubject& subject) {
  const auto found = std::ranges::find_if(subject.files, &DrawnFile::is_picture);
  return found == subject.files.end() ? nullptr : &*found;
}

/// A name for a place in a page, made of letters, digits, `-` and `_`; every other character becomes a `-`.
std::string anchor_of(const DrawnSubject& subject) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  std::string anchor;
  for (const char character : fs::path(subject.name).filename().string())
    anchor += plain.find(character) != std::string_view::npos ? character : '-';
  return anchor;
}

/// A link to the subject's scenario with these words; the words alone where the pages do not link there.
std::string scenario_link(const DrawnSubject& subject, const std::string& words, const std::string& folder,
                          const std::string& to_scenarios) {
  if (to_scenarios.empty()) return words;
  const auto target = fs::path(to_scenarios) / subject.scenario;
  // Both ways begin at the folder of diagrams, so the one may climb above it.
  std::string up;
  for (const auto& part : fs::path(folder)) up += part.empty() ? "" : "../";
  return fmt::format("[{}]({})", words, link_target(up + target.generic_string()));
}

std::string links_of(const DrawnSubject& subject, const std::string& folder, const std::string& to_scenarios) {
  std::string links;
  for (const auto& file : subject.files)
    links += fmt::format("{}[{}]({})", links.empty() ? "" : " · ", file.label, link_target(way_to(folder, file.path)));
  if (subject.scenario.empty()) return links;
  return links + " · " + scenario_link(subject, "scenario " + escape_markdown(subject.scenario), folder, to_scenarios);
}

std::string section_of(const DrawnSubject& subject, const std::string& folder, const std::string& to_scenarios) {
  // The anchor stands behind the title, which could otherwise end in the marks that close a heading.
  auto text = fmt::format("\n## {} <a id=\"{}\"></a>\n\n", escape_markdown(subject.title), anchor_of(subject));
  if (!subject.teaches.empty()) text += fmt::format("Teaches: {}\n\n", escape_markdown(subject.teaches));
  if (!subject.ending.empty())
    text += fmt::format("Ends with `{}`. {}\n\n", subject.ending, escape_markdown(subject.explanation));
  if (const auto* picture = picture_of(subject))
    text += fmt::format("<img loading=\"lazy\" alt=\"{}\" src=\"{}\">\n\n", escape_svg(subject.description),
                        link_target(way_to(folder, picture->path)));
  return text + links_of(subject, folder, to_scenarios) + "\n";
}

using Group = std::vector<const DrawnSubject*>;

/// `26 scenarios`, `5 state machines`.
std::string count_of(const Group& group) {
  const auto* what = group.front()->ending.empty() ? "state machine" : "scenario";
  return fmt::format("{} {}{}", group.size(), what, group.size() == 1 ? "" : "s");
}

/// `resource_refused` 12, `compromised` 3: the most frequent first.
std::string endings_of(const Group& group) {
  std::map<std::string, int> counts;
  for (const auto* subject : group)
    if (!subject->ending.empty()) ++counts[subject->ending];
  std::vector<std::pair<std::string, int>> rows(counts.begin(), counts.end());
  std::ranges::stable_sort(rows, std::ranges::greater{}, &std::pair<std::string, int>::second);
  std::string text;
  for (const auto& [ending, count] : rows) text += fmt::format("{}`{}` {}", text.empty() ? "" : ", ", ending, count);
  return text;
}

bool is_drawn(const DrawnSubject* subject) { return !subject->files.empty(); }

/// What a reader chooses from: what is shown below, then what a command draws.
std::string contents_of(const Group& group, const std::string& folder, const std::string& to_scenarios) {
  std::string drawn, others;
  for (const auto* subject : group) {
    const auto title = escape_markdown(subject->title);
    if (is_drawn(subject))
      drawn += fmt::format("| [{}](#{}) | `{}` |\n", title, anchor_of(*subject), subject->ending);
    else
      others += fmt::format("| {} | `{}` | {} |\n", scenario_link(*subject, title, folder, to_scenarios),
                            subject->ending, markdown_code(subject->command));
  }
  std::string text;
  if (!drawn.empty()) text += "\n| scenario | ends with |\n| --- | --- |\n" + drawn;
  if (!others.empty()) text += "\n| more scenarios | ends with | drawn by |\n| --- | --- | --- |\n" + others;
  return text;
}

std::string folder_page(const std::string& folder, const Group& group, const std::string& to_scenarios) {
  auto text = fmt::format("<!-- Written by `flowsim diagrams`; `flowsim diagrams --check` compares. -->\n# {}\n\n",
                          escape_markdown(folder));
  text += fmt::format("[All diagrams]({}) · {}\n", way_to(folder, "index.md"), count_of(group));
  if (!group.front()->ending.empty()) text += contents_of(group, folder, to_scenarios);
  for (const auto* subject : group)
    if (is_drawn(subject)) text += section_of(*subject, folder, to_scenarios);
  return text;
}

std::string top_page(const std::map<std::string, Group>& groups, const std::string& to_scenarios) {
  std::string text(top_introduction);
  text += "\n| folder | holds | ends with |\n| --- | --- | --- |\n";
  for (const auto& [folder, group] : groups)
    if (!folder.empty())
      text += fmt::format("| [{}]({}) | {} | {} |\n", escape_markdown(folder), link_target(index_page_of(folder)),
                          count_of(group), endings_of(group));
  const auto here = groups.find("");
  if (here == groups.end()) return text;
  if (!std::ranges::all_of(here->second, is_drawn)) text += contents_of(here->second, "", to_scenarios);
  for (const auto* subject : here->second)
    if (is_drawn(subject)) text += section_of(*subject, "", to_scenarios);
  return text;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> diagram_pages(std::span<const DrawnSubject> subjects,
                                                               const std::string& to_scenarios) {
  std::map<std::string, Group> groups;
  for (const auto& subject : subjects) groups[folder_of(subject.name)].push_back(&subject);
  std::vector<std::pair<std::string, std::string>> pages{{"index.md", top_page(groups, to_scenarios)}};
  for (const auto& [folder, group] : groups)
    if (!folder.empty()) pages.emplace_back(index_page_of(folder), folder_page(folder, group, to_scenarios));
  return pages;
}

std::vector<std::string> diagram_page_paths(std::span<const std::string> names) {
  std::set<std::string> paths{"index.md"};
  for (const auto& name : names) paths.insert(index_page_of(folder_of(name)));
  return {paths.begin(), paths.end()};
}

}  // namespace flowsim::emit
