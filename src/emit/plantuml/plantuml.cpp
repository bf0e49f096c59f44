// Spells a sequence diagram in PlantUML's language.
#include <fmt/core.h>

#include <iterator>
#include <ostream>
#include <string>
#include <variant>

#include "diagram/sequence_diagram.hpp"
#include "emit/escape.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

constexpr std::size_t piece_size = 60000;

class Speller {
 public:
  Speller(const SequenceDiagram& diagram, Detail detail, std::ostream& out)
      : diagram_(diagram), detail_(detail), out_(out) {}

  void spell() {
    line("@startuml");
    line("skinparam monochrome true");
    if (!diagram_.title.empty()) line("title {}", escape_plantuml(diagram_.title));
    if (!diagram_.footer.empty()) line("footer {}", escape_plantuml(diagram_.footer));
    for (const auto& [participant, name] : diagram_.lifelines)
      line("{} \"{}\" as {}", is_person(participant) ? "actor" : "participant", name, name_of(participant));
    line("");
    if (detail_ != Detail::wire) line("autonumber \"<b>#.\"");
    diagram_.walk([this](const Element& element) {
      std::visit([this](const auto& item) { draw(item); }, element);
      if (text_.size() > piece_size) flush();
    });
    line("@enduml");
    flush();
  }

 private:
  static bool is_person(Participant participant) {
    return participant == Participant::user || participant == Participant::attacker;
  }

  template <class... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
    text_ += '\n';
  }

  void flush() {
    out_ << text_;
    text_.clear();
  }

  void draw(const Arrow& arrow) {
    if (detail_ != Detail::wire) count(arrow);
    auto label = escape_plantuml(arrow.caption);
    if (detail_ == Detail::wire && arrow.numbered) label = fmt::format("<b>{}</b> {}", number_of(arrow), label);
    for (const auto& detail : arrow.details) label += "\\n" + escape_plantuml(detail);
    if (const auto mark = mark_of(arrow); !mark.empty()) label += fmt::format("\\n<i>({})", escape_plantuml(mark));
    // A response is drawn backwards so that no `-->` can close a Markdown comment around the text. The guide draws all
    // six as whole lines.
    if (arrow.kind == ArrowKind::response && detail_ != Detail::overview)
      line("{} {} {}: {}", name_of(arrow.to), arrow.lost ? "x<--" : "<--", name_of(arrow.from), label);
    else
      line("{} {} {}: {}", name_of(arrow.from), shaft(arrow), name_of(arrow.to), label);
  }

  std::string_view shaft(const Arrow& arrow) const {
    if (arrow.lost) return "->x";
    return arrow.kind == ArrowKind::action && detail_ == Detail::wire ? "->>" : "->";
  }

  /// PlantUML counts arrows by itself; correct it only where its count differs.
  void count(const Arrow& arrow) {
    if (!arrow.numbered) {
      if (counting_) line("autonumber stop");
      counting_ = false;
      return;
    }
    if (arrow.number != next_)
      line("autonumber {} \"<b>#.\"", arrow.number);
    else if (!counting_)
      line("autonumber resume");
    counting_ = true;
    next_ = arrow.number + 1;
  }

  void draw(const Note& note) {
    std::string words;
    for (std::size_t at = 0; at < note.lines.size(); ++at) {
      if (at > 0) words += "\\n";
      if (at < note.heading && note.lines.size() > note.heading)
        words += fmt::format("<b>{}</b>", escape_plantuml(note.lines[at]));
      else
        words += escape_plantuml(note.lines[at]);
    }
    if (note.over)
      line("note over {}: {}", name_of(*note.over), words);
    else
      line("note over {}, {}: {}", name_of(diagram_.lifelines.front().participant),
           name_of(diagram_.lifelines.back().participant), words);
  }

  void draw(const StateChange& change) {
    line("hnote over {}: {}", name_of(change.over), escape_plantuml(change.state));
  }

  void draw(const Activation& activation) {
    line("{} {}", activation.begins ? "activate" : "deactivate", name_of(activation.over));
  }

  void draw(const Pause& pause) { line("...{}...", escape_plantuml(pause.text)); }

  const SequenceDiagram& diagram_;
  const Detail detail_;
  std::ostream& out_;
  std::string text_;
  int next_ = 1;
  bool counting_ = true;
};

}  // namespace

void write_plantuml(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  const auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  Speller(diagram, options.detail, out).spell();
}

}  // namespace flowsim::emit
