// Each actor's table under its display name.
#include "cli/actor_states.hpp"

#include "flows/implicit/states.hpp"

namespace flowsim::cli {

std::vector<std::string_view> machine_names() {
  std::vector<std::string_view> names;
  for (const auto participant : all_participants)
    if (!implicit::edges_of(participant).rows.empty()) names.push_back(name_of(participant));
  return names;
}

std::vector<StateDiagram> diagrams_of(const std::string& actor) {
  std::vector<StateDiagram> diagrams;
  for (const auto name : machine_names()) {
    if (!actor.empty() && name != actor) continue;
    const auto participant = *participant_named(name);
    diagrams.push_back(
        state_diagram(name, "States: " + std::string(display_name(participant)), implicit::edges_of(participant)));
  }
  return diagrams;
}

}  // namespace flowsim::cli
