// The descriptions as formats.
#include "diagram/description.hpp"

#include <ostream>

#include "base/text.hpp"
#include "emit/state_formats.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {

void write_description(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  if (diagram.title.empty()) diagram.title = trace.header.title;
  out << visible(describe(diagram)) << "\n";
}

void write_states_description(std::span<const StateDiagram> diagrams, const StateOptions&, std::ostream& out) {
  for (const auto& diagram : diagrams) out << (&diagram == diagrams.data() ? "" : " ") << visible(describe(diagram));
  if (!diagrams.empty()) out << "\n";
}

}  // namespace flowsim::emit
