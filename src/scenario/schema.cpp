// The table of fields as a JSON Schema (2020-12), for editors that complete and check scenario files.
#include <fmt/core.h>

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "scenario/fields.hpp"
#include "scenario/scenario.hpp"
#include "words/catalogue.hpp"

namespace flowsim::scenario {

namespace {

namespace json = boost::json;

constexpr std::string_view time_pattern = "^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$";

json::string text(std::string_view view) { return json::string(view.data(), view.size()); }

json::array names(const std::vector<std::string_view>& names_to_list) {
  json::array list;
  for (const auto name : names_to_list) list.push_back(text(name));
  return list;
}

/// What the rule allows, one overload a rule, for `std::visit`.
struct Allowed {
  json::object operator()(const TextRule& rule) const {
    json::object schema{{"type", "string"}, {"maxLength", rule.most}};
    if (rule.least > 0) schema["minLength"] = rule.least;
    schema["pattern"] = text(row_of(rule.form).pattern);
    return schema;
  }
  json::object operator()(const IntegerRule& rule) const {
    return {{"type", "integer"}, {"minimum", rule.least}, {"maximum", rule.most}};
  }
  json::object operator()(const BooleanRule&) const { return {{"type", "boolean"}}; }
  json::object operator()(const DurationRule& rule) const {
    const auto sign = rule.least < Duration{0} ? "-?" : "";
    return {{"type", "string"}, {"pattern", text(fmt::format("^{}[0-9]+(ms|s|min|h|d)$", sign))}};
  }
  json::object operator()(const TimeRule&) const { return {{"type", "string"}, {"pattern", text(time_pattern)}}; }
  json::object operator()(const ChoiceRule& rule) const { return {{"enum", names(rule.names())}}; }
  json::object operator()(const TextsRule& rule) const {
    return {{"type", "array"}, {"maxItems", most_items}, {"items", (*this)(rule.item)}};
  }
  json::object operator()(const ChoicesRule& rule) const {
    return {{"type", "array"}, {"maxItems", most_items}, {"uniqueItems", true}, {"items", (*this)(rule.item)}};
  }
  json::object operator()(const ScopesRule& rule) const {
    return {{"type", "object"},
            {"maxProperties", most_items},
            {"propertyNames", (*this)(rule.name)},
            {"additionalProperties", (*this)(rule.consent)}};
  }
  json::object operator()(const ParametersRule& rule) const {
    json::object entry{{"type", "object"},
                       {"minProperties", 1},
                       {"maxProperties", 1},
                       {"propertyNames", (*this)(rule.name)},
                       {"additionalProperties", (*this)(rule.value)}};
    return {{"type", "array"}, {"maxItems", most_items}, {"items", std::move(entry)}};
  }
  json::object operator()(const StatesRule&) const {
    json::object actors;
    for (const auto actor : actor_names()) actors[text(actor)] = {{"enum", names(state_names(actor))}};
    return {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(actors)}};
  }
};

/// A value as the file would hold it.
struct AsWritten {
  const Rule& rule;

