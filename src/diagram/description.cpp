// Tells a drawing from top to bottom.
#include "diagram/description.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <variant>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace flowsim {
namespace {

constexpr std::size_t longest_text = 160;

/// The text, or its first code points and an ellipsis.
std::string bounded(const std::string& text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = 0;
  for (std::size_t next = 0; next <= longest_text; next += code_point_at(text, next).length) end = next;
  return text.substr(0, end) + "…";
}

class Teller {
 public:
  explicit Teller(const SequenceDiagram& diagram) : diagram_(diagram) {
    text_ =
        diagram.title.empty() ? "Sequence diagram:" : fmt::format("Sequence diagram \"{}\":", bounded(diagram.title));
  }

  std::string tell() {
    diagram_.walk([this](const Element& element) { std::visit([this](const auto& item) { hear(item); }, element); });
    if (left_out_ > 0) text_ += fmt::format(" … and {} more.", left_out_);
    return std::move(text_);
  }

 private:
  std::string named(Participant participant) const {
    const auto lifeline = std::ranges::find(diagram_.lifelines, participant, &Lifeline::participant);
    return lifeline == diagram_.lifelines.end() ? std::string(display_name(participant)) : lifeline->name;
  }

  void hear(const Arrow& arrow) {
    const auto number = number_of(arrow), mark = mark_of(arrow);
    say(fmt::format("{}{} to {}: {}{}", number.empty() ? number : number + ". ", named(arrow.from), named(arrow.to),
                    bounded(arrow.caption), mark.empty() ? mark : fmt::format(" ({})", mark)));
  }

  void hear(const Note& note) {
    const auto lines = std::span(note.lines).first(std::min(note.heading, note.lines.size()));
    if (!lines.empty()) say(bounded(join(lines, " ")));
  }

  void hear(const auto&) {}

  void say(const std::string& sentence) {
    if (left_out_ > 0 || text_.size() + sentence.size() > description_limit) {
      ++left_out_;
      return;
    }
    text_ += ' ' + sentence;
    if (!sentence.ends_with('.')) text_ += '.';
  }

  const SequenceDiagram& diagram_;
  std::string text_;
  std::size_t left_out_ = 0;
};

}  // namespace

std::string describe(const SequenceDiagram& diagram) { return Teller(diagram).tell(); }

}  // namespace flowsim
