// Each key's section is found by the places of the keys, and replaced as a whole or added to.
#include "scenario/rewrite.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "base/text.hpp"
#include "scenario/fault_text.hpp"
#include "scenario/fields.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::scenario {
namespace {

constexpr std::string_view checks_key = "disabled_checks", expect_key = "expect";

std::vector<std::string> texts_of(std::span<const FaultSpec> faults) {
  std::vector<std::string> texts;
  for (const auto& fault : faults) texts.push_back(fault_text(fault));
  return texts;
}

bool same_expectation(const Expectation& one, const Expectation& other) {
  return one.outcome == other.outcome && one.property == other.property && one.check == other.check &&
         one.error == other.error && one.status == other.status && one.last_interaction == other.last_interaction &&
         one.states == other.states;
}

bool says(const Scenario& scenario, const Scenario& wanted) {
  return texts_of(scenario.faults) == texts_of(wanted.faults) && scenario.disabled_checks == wanted.disabled_checks &&
         same_expectation(scenario.expect, wanted.expect) && scenario.title == wanted.title &&
         scenario.seed == wanted.seed;
}

std::string checks_section(const std::vector<std::string>& checks) {
  return checks.empty() ? "" : fmt::format("{}: [{}]\n", checks_key, join(checks, ", "));
}

std::string faults_section(std::span<const FaultSpec> faults) {
  std::string section = faults.empty() ? "" : std::string(faults_key) + ":\n";
  for (const auto& fault : faults) section += "  - " + fault_text(fault) + "\n";
  return section;
}

std::string expect_section(const Expectation& expect) {
  std::string section;
  const auto add = [&section](std::string_view key, std::string_view value) {
    section += fmt::format("  {}: {}\n", key, value);
  };
  if (expect.outcome) add("outcome", name_of(*expect.outcome));
  if (expect.property) add("property", *expect.property);
  if (expect.check) add("check", *expect.check);
  if (expect.error) add("error", yaml_text(*expect.error));
  if (expect.status) add("status", std::to_string(*expect.status));
  if (expect.last_interaction) add("last_interaction", std::to_string(*expect.last_interaction));
  std::string states;
  for (const auto& [actor, state] : expect.states)
    states += fmt::format("{}{}: {}", states.empty() ? "" : ", ", name_of(actor), state);
  if (!states.empty()) add("states", "{" + states + "}");
  return section.empty() ? "" : std::string(expect_key) + ":\n" + section;
}

/// A text and the places of its keys; each change makes a new one.
class Sections {
 public:
  static std::optional<Sections> of(std::string text) {
    Sections sections;
    sections.text_ = std::move(text);
    Problems problems(sections.text_);
    auto root = read_yaml_tree(problems);
    if (!root || !problems.empty() || root->kind != NodeKind::mapping) return {};
    if (root->offset < sections.text_.size() && sections.text_[root->offset] == '{') return {};
    sections.root_ = *std::move(root);
    return sections;
  }

  const std::string& text() const { return text_; }

  /// The value of a key, or null.
  const YamlNode* value(std::string_view key) const {
    const auto at = index_of(key);
    return at < root_.keys.size() ? &root_.items[at] : nullptr;
  }

  /// The text with another section for the key; a new one stands before `expect`, or at the end.
  std::string with(std::string_view key, const std::string& section) const {
    auto at = index_of(key);
    if (at < root_.keys.size()) {
      const auto begin = root_.keys[at].offset, end = end_of(at);
      return text_.substr(0, begin) + section + text_.substr(end);
    }
    if (section.empty()) return text_;
    at = key == expect_key ? root_.keys.size() : index_of(expect_key);
    if (at == root_.keys.size()) return with_at(end_of(at - 1), "\n" + section);
    return with_at(root_.keys[at].offset, section + "\n");
  }

  /// The text with more items behind a list of which each item has lines of its own; nothing where it is another list.
  std::optional<std::string> with_items(std::string_view key, std::span<const FaultSpec> items) const {
    const auto at = index_of(key);
    if (at == root_.keys.size() || root_.items[at].items.empty()) return {};
    const auto dash = root_.items[at].offset;
    if (dash >= text_.size() || text_[dash] != '-') return {};
    const auto line = text_.rfind('\n', dash) + 1;
    if (text_.find_first_not_of(' ', line) != dash) return {};
    std::string added;
    for (const auto& item : items) added += text_.substr(line, dash - line) + "- " + fault_text(item) + "\n";
    return with_at(end_of(at), added);
  }

