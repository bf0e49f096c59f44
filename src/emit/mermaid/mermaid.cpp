// Spells a sequence diagram in Mermaid's language.
#include <fmt/core.h>

#include <ostream>
#include <string>
#include <variant>

#include "diagram/prose.hpp"
#include "diagram/sequence_diagram.hpp"
#include "emit/escape.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

constexpr std::size_t footer_width = 60;

/// The numbers stand in the labels: Mermaid's own counting can neither pause nor go back everywhere.
std::string label_of(const Arrow& arrow) {
  auto label = number_of(arrow);
  if (!label.empty()) label += arrow.leg == 0 ? ". " : " ";
  label += escape_mermaid(arrow.caption);
  for (const auto& detail : arrow.details) label += "<br/>" + escape_mermaid(detail);
  if (const auto mark = mark_of(arrow); !mark.empty()) label += (arrow.lost ? " ✗ " : " ⚠ ") + escape_mermaid(mark);
  return label;
}

std::string_view shaft_of(const Arrow& arrow) {
  if (arrow.kind == ArrowKind::response) return arrow.lost ? "--x" : "-->>";
  if (arrow.lost) return "-x";
  return arrow.kind == ArrowKind::action ? "-)" : "->>";
}

bool is_person(Participant participant) {
  return participant == Participant::user || participant == Participant::attacker;
}

class MermaidSpeller {
 public:
  MermaidSpeller(const SequenceDiagram& diagram, std::ostream& out) : diagram_(diagram), out_(out) {}

  void spell() {
    out_ << "sequenceDiagram\n";
    if (!diagram_.title.empty()) out_ << "  title " << escape_mermaid(diagram_.title) << '\n';
    for (const auto& [participant, name] : diagram_.lifelines)
      out_ << (is_person(participant) ? "  actor " : "  participant ") << name_of(participant) << " as "
           << escape_mermaid(name) << '\n';
    diagram_.walk([this](const Element& element) { std::visit([this](const auto& item) { draw(item); }, element); });
    if (!diagram_.footer.empty()) note({}, wrapped(diagram_.footer, footer_width));
  }

 private:
  void draw(const Arrow& arrow) {
    out_ << "  " << name_of(arrow.from) << shaft_of(arrow) << name_of(arrow.to) << ": " << label_of(arrow) << '\n';
  }

  void draw(const StateChange& change) { note(change.over, {"State: " + change.state}); }

  void draw(const Activation& activation) {
    out_ << (activation.begins ? "  activate " : "  deactivate ") << name_of(activation.over) << '\n';
  }

  void draw(const Pause& pause) { note({}, {pause.text}); }

  void draw(const Note& drawn) { note(drawn.over, drawn.lines); }

  void note(std::optional<Participant> over, const std::vector<std::string>& lines) {
    out_ << "  note over ";
    if (over)
      out_ << name_of(*over);
    else
      out_ << name_of(diagram_.lifelines.front().participant) << ',' << name_of(diagram_.lifelines.back().participant);
    const auto* between = ": ";
    for (const auto& line : lines) {
      out_ << between << escape_mermaid(line);
      between = "<br/>";
    }
    out_ << '\n';
  }

  const SequenceDiagram& diagram_;
  std::ostream& out_;
};

}  // namespace

void write_mermaid(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  const auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  MermaidSpeller(diagram, out).spell();
}

}  // namespace flowsim::emit
