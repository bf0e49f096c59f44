// A small strict YAML tree with positions: what is left of YAML when everything surprising is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/problems.hpp"

namespace flowsim::scenario {

/// How a scalar is written. Only a plain one can be a number, a boolean or null.
enum class ScalarStyle : std::uint8_t { plain, quoted, block };

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

/// A key of a mapping: always a scalar.
struct YamlKey {
  std::string text;
  ScalarStyle style = ScalarStyle::plain;
  std::size_t offset = 0;
};

/// One node.
struct YamlNode {
  NodeKind kind = NodeKind::null;
  ScalarStyle style = ScalarStyle::plain;
  std::size_t offset = 0;       ///< where it starts, in bytes from the start of the text
  std::string text;             ///< of a scalar, with escapes resolved
  std::vector<YamlKey> keys;    ///< of a mapping, in the order of the file; no key twice
  std::vector<YamlNode> items;  ///< of a sequence; of a mapping, the value of the key at the same place
};

/// The bounds of a text that is read at all.
inline constexpr std::size_t most_bytes = 1024 * 1024;
inline constexpr int most_nodes = 10'000;
inline constexpr int deepest_nesting = 32;

/// Reads the text of `problems`. Duplicate keys, keys that are no scalars, anchors, aliases, tags and further documents
/// are problems, and what else the text holds is read on. A text that passes a bound, is not UTF-8, holds control
/// characters, is empty or breaks YAML's grammar is one problem, and there is no tree.
std::optional<YamlNode> read_yaml_tree(Problems& problems);

}  // namespace flowsim::scenario
