// Spells a sequence diagram in PlantUML's language.
#include <fmt/core.h>

#include <iterator>
#include <ostream>
#include <string>
#include <variant>

#include "diagram/sequence_diagram.hpp"
#include "emit/escape.hpp"
#include "emit/writers.hpp"

namespace flowsim {
namespace {

class Speller {
 public:
  explicit Speller(const SequenceDiagram& diagram) : diagram_(diagram) {}

  std::string spell() && {
    line("@startuml");
    line("skinparam monochrome true");
    if (!diagram_.title.empty()) line("title {}", escape_plantuml(diagram_.title));
    if (!diagram_.footer.empty()) line("footer {}", escape_plantuml(diagram_.footer));
    for (const auto& [participant, name] : diagram_.lifelines)
      line("{} \"{}\" as {}", participant == Participant::user ? "actor" : "participant", name, name_of(participant));
    line("");
    line("autonumber \"<b>#.\"");
    for (const auto& element : diagram_.elements) std::visit([this](const auto& item) { draw(item); }, element);
    line("@enduml");
    return std::move(text_);
  }

 private:
  template <class... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
    text_ += '\n';
  }

  void draw(const Arrow& arrow) {
    count(arrow);
    line("{} {} {}: {}", name_of(arrow.from), arrow.lost ? "->x" : "->", name_of(arrow.to),
         escape_plantuml(arrow.caption));
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
    for (const auto& text : note.lines) words += (words.empty() ? "" : "\\n") + escape_plantuml(text);
    if (note.over)
      line("note over {}: {}", name_of(*note.over), words);
    else
      line("note over {}, {}: {}", name_of(diagram_.lifelines.front().participant),
           name_of(diagram_.lifelines.back().participant), words);
  }

  const SequenceDiagram& diagram_;
  std::string text_;
  int next_ = 1;
  bool counting_ = true;
};

}  // namespace

void write_plantuml(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  const auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  out << Speller(diagram).spell();
}

}  // namespace flowsim
