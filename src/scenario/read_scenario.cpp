// From text to scenario: the tree is walked along the table of fields, and every problem is kept until the end.
#include <fmt/core.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "scenario/combinations.hpp"
#include "scenario/fields.hpp"
#include "scenario/problems.hpp"
#include "scenario/read_faults.hpp"
#include "scenario/read_value.hpp"
#include "scenario/scenario.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::scenario {

namespace {

class ScenarioReader {
 public:
  ScenarioReader(Scenario& scenario, Problems& problems) : scenario_(scenario), problems_(problems) {}

  void read(const YamlNode& root);

 private:
  void read_entries(std::string_view block, const YamlNode& mapping);
  void read_entry(std::string_view block, const YamlKey& key, const YamlNode& value);
  void read_field(const Field& field, const YamlKey& key, const YamlNode& value);
  void read_block(const Block& block, const YamlKey& key, const YamlNode& value);
  void read_fault_list(const YamlKey& key, const YamlNode& value);
  void add_unknown_key(std::string_view block, const YamlKey& key);
  void add_missing_keys(const YamlNode& root);

  Scenario& scenario_;
  Problems& problems_;
  Places places_;
};

/// The block of that name, or null.
const Block* block_named(std::string_view name) {
  const auto found = std::ranges::find(blocks(), name, &Block::name);
  return found == blocks().end() ? nullptr : &*found;
}

/// `"title" has no value` belongs at the key: the parser finds a missing value only where the next token stands.
bool is_missing(const YamlKey& key, const YamlNode& value, std::string_view subject, Problems& problems) {
  if (value.kind != NodeKind::null) return false;
  problems.add(key.offset, fmt::format("{} has no value", subject), "give it a value, or remove the key");
  return true;
}

void ScenarioReader::read(const YamlNode& root) {
  if (root.kind != NodeKind::mapping)
    return problems_.add(root.offset,
                         fmt::format("a scenario must be a mapping of keys to values, not {}", described(root)),
                         "start with \"title: …\"");
  read_entries({}, root);
  add_missing_keys(root);
  check_combinations(scenario_, places_, problems_);
}

void ScenarioReader::read_entries(std::string_view block, const YamlNode& mapping) {
  for (std::size_t i = 0; i < mapping.keys.size(); ++i) read_entry(block, mapping.keys[i], mapping.items[i]);
}

void ScenarioReader::read_entry(std::string_view block, const YamlKey& key, const YamlNode& value) {
  if (!is_usable_key(key, problems_)) return;
  if (block.empty() && key.text == faults_key) return read_fault_list(key, value);
  if (const auto* field = field_named(block, key.text)) return read_field(*field, key, value);
  const auto* inner = block.empty() ? block_named(key.text) : nullptr;
  if (inner != nullptr) return read_block(*inner, key, value);
  add_unknown_key(block, key);
}

void ScenarioReader::read_field(const Field& field, const YamlKey& key, const YamlNode& value) {
  const auto path = path_of(field);
  const auto subject = quoted(path);
  if (is_missing(key, value, subject, problems_)) return;
  const auto read = read_value(field.rule, value, subject, problems_);
  if (!read) return;
  field.set(scenario_, *read);
  places_.emplace(path, value.offset);
}

void ScenarioReader::read_block(const Block& block, const YamlKey& key, const YamlNode& value) {
  const auto subject = quoted(block.name);
  if (is_missing(key, value, subject, problems_)) return;
  if (value.kind == NodeKind::mapping) return read_entries(block.name, value);
  add_wrong_kind(value, subject, "a mapping of keys to values", problems_);
}

void ScenarioReader::read_fault_list(const YamlKey& key, const YamlNode& value) {
  if (!is_missing(key, value, quoted(faults_key), problems_)) scenario_.faults = read_faults(value, problems_);
}

void ScenarioReader::add_unknown_key(std::string_view block, const YamlKey& key) {
  const bool at_top = block.empty();
  const auto elsewhere = std::ranges::find(fields(), key.text, &Field::name);
  auto hint = hint_for_name(key.text, keys_of(block));
  if (elsewhere != fields().end() && !hint.starts_with("did"))
    hint = elsewhere->block.empty() ? fmt::format("it stands at the top of the file, not in {}", quoted(block))
                                    : fmt::format("it stands in the block {}", quoted(elsewhere->block));
  problems_.add(key.offset,
                at_top ? fmt::format("unknown key {}", quoted(key.text))
                       : fmt::format("unknown key {} in {}", quoted(key.text), quoted(block)),
                std::move(hint));
}

void ScenarioReader::add_missing_keys(const YamlNode& root) {
  for (const auto& field : fields()) {
    if (!field.required || std::ranges::find(root.keys, field.name, &YamlKey::text) != root.keys.end()) continue;
    problems_.add(root.offset, fmt::format("{} is missing", quoted(field.name)),
                  fmt::format("add \"{}: …\": {}", field.name, field.description));
  }
}

std::optional<Scenario> read(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  Problems problems(text);
  Scenario scenario;
  scenario.file = file;
  if (const auto root = read_yaml_tree(problems)) ScenarioReader(scenario, problems).read(*root);
  if (problems.empty()) return scenario;
  problems.report(file, diagnostics);
  return {};
}

}  // namespace

std::optional<Scenario> read_scenario(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  try {
    return read(text, file, diagnostics);
  } catch (const std::exception& exception) {
    diagnostics.push_back({file, {}, std::string("the file cannot be read: ") + exception.what(), {}});
    return {};
  }
}

}  // namespace flowsim::scenario
