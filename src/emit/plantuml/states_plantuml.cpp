// Spells state diagrams in PlantUML's language.
#include <ostream>

#include "base/text.hpp"
#include "emit/escape.hpp"
#include "emit/state_formats.hpp"

namespace flowsim::emit {
namespace {

void write_states(const StateDiagram& diagram, std::ostream& out) {
  for (const auto& state : diagram.states) {
    out << "state " << state.name << '\n';
    for (const auto& reaction : state.reactions) out << state.name << " : " << join(reaction, " ") << '\n';
  }
}

void write_arrows(const StateDiagram& diagram, std::ostream& out) {
  out << "[*] --> " << diagram.initial << '\n';
  for (const auto& arrow : diagram.arrows) {
    out << arrow.from << " --> " << arrow.to;
    const auto* between = " : ";
    for (const auto& label : arrow.labels) {
      out << between << join(label, "\\n");
      between = "\\n";
    }
    out << '\n';
  }
  for (const auto& state : diagram.states)
    if (state.final) out << state.name << " --> [*]\n";
}

}  // namespace

void write_states_plantuml(std::span<const StateDiagram> diagrams, const StateOptions&, std::ostream& out) {
  for (const auto& diagram : diagrams) {
    out << "@startuml " << diagram.name
        << "\nskinparam monochrome true\nskinparam nodesep 20\nskinparam ranksep 30\nhide empty description\n";
    out << "title " << escape_plantuml(diagram.title) << '\n';
    out << "footer " << escape_plantuml(diagram.footer) << '\n';
    write_states(diagram, out);
    write_arrows(diagram, out);
    out << "@enduml\n";
  }
}

}  // namespace flowsim::emit
