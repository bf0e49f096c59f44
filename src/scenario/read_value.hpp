// Turns one node of a scenario file into a value, or says why it cannot be one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scenario/problems.hpp"
#include "scenario/rules.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::scenario {

/// The node's value under the rule. `subject` is what messages call it: `"client.scope"`, `an entry of "references"`.
/// Nothing where at least one problem was added, or the node was refused before.
std::optional<Value> read_value(const Rule& rule, const YamlNode& node, std::string_view subject, Problems& problems);

/// The text of a scalar that is meant to be one, whatever it says; nothing, with a problem, for anything else.
std::optional<std::string> read_text(const YamlNode& node, std::string_view subject, Problems& problems);

/// As `read_text`, held against the rule's form and bounds.
std::optional<std::string> read_text(const TextRule& rule, const YamlNode& node, std::string_view subject,
                                     Problems& problems);

std::optional<std::int64_t> read_integer(const IntegerRule& rule, const YamlNode& node, std::string_view subject,
                                         Problems& problems);
/// Only `true` and `false` without quotes.
std::optional<bool> read_boolean(const YamlNode& node, std::string_view subject, Problems& problems);
std::optional<Duration> read_duration(const DurationRule& rule, const YamlNode& node, std::string_view subject,
                                      Problems& problems);
std::optional<Instant> read_time(const YamlNode& node, std::string_view subject, Problems& problems);

/// A name from a closed list; the problem's hint says the nearest one.
std::optional<std::string> read_choice(const ChoiceRule& rule, const YamlNode& node, std::string_view subject,
                                       Problems& problems);

/// Whether the key is a usable one: no word that YAML 1.1 tools read as a boolean. Adds a problem where it is not.
bool is_usable_key(const YamlKey& key, Problems& problems);

/// `did you mean "state_matches"?`, or the whole list where nothing is near and the list is short; else nothing.
std::string hint_for_name(std::string_view word, std::span<const std::string_view> names);

/// `a list`, `the number 5`: what a message calls the node.
std::string described(const YamlNode& node);

/// Adds the problem of a node of the wrong kind: `"title" must be a text, not a list`. Silent for refused nodes.
void add_wrong_kind(const YamlNode& node, std::string_view subject, std::string_view wanted, Problems& problems);

}  // namespace flowsim::scenario
