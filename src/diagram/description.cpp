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

/// Sentences as long as there is room for them.
class Sentences {
 public:
  Sentences(std::string_view kind, const std::string& title)
      : text_(title.empty() ? fmt::format("{}:", kind) : fmt::format("{} \"{}\":", kind, bounded(title))) {}

  void say(const std::string& sentence) {
    if (left_out_ > 0 || text_.size() + sentence.size() > description_limit) {
      ++left_out_;
      return;
    }
    text_ += ' ' + sentence;
    if (!sentence.ends_with('.')) text_ += '.';
  }

  std::string end() && {
    if (left_out_ > 0) text_ += fmt::format(" … and {} more.", left_out_);
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t left_out_ = 0;
};

class Teller {
 public:
  explicit Teller(const SequenceDiagram& diagram) : diagram_(diagram), sentences_("Sequence diagram", diagram.title) {}

  std::string tell() {
    diagram_.walk([this](const Element& element) { std::visit([this](const auto& item) { hear(item); }, element); });
    return std::move(sentences_).end();
  }

 private:
  std::string named(Participant participant) const {
    const auto lifeline = std::ranges::find(diagram_.lifelines, participant, &Lifeline::participant);
    return lifeline == diagram_.lifelines.end() ? std::string(display_name(participant)) : lifeline->name;
  }

  void hear(const Arrow& arrow) {
    const auto number = number_of(arrow), mark = mark_of(arrow);
    sentences_.say(fmt::format("{}{} to {}: {}{}", number.empty() ? number : number + ". ", named(arrow.from),
                               named(arrow.to), bounded(arrow.caption),
                               mark.empty() ? mark : fmt::format(" ({})", bounded(mark))));
  }

  void hear(const Note& note) {
    const auto lines = std::span(note.lines).first(std::min(note.heading, note.lines.size()));
    if (!lines.empty()) sentences_.say(bounded(join(lines, " ")));
  }

  void hear(const auto&) {}

  const SequenceDiagram& diagram_;
  Sentences sentences_;
};

}  // namespace

std::string describe(const SequenceDiagram& diagram) { return Teller(diagram).tell(); }

std::string describe(const StateDiagram& diagram) {
  Sentences sentences("State diagram", diagram.title);
  sentences.say("It begins in " + diagram.initial);
  for (const auto& arrow : diagram.arrows)
    for (const auto& label : arrow.labels)
      sentences.say(fmt::format("{} to {}: {}", arrow.from, arrow.to, bounded(join(label, " "))));
  return std::move(sentences).end();
}

}  // namespace flowsim
