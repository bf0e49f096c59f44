// The one table of a scenario file's keys: the reader reads by it, and the schema is printed from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/rules.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::scenario {

/// One key.
struct Field {
  std::string_view block;  ///< the block it stands in; empty at the top of the file
  std::string_view name;
  std::string_view description;  ///< one sentence without a full stop
  Rule rule;
  void (*set)(Scenario& scenario, const Value& value);    ///< the value must have been read by the rule
  std::optional<Value> (*get)(const Scenario& scenario);  ///< nothing where the key would have to be absent
  bool required = false;
};

/// A key whose value is a mapping of fields.
struct Block {
  std::string_view name;
  std::string_view description;  ///< one sentence without a full stop
};

/// The key of the list of faults, which is no block: its items are held against the fault table.
inline constexpr std::string_view faults_key = "faults";

/// The blocks, in the order in which people should write them.
std::span<const Block> blocks();

/// Every field: those at the top first, then block by block.
std::span<const Field> fields();

/// The field of that name in that block, or null.
const Field* field_named(std::string_view block, std::string_view name);

/// The keys that may stand in that block, in the table's order; at the top also the blocks' names.
std::vector<std::string_view> keys_of(std::string_view block);

/// `client.scope`, or `title` at the top.
std::string path_of(const Field& field);

/// The rows of the four actors' blocks.
std::vector<Field> actor_fields();

}  // namespace flowsim::scenario
