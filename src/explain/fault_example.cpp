// Writes an example of a fault from its row: sample values, at the first place and with the first choice of arguments
// to which the verb does not object.
#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "explain/explanations.hpp"
#include "faults/registry.hpp"

namespace flowsim::explain {
namespace {

constexpr std::array interactions_to_try{4, 1, 2, 3, 5, 6};

std::string sample_of(const FaultArgument& argument) {
  if (!argument.example.empty()) return std::string(argument.example);
  switch (argument.kind) {
    case ArgumentKind::name:
      return "state";
    case ArgumentKind::text:
      return "another-value";
    case ArgumentKind::shift:
      return "-10min";
    case ArgumentKind::duration:
      return "5s";
    case ArgumentKind::count:
      return "40";
    case ArgumentKind::integer:
      return "-3600";
    case ArgumentKind::flag:
      return "true";
    case ArgumentKind::choice:
      return argument.choices.empty() ? "" : std::string(argument.choices.front());
  }
  return {};
}

FaultSpec with_required_arguments(const FaultVerb& verb, int interaction) {
  FaultSpec spec;
  spec.place.interaction = interaction;
  spec.place.leg = verb.strikes_messages ? 0 : 1;
  spec.verb = verb.name;
  for (const auto& argument : verb.arguments)
    if (argument.required) spec.arguments.add(std::string(argument.name), sample_of(argument));
  return spec;
}

/// The specification `least`, or one with more arguments, to which the verb does not object: with every argument whose
/// row gives an example, else with none or one that it can do without.
std::optional<FaultSpec> acceptable(const FaultVerb& verb, const FaultSpec& least) {
  auto full = least;
  for (const auto& argument : verb.arguments)
    if (!argument.required && !argument.example.empty())
      full.arguments.add(std::string(argument.name), sample_of(argument));
  if (verb.objection(full).empty()) return full;
  if (verb.objection(least).empty()) return least;
  for (const auto& argument : verb.arguments) {
    if (argument.required) continue;
    auto spec = least;
    spec.arguments.add(std::string(argument.name), sample_of(argument));
    if (verb.objection(spec).empty()) return spec;
  }
  return {};
}

/// Whether the verb takes any of its choices at that interaction.
bool is_open_to(const FaultVerb& verb, int interaction) {
  const auto least = with_required_arguments(verb, interaction);
  if (acceptable(verb, least)) return true;
  for (const auto& argument : verb.arguments)
    for (const auto choice : argument.required ? argument.choices : std::span<const std::string_view>{}) {
      auto spec = least;
      spec.arguments.set(argument.name, std::string(choice));
      if (acceptable(verb, spec)) return true;
    }
  return false;
}

/// What a scenario needs besides the fault, or the fault never strikes: whoever puts in what the attacker has seen
/// needs an attacker who has seen something.
std::string_view needed_by(std::string_view verb) {
  constexpr std::array<std::string_view, 2> verbs_with_knowledge{"inject", "substitute"};
  return std::ranges::find(verbs_with_knowledge, verb) == verbs_with_knowledge.end() ? ""
                                                                                     : "attacker:\n  signs_in: true\n";
}

std::string written(const FaultSpec& spec) {
  auto text = std::string(needed_by(spec.verb)) + "faults:\n  - at: " + std::to_string(spec.place.interaction);
  if (spec.place.leg != 0) text += "." + std::to_string(spec.place.leg);
  text += "\n    do: " + spec.verb + "\n";
  for (const auto& argument : spec.arguments) text += "    " + argument.name + ": " + argument.value + "\n";
  return text;
}

}  // namespace

std::string example_of_fault(std::string_view name) {
  const auto* verb = fault_verb(name);
  if (verb == nullptr) return {};
  for (const int interaction : interactions_to_try)
    if (const auto spec = acceptable(*verb, with_required_arguments(*verb, interaction))) return written(*spec);
  return written(with_required_arguments(*verb, interactions_to_try.front()));
}

std::vector<int> interactions_open_to(const FaultVerb& verb) {
  std::vector<int> open;
  for (int interaction = 1; interaction <= 6; ++interaction)
    if (is_open_to(verb, interaction)) open.push_back(interaction);
  return open;
}

}  // namespace flowsim::explain
