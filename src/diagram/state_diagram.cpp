// Gathers the rows of a table into boxes and arrows.
#include "diagram/state_diagram.hpp"

#include <algorithm>

#include "diagram/prose.hpp"

namespace flowsim::diagram {
namespace {

StateLabel label_of(const Edge& row) {
  StateLabel label{row.event};
  if (!row.guard.empty()) label.push_back("[" + row.guard + "]");
  if (!row.action.empty()) label.push_back("/ " + row.action);
  return label;
}

StateArrow& arrow_of(std::vector<StateArrow>& arrows, const Edge& row) {
  const auto found = std::ranges::find_if(
      arrows, [&row](const StateArrow& arrow) { return arrow.from == row.from && arrow.to == row.to; });
  return found != arrows.end() ? *found : arrows.emplace_back(StateArrow{row.from, row.to, {}});
}

}  // namespace

StateDiagram state_diagram(std::string_view name, std::string_view title, const Edges& table) {
  StateDiagram diagram{std::string(name), std::string(title), std::string(legacy_sentence), table.initial, {}, {}};
  const auto finals = table.final_states();
  for (auto& state : table.states()) {
    const bool final = std::ranges::find(finals, state) != finals.end();
    diagram.states.push_back({std::move(state), final, {}});
  }
  for (const auto& row : table.rows) {
    auto& labels = row.internal ? std::ranges::find(diagram.states, row.from, &StateBox::name)->reactions
                                : arrow_of(diagram.arrows, row).labels;
    labels.push_back(label_of(row));
  }
  return diagram;
}

}  // namespace flowsim::diagram
