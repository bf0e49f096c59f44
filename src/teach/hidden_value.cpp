// Finds the bytes of a scalar in the text it was read from.
#include "teach/hidden_value.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "scenario/plain_scalar.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::teach {
namespace {

/// How many bytes the scalar takes in the text; nothing where it goes over several lines.
std::optional<std::size_t> length_in(std::string_view text, const YamlNode& node) {
  if (node.kind != NodeKind::scalar || node.style == ScalarStyle::block) return {};
  if (node.style == ScalarStyle::plain)
    return text.substr(node.offset, node.text.size()) == node.text ? std::optional(node.text.size()) : std::nullopt;
  const char quote = text[node.offset];
  for (auto at = node.offset + 1; at < text.size() && text[at] != '\n'; ++at) {
    if (quote == '"' && text[at] == '\\')
      ++at;
    else if (text[at] == quote && quote == '\'' && at + 1 < text.size() && text[at + 1] == quote)
      ++at;
    else if (text[at] == quote)
      return at + 1 - node.offset;
  }
  return {};
}

void add_paths(std::string_view text, const YamlNode& node, const std::string& path, std::vector<std::string>& paths) {
  if (length_in(text, node)) paths.push_back(path);
  for (std::size_t at = 0; at < node.items.size(); ++at) {
    const auto step = node.kind == NodeKind::mapping ? node.keys[at].text : fmt::format("{}", at + 1);
    add_paths(text, node.items[at], path.empty() ? step : path + "." + step, paths);
  }
}

/// The node that a path leads to, or null. A list's items count from 1.
const YamlNode* follow(const YamlNode& root, std::string_view path) {
  const auto* node = &root;
  for (const auto step : split_words(path, '.')) {
    std::size_t at = node->items.size();
    if (node->kind == NodeKind::mapping)
      at = static_cast<std::size_t>(std::ranges::find(node->keys, step, &YamlKey::text) - node->keys.begin());
    else if (const auto place = decimal_integer(step); node->kind == NodeKind::sequence && place && *place > 0)
      at = static_cast<std::size_t>(*place - 1);
    if (at >= node->items.size()) return nullptr;
    node = &node->items[at];
  }
  return node;
}

/// Where the line's comment begins; its length where it has none. `quote` is the one that is open, or 0.
std::size_t begin_of_comment(std::string_view line, char& quote) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char letter = line[at];
    const bool begins_word = at == 0 || std::string_view(" \t[{,:").find(line[at - 1]) != std::string_view::npos;
    if (quote == '"' && letter == '\\')
      ++at;
    else if (quote != 0)
      quote = letter == quote ? '\0' : quote;
    else if (begins_word && (letter == '"' || letter == '\''))
      quote = letter;
    else if (begins_word && letter == '#')
      return at;
  }
  return line.size();
}

bool is_number_or_boolean(std::string_view answer) {
  return answer == "true" || answer == "false" || decimal_integer(answer).has_value();
}

}  // namespace

SourcePosition HiddenValue::position() const {
  const auto text = with_blank();
  Problems problems(text);
  problems.add(before_.size(), {});
  Diagnostics diagnostics;
  problems.report({}, diagnostics);
  return diagnostics.front().position;
}

std::string HiddenValue::with(std::string_view answer) const {
  if (is_number_or_boolean(answer)) return before_ + std::string(answer) + after_;
  std::string spelt = "\"";
  for (const char letter : answer) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\')
      (spelt += '\\') += letter;
    else if (byte < 0x20 || byte == 0x7F)
      spelt += fmt::format("\\x{:02x}", byte);
    else
      spelt += letter;
  }
  return before_ + spelt + "\"" + after_;
}

std::string without_comments(std::string_view text) {
  std::string kept;
  char quote = 0;
  for (const auto line : split_words(text, '\n')) {
    const auto begin = begin_of_comment(line, quote);
    const auto end = line.substr(0, begin).find_last_not_of(" \t\r");
    const bool held_nothing_else = begin < line.size() && end == std::string_view::npos;
    if (!held_nothing_else) kept.append(line.substr(0, end + 1)) += '\n';
  }
  return kept;
}

std::vector<std::string> paths_to_hide(std::string_view text) {
  Problems problems(text);
  std::vector<std::string> paths;
  if (const auto root = read_yaml_tree(problems)) add_paths(text, *root, {}, paths);
  return paths;
}

std::variant<HiddenValue, CannotHide> hide_value(std::string_view text, std::string_view path) {
  Problems problems(text);
  const auto root = read_yaml_tree(problems);
  const auto* node = root ? follow(*root, path) : nullptr;
  if (node == nullptr) {
    const auto all = paths_to_hide(text);
    const std::vector<std::string_view> names(all.begin(), all.end());
    const auto near = nearest_name(path, names);
    return CannotHide{fmt::format("the scenario gives no value for '{}'", path),
                      near ? fmt::format("did you mean '{}'?", *near) : "it gives " + join(all, ", ")};
  }
  const auto length = length_in(text, *node);
  if (!length)
    return CannotHide{fmt::format("'{}' is not a single value on one line", path),
                      "name a value below it: " + join(paths_to_hide(text), ", ")};
  return HiddenValue{std::string(text.substr(0, node->offset)), node->text,
                     std::string(text.substr(node->offset + *length))};
}

}  // namespace flowsim::teach
