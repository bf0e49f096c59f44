// Lists and mappings of values are read here, and each rule is sent to its reader.
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "scenario/read_value.hpp"

namespace flowsim::scenario {

namespace {

std::string entry_of(std::string_view subject) { return fmt::format("an entry of {}", subject); }

/// Whether the node is a list or mapping of bearable length; adds a problem where it is not.
bool is_collection(const YamlNode& node, NodeKind kind, std::string_view subject, Problems& problems) {
  if (node.kind != kind) {
    add_wrong_kind(node, subject, kind == NodeKind::sequence ? "a list" : "a mapping", problems);
    return false;
  }
  if (node.items.size() <= most_items) return true;
  problems.add(node.items[most_items].offset,
               fmt::format("{} must have at most {} entries, not {}", subject, most_items, node.items.size()));
  return false;
}

std::optional<Value> read_texts(const TextsRule& rule, const YamlNode& node, std::string_view subject,
                                Problems& problems) {
  if (!is_collection(node, NodeKind::sequence, subject, problems)) return {};
  TextList texts;
  for (const auto& item : node.items)
    if (auto text = read_text(rule.item, item, entry_of(subject), problems)) texts.push_back(std::move(*text));
  return texts.size() == node.items.size() ? std::optional<Value>(std::move(texts)) : std::nullopt;
}

std::optional<Value> read_choices(const ChoicesRule& rule, const YamlNode& node, std::string_view subject,
                                  Problems& problems) {
  if (!is_collection(node, NodeKind::sequence, subject, problems)) return {};
  TextList names;
  for (const auto& item : node.items) {
    auto name = read_choice(rule.item, item, subject, problems);
    if (!name) continue;
    if (std::ranges::find(names, *name) == names.end())
      names.push_back(std::move(*name));
    else
      problems.add(item.offset, fmt::format("{} stands twice in {}", quoted(*name), subject), "remove one of the two");
  }
  return names.size() == node.items.size() ? std::optional<Value>(std::move(names)) : std::nullopt;
}

/// A key as a text under a rule, with the same care as a value.
std::optional<std::string> read_key(const TextRule& rule, const YamlKey& key, std::string_view subject,
                                    Problems& problems) {
  if (!is_usable_key(key, problems)) return {};
  YamlNode node;
  node.kind = NodeKind::scalar;
  node.style = key.style;
  node.offset = key.offset;
  node.text = key.text;
  return read_text(rule, node, subject, problems);
}

/// The value of a mapping's key, with its place moved to the key where the value is missing.
YamlNode value_of(const YamlNode& mapping, std::size_t index) {
  auto value = mapping.items[index];
  if (value.kind == NodeKind::null) value.offset = mapping.keys[index].offset;
  return value;
}

std::optional<Value> read_scopes(const ScopesRule& rule, const YamlNode& node, std::string_view subject,
                                 Problems& problems) {
  if (!is_collection(node, NodeKind::mapping, subject, problems)) return {};
  TextPairs scopes;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    auto name = read_key(rule.name, node.keys[i], fmt::format("a key of {}", subject), problems);
    auto consent = read_choice(rule.consent, value_of(node, i), quoted(node.keys[i].text), problems);
    if (name && consent) scopes.emplace_back(std::move(*name), std::move(*consent));
  }
  return scopes.size() == node.keys.size() ? std::optional<Value>(std::move(scopes)) : std::nullopt;
}

std::optional<std::pair<std::string, std::string>> read_parameter(const ParametersRule& rule, const YamlNode& node,
                                                                  std::string_view subject, Problems& problems) {
  if (node.kind != NodeKind::mapping || node.keys.size() != 1) {
    problems.add(node.offset, fmt::format("{} must be one name with its value", entry_of(subject)),
                 "write \"- name: value\"");
    return {};
  }
  auto name = read_key(rule.name, node.keys[0], fmt::format("a name in {}", subject), problems);
  auto value = read_text(rule.value, value_of(node, 0), quoted(node.keys[0].text), problems);
  if (!name || !value) return {};
  return std::pair{std::move(*name), std::move(*value)};
}

std::optional<Value> read_parameters(const ParametersRule& rule, const YamlNode& node, std::string_view subject,
                                     Problems& problems) {
  if (!is_collection(node, NodeKind::sequence, subject, problems)) return {};
  TextPairs parameters;
  for (const auto& item : node.items)
    if (auto parameter = read_parameter(rule, item, subject, problems)) parameters.push_back(std::move(*parameter));
  return parameters.size() == node.items.size() ? std::optional<Value>(std::move(parameters)) : std::nullopt;
}

std::optional<Value> read_states(const YamlNode& node, std::string_view subject, Problems& problems) {
  if (!is_collection(node, NodeKind::mapping, subject, problems)) return {};
  TextPairs states;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto& key = node.keys[i];
    if (!is_usable_key(key, problems)) continue;
    const auto names = state_names(key.text);
    if (names.empty()) {
      problems.add(key.offset, fmt::format("unknown actor {} in {}", quoted(key.text), subject),
                   hint_for_name(key.text, actor_names()));
      continue;
    }
    auto state = read_text(value_of(node, i), quoted(key.text), problems);
    if (!state) continue;
    if (std::ranges::find(names, *state) == names.end())
      problems.add(node.items[i].offset, fmt::format("{} has no state {}", key.text, quoted(*state)),
                   hint_for_name(*state, names));
    else
      states.emplace_back(key.text, std::move(*state));
  }
  return states.size() == node.keys.size() ? std::optional<Value>(std::move(states)) : std::nullopt;
}

/// One overload a rule, for `std::visit`.
struct Reader {
  const YamlNode& node;
  std::string_view subject;
  Problems& problems;

  std::optional<Value> operator()(const TextRule& rule) const { return read_text(rule, node, subject, problems); }
  std::optional<Value> operator()(const IntegerRule& rule) const { return read_integer(rule, node, subject, problems); }
  std::optional<Value> operator()(const BooleanRule&) const { return read_boolean(node, subject, problems); }
  std::optional<Value> operator()(const DurationRule& rule) const {
    return read_duration(rule, node, subject, problems);
  }
  std::optional<Value> operator()(const TimeRule&) const { return read_time(node, subject, problems); }
  std::optional<Value> operator()(const ChoiceRule& rule) const { return read_choice(rule, node, subject, problems); }
  std::optional<Value> operator()(const TextsRule& rule) const { return read_texts(rule, node, subject, problems); }
  std::optional<Value> operator()(const ChoicesRule& rule) const { return read_choices(rule, node, subject, problems); }
  std::optional<Value> operator()(const ScopesRule& rule) const { return read_scopes(rule, node, subject, problems); }
  std::optional<Value> operator()(const ParametersRule& rule) const {
    return read_parameters(rule, node, subject, problems);
  }
  std::optional<Value> operator()(const StatesRule&) const { return read_states(node, subject, problems); }
};

}  // namespace

std::optional<Value> read_value(const Rule& rule, const YamlNode& node, std::string_view subject, Problems& problems) {
  return std::visit(Reader{node, subject, problems}, rule);
}

}  // namespace flowsim::scenario