  json::value operator()(const std::string& value) const { return text(value); }
  json::value operator()(std::int64_t value) const { return value; }
  json::value operator()(bool value) const { return value; }
  json::value operator()(Duration value) const { return text(duration_text(value)); }
  json::value operator()(Instant value) const { return text(utc_text(value)); }
  json::value operator()(const TextList& values) const {
    json::array list;
    for (const auto& value : values) list.push_back(text(value));
    return list;
  }
  json::value operator()(const TextPairs& pairs) const {
    if (!std::holds_alternative<ParametersRule>(rule)) {
      json::object mapping;
      for (const auto& [name, value] : pairs) mapping[name] = text(value);
      return mapping;
    }
    json::array list;
    for (const auto& [name, value] : pairs) list.push_back(json::object{{name, text(value)}});
    return list;
  }
};

/// A pattern cannot say how long a duration may be; the description does.
std::string description_of(const Field& field) {
  const auto* bounds = std::get_if<DurationRule>(&field.rule);
  if (bounds == nullptr) return fmt::format("{}.", field.description);
  return fmt::format("{}. From {} to {}.", field.description, duration_text(bounds->least),
                     duration_text(bounds->most));
}

/// Whether the value can only come from a key that is absent: an empty text where the rule takes none.
bool is_absence(const Rule& rule, const Value& value) {
  const auto* text_rule = std::get_if<TextRule>(&rule);
  return text_rule != nullptr && text_rule->least > 0 && std::get<std::string>(value).empty();
}

json::object schema_of(const Field& field) {
  json::object schema{{"title", text(path_of(field))}, {"description", text(description_of(field))}};
  for (auto& [key, value] : std::visit(Allowed{}, field.rule)) schema[key] = std::move(value);
  static const Scenario defaults;
  if (const auto value = field.get(defaults); value && !is_absence(field.rule, *value))
    schema["default"] = std::visit(AsWritten{field.rule}, *value);
  return schema;
}

json::object properties_of(std::string_view block) {
  json::object properties;
  for (const auto& field : fields())
    if (field.block == block) properties[text(field.name)] = schema_of(field);
  return properties;
}

json::object schema_of(std::string_view verb, const FaultArgument& argument) {
  json::object schema{
      {"description",
       text(fmt::format("{}.", sentence_of(fmt::format("faults.{}.arguments.{}", verb, argument.name))))}};
  switch (argument.kind) {
    case ArgumentKind::count:
      schema["type"] = "integer";
      schema["minimum"] = 0;
      break;
    case ArgumentKind::integer:
      schema["type"] = "integer";
      break;
    case ArgumentKind::flag:
      schema["const"] = true;
      break;
    case ArgumentKind::choice:
      schema["enum"] = json::array(argument.choices.begin(), argument.choices.end());
      break;
    case ArgumentKind::name:
      schema["minLength"] = 1;
      [[fallthrough]];
    default:
      schema["type"] = "string";
  }
  return schema;
}

/// A fault of that verb: its place, and the verb's own arguments.
json::object schema_of(const FaultVerb& verb) {
  json::object properties{
      {"at", {{"description", "An interaction from 1 to 6, or one of its wire legs, such as 4.2."}}},
      {"do",
       {{"const", text(verb.name)},
        {"description", text(fmt::format("What happens: {}.", sentence_of("faults", verb.name, "effect")))}}},
      {"message", {{"type", "string"}, {"description", "Only messages of this kind."}}},
      {"occurrence", {{"type", "integer"}, {"minimum", 1}, {"description", "Which of those that fit, from 1."}}},
      {"browser", {{"enum", {"user", "attacker"}}, {"description", "Only in the flow in this one's browser."}}},
      {"may_miss", {{"type", "boolean"}, {"description", "The run is all right where the fault never strikes."}}}};
  json::array required{"at", "do"};
  for (const auto& argument : verb.arguments) {
    properties[text(argument.name)] = schema_of(verb.name, argument);
    if (argument.required) required.push_back(text(argument.name));
  }
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", std::move(required)},
          {"properties", std::move(properties)}};
}

json::object faults_schema() {
  json::array verbs;
  for (const auto& verb : fault_verbs()) verbs.push_back(schema_of(verb));
  return {{"title", text(faults_key)},
          {"description", "What goes wrong on purpose, in the order in which it meets what it befalls."},
          {"type", "array"},
          {"items", {{"oneOf", std::move(verbs)}}}};
}

json::array required_keys() {
  json::array required;
  for (const auto& field : fields())
    if (field.required) required.push_back(text(field.name));
  return required;
}

json::object whole_schema() {
  auto properties = properties_of({});
  for (const auto& block : blocks())
    properties[text(block.name)] = {{"title", text(block.name)},
                                    {"description", text(fmt::format("{}.", block.description))},
                                    {"type", "object"},
                                    {"additionalProperties", false},
                                    {"properties", properties_of(block.name)}};
  properties[text(faults_key)] = faults_schema();
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"title", "flowsim scenario"},
          {"description", "A story for the OAuth 2.0 Implicit flow: what the four actors are and do, and how it ends."},
          {"type", "object"},
          {"additionalProperties", false},
          {"required", required_keys()},
          {"properties", std::move(properties)}};
}

void write(const json::value& value, std::size_t depth, std::string& out);

/// A member or element on a line of its own.
void start_line(bool& is_first, std::size_t depth, std::string& out) {
  out += std::exchange(is_first, false) ? "\n" : ",\n";
  out.append(2 * depth, ' ');
}

void write_object(const json::object& object, std::size_t depth, std::string& out) {
  out += '{';
  bool is_first = true;
  for (const auto& [key, value] : object) {
    start_line(is_first, depth + 1, out);
    out += json::serialize(key) + ": ";
    write(value, depth + 1, out);
  }
  if (!is_first) out.append(1, '\n').append(2 * depth, ' ');
  out += '}';
}

void write(const json::value& value, std::size_t depth, std::string& out) {
  if (const auto* object = value.if_object()) return write_object(*object, depth, out);
  const auto* array = value.if_array();
  if (array == nullptr) {
    out += json::serialize(value);
    return;
  }
  out += '[';
  for (bool is_first = true; const auto& element : *array) {
    if (!std::exchange(is_first, false)) out += ", ";
    write(element, depth + 1, out);
  }
  out += ']';
}

}  // namespace

std::string scenario_schema() {
  std::string out;
  write(whole_schema(), 0, out);
  return out + "\n";
}

}  // namespace flowsim::scenario
