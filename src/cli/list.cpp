// flowsim list: prints the tables that the simulator runs by.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "diagram/prose.hpp"
#include "emit/registry.hpp"
#include "emit/table.hpp"
#include "explain/error_texts.hpp"
#include "explain/threats.hpp"
#include "faults/registry.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/checks.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/interactions.hpp"
#include "oauth/misbehaviour.hpp"
#include "trace/outcome.hpp"
#include "trace/property.hpp"
#include "words/catalogue.hpp"

namespace flowsim::cli {
namespace {

std::string text(std::string_view view) { return std::string(view); }

Table list_interactions() {
  Table table{{"number", "name", "from", "to", "caption", "clause"}, {}};
  for (const auto& row : interactions())
    table.rows.push_back({std::to_string(row.number), text(row.name), text(name_of(row.from)), text(name_of(row.to)),
                          text(caption_of(row)), text(row.clause)});
  return table;
}

Table list_checks() {
  Table table{{"check", "actor", "interaction", "rule", "clause"}, {}};
  for (const auto& check : all_checks())
    table.rows.push_back({text(check.name), text(name_of(check.actor)), std::to_string(check.interaction),
                          text(sentence_of("checks", check.name, "rule")), text(check.clause)});
  return table;
}

Table list_outcomes() {
  Table table{{"outcome", "meaning"}, {}};
  for (const auto& row : outcomes())
    table.rows.push_back({text(row.name), text(sentence_of("outcomes", row.name, "meaning"))});
  return table;
}

Table list_properties() {
  Table table{{"property", "meaning", "clause"}, {}};
  for (const auto& row : properties())
    table.rows.push_back({text(row.name), text(sentence_of("properties", row.name, "meaning")), text(row.clause)});
  return table;
}

Table list_threats() {
  Table table{{"threat", "interaction", "attack", "stopped_by", "clause"}, {}};
  for (const auto& row : threats())
    table.rows.push_back(
        {text(row.name), text(row.interaction), text(row.attack), text(row.stopped_by), text(row.clause)});
  return table;
}

Table list_errors() {
  Table table{{"error", "channel", "status", "meaning", "clause"}, {}};
  for (const auto& row : error_codes())
    table.rows.push_back({text(row.name), text(name_of(row.channel)), std::to_string(row.status),
                          text(sentence_about(row, "meaning")), text(row.clause)});
  return table;
}

Table list_error_texts() {
  Table table{{"error_text", "said_by", "error", "ends_with", "scenario", "source"}, {}};
  for (const auto& row : error_texts())
    table.rows.push_back({text(row.text), text(row.said_by), text(row.error), text(row.causes.front().ends_with),
                          text(row.causes.front().scenario), text(row.source)});
  return table;
}

Table list_states() {
  Table table{{"actor", "state", "meaning"}, {}};
  for (const auto& row : implicit::actor_states())
    table.rows.push_back({text(name_of(row.actor)), text(row.state), meaning_of_state(row.actor, row.state)});
  return table;
}

Table list_faults() {
  Table table{{"fault", "group", "effect", "arguments", "reason"}, {}};
  for (const auto& verb : fault_verbs()) {
    std::string arguments;
    for (const auto& argument : verb.arguments) arguments += (arguments.empty() ? "" : ", ") + text(argument.name);
    table.rows.push_back({text(verb.name), text(verb.group), text(sentence_of("faults", verb.name, "effect")),
                          arguments, text(sentence_of("faults", verb.name, "reason"))});
  }
  return table;
}

Table list_misbehaviours() {
  Table table{{"misbehaviour", "actor", "interaction", "what", "evidence"}, {}};
  for (const auto& row : misbehaviours())
    table.rows.push_back({text(row.name), text(name_of(row.actor)), std::to_string(row.interaction),
                          text(sentence_of(fmt::format("misbehaviours.{}", row.name))), text(row.evidence)});
  return table;
}

Table list_formats() {
  Table table{{"format", "extension", "description"}, {}};
  for (const auto& row : formats()) table.rows.push_back({text(row.name), text(row.extension), text(row.description)});
  return table;
}

/// One table a person can ask for.
struct Listing {
  std::string_view name;
  Table (*make)();
};

constexpr std::array listings{
    Listing{"interactions", list_interactions},
    Listing{"checks", list_checks},
    Listing{"faults", list_faults},
    Listing{"outcomes", list_outcomes},
    Listing{"errors", list_errors},
    Listing{"error_texts", list_error_texts},
    Listing{"states", list_states},
    Listing{"formats", list_formats},
    Listing{"properties", list_properties},
    Listing{"threats", list_threats},
    Listing{"misbehaviours", list_misbehaviours},
};

void list(const Values& values, const Console& console, ExitStatus&) {
  const auto* listing = std::ranges::find(listings, values.text("WHAT"), &Listing::name);
  const auto format = std::ranges::find(table_formats(), values.text("--format"), &TableFormat::name);
  format->print(listing->make(), console.out);
}

}  // namespace

Command list_command() {
  return {.name = "list",
          .summary = "Print the tables that the simulator runs by",
          .options = {{.names = "WHAT",
                       .kind = OptionKind::choice,
                       .help = "Which table",
                       .choices = names_of(listings),
                       .required = true},
                      {.names = "--format",
                       .kind = OptionKind::choice,
                       .help = "How to print it",
                       .choices = names_of(table_formats()),
                       .standard = table_formats().front().name}},
          .examples = {"flowsim list checks", "flowsim list errors --format json"},
          .notes = {},
          .exit_status = "0 all well; 2 there is no such table.",
          .run = list,
          .prints = "text"};
}

}  // namespace flowsim::cli
