// The schema is JSON, is the table, and is what docs/ shows.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "scenario/fields.hpp"
#include "scenario/scenario.hpp"
#include "support/golden.hpp"

namespace flowsim::scenario {
namespace {

namespace json = boost::json;

const json::object& schema() {
  static const auto value = json::parse(scenario_schema());
  return value.as_object();
}

std::string text(const json::value& value) { return std::string(value.as_string()); }

/// The schema of each field by its path.
std::map<std::string, json::object> field_schemas() {
  std::map<std::string, json::object> found;
  for (const auto& [name, property] : schema().at("properties").as_object()) {
    const auto* inner = property.as_object().if_contains("properties");
    if (inner == nullptr)
      found.emplace(std::string(name), property.as_object());
    else
      for (const auto& [inner_name, field] : inner->as_object())
        found.emplace(std::string(name) + "." + std::string(inner_name), field.as_object());
  }
  return found;
}

TEST(Schema, IsOfTheDialectItNames) {
  EXPECT_EQ(text(schema().at("$schema")), "https://json-schema.org/draft/2020-12/schema");
  EXPECT_FALSE(schema().contains("$id"));
}

TEST(Schema, NamesExactlyTheFieldsOfTheTable) {
  std::set<std::string> in_table, in_schema;
  for (const auto& field : fields()) in_table.insert(path_of(field));
  in_table.insert(std::string(faults_key));
  for (const auto& [path, unused] : field_schemas()) in_schema.insert(path);
  EXPECT_EQ(in_schema, in_table);
}

TEST(Schema, RefusesOtherKeysAtTheTopAndInEveryBlock) {
  EXPECT_EQ(schema().at("additionalProperties"), json::value(false));
  for (const auto& block : blocks()) {
    const auto& properties = schema().at("properties").as_object();
    EXPECT_EQ(properties.at(block.name).as_object().at("additionalProperties"), json::value(false)) << block.name;
  }
}

TEST(Schema, RequiresOnlyTheTitle) { EXPECT_EQ(schema().at("required"), json::value(json::array{"title"})); }

TEST(Schema, DescribesEveryFieldInASentence) {
  for (const auto& [path, field] : field_schemas()) {
    const auto description = text(field.at("description"));
    EXPECT_GT(description.size(), 15u) << path;
    EXPECT_TRUE(description.ends_with('.') && !description.ends_with("..")) << path;
  }
}

TEST(Schema, HasPatternsThatItsDefaultsMatch) {
  int matched = 0;
  for (const auto& [path, field] : field_schemas()) {
    if (!field.contains("pattern") || !field.contains("default")) continue;
    const auto pattern = text(field.at("pattern"));
    if (pattern.find("\\u") != std::string::npos) continue;  // std::regex knows no code points
    EXPECT_TRUE(std::regex_match(text(field.at("default")), std::regex(pattern))) << path;
    ++matched;
  }
  EXPECT_GT(matched, 25);
}

TEST(Schema, ShowsBoundsAndNames) {
  const auto fields_by_path = field_schemas();
  EXPECT_EQ(fields_by_path.at("user.mistypes").at("maximum"), json::value(20));
  EXPECT_EQ(fields_by_path.at("okta.profile").at("enum"), json::value(json::array{"okta", "rfc6749", "hardened"}));
  EXPECT_EQ(fields_by_path.at("latency").at("default"), json::value("40ms"));
  EXPECT_EQ(
      text(fields_by_path.at("latency").at("description")),
      "How long one crossing of the network takes, one way; were it longer, the fixed time for which client and app "
      "wait for a server could decide the run. From 0s to 3s.");
}

TEST(Schema, IsTheOneInTheDocumentation) {
  testing_support::expect_golden(scenario_schema(),
                                 std::filesystem::path(FLOWSIM_SOURCE_DIR) / "docs/scenario.schema.json");
}

}  // namespace
}  // namespace flowsim::scenario
