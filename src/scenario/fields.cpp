// The rows at the top of a scenario file and those of `expect`; the actors' rows are in actor_fields.cpp.
#include "scenario/fields.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "oauth/checks.hpp"
#include "scenario/access.hpp"
#include "trace/outcome.hpp"
#include "trace/property.hpp"
#include "words/catalogue.hpp"

namespace flowsim::scenario {

namespace {

using std::chrono::seconds;

std::vector<std::string_view> check_names() {
  std::vector<std::string_view> names;
  std::ranges::transform(all_checks(), std::back_inserter(names), &Check::name);
  return names;
}

std::vector<std::string_view> threat_names() {
  std::vector<std::string_view> names;
  for (const auto& group : entries_of("threats"))
    for (const auto& threat : entries_of(std::string(group.id) + ".threats")) names.push_back(threat.name());
  return names;
}

std::vector<std::string_view> outcome_names() {
  std::vector<std::string_view> names;
  std::ranges::transform(outcomes(), std::back_inserter(names), &OutcomeRow::name);
  return names;
}

std::vector<std::string_view> property_names() {
  std::vector<std::string_view> names;
  std::ranges::transform(properties(), std::back_inserter(names), &PropertyRow::name);
  return names;
}

constexpr Block block_table[] = {
    {"user", "The user (resource owner): who signs in, and how patiently"},
    {"client", "The client: a single-page application without a secret, and the request it builds"},
    {"okta", "The authorization server, with its one registered client and its one user"},
    {"app", "The app (resource server): whose access tokens it takes, and what for"},
    {"attacker", "The attacker: a person with a browser, an account and a site, perhaps with a registered client"},
    {"expect", "How the run must end; what is left out is not judged"},
};

template <auto Member>
Field top(std::string_view name, Rule rule, std::string_view description, bool required = false) {
  using Here = Path<Member>;
  return {{}, name, description, std::move(rule), Here::set, Here::get, required};
}

template <auto Member>
Field expect(std::string_view name, Rule rule, std::string_view description) {
  using Here = Path<&Scenario::expect, Member>;
  return {"expect", name, description, std::move(rule), Here::set, Here::get};
}

std::vector<Field> top_fields() {
  const TextRule prose{TextForm::line, 1, 500};
  const ChoiceRule check{"check", check_names};
  return {
      top<&Scenario::title>("title", TextRule{TextForm::line, 1, 200}, "What the scenario shows, in one line", true),
      top<&Scenario::teaches>("teaches", prose, "What a reader learns from the run"),
      top<&Scenario::references>("references", TextsRule{{TextForm::line, 1, 200}},
                                 "The clauses of the standards that the scenario is about"),
      top<&Scenario::threats>("threats", ChoicesRule{{"threat", threat_names}},
                              "The threats of the catalogue that the scenario shows"),
      top<&Scenario::seed>("seed", IntegerRule{0, largest_seed},
                           "Where the run's random values come from: the same seed gives the same run"),
      top<&Scenario::start>("start", TimeRule{}, "The virtual time at which the run starts (RFC 3339, UTC)"),
      top<&Scenario::latency>("latency", DurationRule{seconds{0}, seconds{3}},
                              "How long one crossing of the network takes, one way; were it longer, the fixed time for "
                              "which client and app wait for a server could decide the run"),
      top<&Scenario::disabled_checks>("disabled_checks", ChoicesRule{check},
                                      "Checks that are applied but never decide, to see what they are for"),
  };
}

std::vector<Field> expect_fields() {
  return {
      expect<&Expectation::outcome>("outcome", ChoiceRule{"outcome", outcome_names}, "How the run ends"),
      expect<&Expectation::property>("property", ChoiceRule{"property", property_names},
                                     "The property whose violation compromises the run"),
      expect<&Expectation::check>("check", ChoiceRule{"check", check_names}, "The check that decides the outcome"),
      expect<&Expectation::error>("error", TextRule{TextForm::error_code, 1, 100}, "The error code that travels"),
      expect<&Expectation::status>("status", IntegerRule{100, 599}, "The HTTP status that decides the outcome"),
      expect<&Expectation::last_interaction>("last_interaction", IntegerRule{0, 6},
                                             "The highest interaction of which a message arrives; 0 for none"),
      expect<&Expectation::states>("states", StatesRule{}, "The state in which each actor ends"),
  };
}

std::vector<Field> all_fields() {
  auto all = top_fields();
  std::ranges::move(actor_fields(), std::back_inserter(all));
  std::ranges::move(expect_fields(), std::back_inserter(all));
  return all;
}

}  // namespace

std::span<const Block> blocks() { return block_table; }

std::span<const Field> fields() {
  static const auto table = all_fields();
  return table;
}

const Field* field_named(std::string_view block, std::string_view name) {
  const auto found =
      std::ranges::find_if(fields(), [&](const Field& field) { return field.block == block && field.name == name; });
  return found == fields().end() ? nullptr : &*found;
}

std::vector<std::string_view> keys_of(std::string_view block) {
  std::vector<std::string_view> keys;
  for (const auto& field : fields())
    if (field.block == block) keys.push_back(field.name);
  if (!block.empty()) return keys;
  std::ranges::transform(blocks(), std::back_inserter(keys), &Block::name);
  keys.push_back(faults_key);
  return keys;
}

std::string path_of(const Field& field) {
  return field.block.empty() ? std::string(field.name) : fmt::format("{}.{}", field.block, field.name);
}

}  // namespace flowsim::scenario