 private:
  std::size_t index_of(std::string_view key) const {
    return static_cast<std::size_t>(std::ranges::find(root_.keys, key, &YamlKey::text) - root_.keys.begin());
  }

  /// Behind the last line of the key's value; the blank lines and comments before the next key are the next key's.
  std::size_t end_of(std::size_t at) const {
    auto end = at + 1 < root_.keys.size() ? root_.keys[at + 1].offset : text_.size();
    while (end > root_.keys[at].offset) {
      const auto line = end < 2 ? 0 : text_.rfind('\n', end - 2) + 1;
      const auto first = text_.find_first_not_of(" \n", line);
      const bool says_nothing =
          first >= end || text_[first] == '#' || std::string_view(text_).substr(line).starts_with("...");
      if (!says_nothing || line <= root_.keys[at].offset) break;
      end = line;
    }
    return end;
  }

  std::string with_at(std::size_t at, const std::string& added) const {
    const bool needs_line_end = at > 0 && text_[at - 1] != '\n';
    return text_.substr(0, at) + (needs_line_end ? "\n" : "") + added + text_.substr(at);
  }

  std::string text_;
  YamlNode root_;
};

/// The text with the section of one key changed; as it is where its keys are not to be found.
template <class Change>
std::string changed(const std::string& text, const Change& change) {
  const auto sections = Sections::of(text);
  return sections ? change(*sections) : text;
}

std::string with_faults(const Sections& sections, const Scenario& now, const Scenario& wanted) {
  const auto before = texts_of(now.faults), after = texts_of(wanted.faults);
  if (before.size() < after.size() && std::ranges::equal(before, std::span(after).first(before.size())))
    if (auto text = sections.with_items(faults_key, std::span(wanted.faults).subspan(before.size()))) return *text;
  return sections.with(faults_key, faults_section(wanted.faults));
}

constexpr std::string_view windows_line_end = "\r\n", line_end = "\n";

std::string with_each(std::string_view text, std::string_view sought, std::string_view other) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = text.find(sought, at);
    result += text.substr(at, next - at);
    if (next == std::string_view::npos) break;
    result += other;
    at = next + sought.size();
  }
  return result;
}

/// The text with the sections changed in which it differs from what is wanted.
std::string rewritten(std::string text, const Scenario& now, const Scenario& wanted) {
  if (now.disabled_checks != wanted.disabled_checks)
    text =
        changed(text, [&](const Sections& at) { return at.with(checks_key, checks_section(wanted.disabled_checks)); });
  if (texts_of(now.faults) != texts_of(wanted.faults))
    text = changed(text, [&](const Sections& at) { return with_faults(at, now, wanted); });
  if (!same_expectation(now.expect, wanted.expect))
    text = changed(text, [&](const Sections& at) { return at.with(expect_key, expect_section(wanted.expect)); });
  return text;
}

}  // namespace

std::string_view line_end_of(std::string_view text) {
  std::size_t lines = 0, windows = 0;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++lines;
    if (at > 0 && text[at - 1] == '\r') ++windows;
  }
  return lines > 0 && lines == windows ? windows_line_end : line_end;
}

std::variant<std::string, CannotRewrite> rewrite_scenario(std::string_view original, const Scenario& wanted) {
  Diagnostics problems;
  const auto now = read_scenario(original, wanted.file, problems);
  if (!now) return CannotRewrite{"the scenario's text is not valid any more", "start again with the file as it is"};
  const auto end = line_end_of(original);
  auto text = rewritten(with_each(original, end, line_end), *now, wanted);
  const auto result = read_scenario(text, wanted.file, problems);
  if (!result && !problems.empty()) return CannotRewrite{problems.front().message, problems.front().hint};
  if (result && says(*result, wanted)) return with_each(text, line_end, end);
  return CannotRewrite{"the scenario is written in a way that cannot be changed line by line",
                       "write each key at the start of a line of its own"};
}

}  // namespace flowsim::scenario
