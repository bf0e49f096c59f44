// Spells state diagrams in Mermaid's language.
#include <ostream>
#include <string>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "emit/escape.hpp"
#include "emit/state_formats.hpp"

namespace flowsim::emit {
namespace {

constexpr std::size_t states_footer_width = 40;

class MermaidStates {
 public:
  /// `prefix` begins the identifier of every state, and `indent` every line.
  MermaidStates(const StateDiagram& diagram, std::string prefix, std::string indent, std::ostream& out)
      : diagram_(diagram), prefix_(std::move(prefix)), indent_(std::move(indent)), out_(out) {}

  void write() {
    for (const auto& state : diagram_.states) write(state);
    out_ << indent_ << "[*] --> " << prefix_ << diagram_.initial << '\n';
    for (const auto& arrow : diagram_.arrows) write(arrow);
    for (const auto& state : diagram_.states)
      if (state.final) out_ << indent_ << prefix_ << state.name << " --> [*]\n";
  }

  /// Mermaid has no footers: what a footer says stands beside the initial state.
  void write_footer() {
    out_ << indent_ << "note right of " << prefix_ << diagram_.initial << '\n';
    for (const auto& line : wrapped(diagram_.footer, states_footer_width))
      out_ << indent_ << "  " << escape_mermaid(line) << '\n';
    out_ << indent_ << "end note\n";
  }

 private:
  void write(const StateBox& state) {
    out_ << indent_ << "state \"" << state.name;
    for (const auto& reaction : state.reactions) out_ << "<br/>" << join(reaction, " ");
    out_ << "\" as " << prefix_ << state.name << '\n';
  }

  void write(const StateArrow& arrow) {
    out_ << indent_ << prefix_ << arrow.from << " --> " << prefix_ << arrow.to;
    const auto* between = " : ";
    for (const auto& label : arrow.labels) {
      out_ << between << join(label, "<br/>");
      between = "<br/>";
    }
    out_ << '\n';
  }

  const StateDiagram& diagram_;
  const std::string prefix_, indent_;
  std::ostream& out_;
};

}  // namespace

void write_states_mermaid(std::span<const StateDiagram> diagrams, const StateOptions&, std::ostream& out) {
  const bool alone = diagrams.size() == 1;
  if (alone) out << "---\ntitle: \"" << escape_mermaid(diagrams.front().title) << "\"\n---\n";
  out << "stateDiagram-v2\n";
  for (const auto& diagram : diagrams) {
    MermaidStates writer(diagram, alone ? "" : diagram.name + "_", alone ? "  " : "    ", out);
    if (!alone) out << "  state \"" << escape_mermaid(diagram.title) << "\" as " << diagram.name << " {\n";
    writer.write();
    if (&diagram == &diagrams.front()) writer.write_footer();
    if (!alone) out << "  }\n";
  }
}

}  // namespace flowsim::emit
