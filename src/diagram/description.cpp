// Tells a drawing from top to bottom.
#include "diagram/description.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "diagram/roles.hpp"

namespace flowsim::diagram {
namespace {

constexpr std::size_t longest_text = 160;

/// The text, or its first code points and an ellipsis.
std::string bounded(const std::string& text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = 0;
  for (std::size_t next = 0; next <= longest_text; next += code_point_at(text, next).length) end = next;
  return text.substr(0, end) + "…";
}

/// Sentences as long as there is room for them, and for the last one.
class Sentences {
 public:
  Sentences(std::string_view kind, const std::string& title, std::size_t reserved = 0)
      : text_(title.empty() ? fmt::format("{}:", kind) : fmt::format("{} \"{}\":", kind, bounded(title))),
        reserved_(reserved) {}

  void say(const std::string& sentence) {
    if (is_full_ || text_.size() + sentence.size() + reserved_ > description_limit) {
      is_full_ = true;
      ++left_out_;
      return;
    }
    add(sentence);
  }

  void leave_out(std::size_t count) { left_out_ += count; }

  std::string end(const std::string& last = {}) && {
    if (left_out_ > 0) text_ += fmt::format(" … and {} more.", left_out_);
    if (!last.empty()) add(last);
    return std::move(text_);
  }

 private:
  void add(const std::string& sentence) {
    text_ += ' ' + sentence;
    if (!sentence.ends_with('.')) text_ += '.';
  }

  std::string text_;
  std::size_t reserved_ = 0, left_out_ = 0;
  bool is_full_ = false;
};

/// Tells everything where there is room for it; else what carries a number or a mark, and always how the run ended.
class Teller {
 public:
  explicit Teller(const SequenceDiagram& diagram) : diagram_(diagram) {}

  std::string tell() {
    diagram_.walk([this](const Element& element) {
      if (const auto* arrow = std::get_if<Arrow>(&element)) hear(*arrow, arrow->numbered || !mark_of(*arrow).empty());
      const auto* note = std::get_if<Note>(&element);
      if (note == nullptr) return;
      if (note->kind == NoteKind::ending)
        ending_ = said_of(*note);
      else
        hear(*note, true);
    });
    const bool has_room = size_ + ending_.size() + bounded(diagram_.title).size() + frame <= description_limit;
    Sentences sentences("Sequence diagram", diagram_.title, ending_.size() + 2);
    for (const auto& [sentence, matters] : heard_)
      if (matters || has_room)
        sentences.say(sentence);
      else
        sentences.leave_out(1);
    sentences.leave_out(unheard_);
    return std::move(sentences).end(ending_);
  }

 private:
  static constexpr std::size_t frame = 40;

  /// Keeps what there may be room for: everything up to the limit, and what matters up to the limit.
  template <class Spoken>
  void hear(const Spoken& spoken, bool matters) {
    const bool may_fit = size_ <= description_limit || (matters && weighty_size_ <= 2 * description_limit);
    if (!may_fit) {
      ++unheard_;
      return;
    }
    auto sentence = said_of(spoken);
    size_ += sentence.size() + 2;
    if (matters) weighty_size_ += sentence.size() + 2;
    heard_.push_back({std::move(sentence), matters});
  }

  std::string named(Participant participant) const {
    const auto lifeline = std::ranges::find(diagram_.lifelines, participant, &Lifeline::participant);
    return lifeline == diagram_.lifelines.end() ? std::string(display_name(participant)) : lifeline->name;
  }

  std::string said_of(const Arrow& arrow) const {
    const auto number = number_of(arrow), mark = mark_of(arrow);
    return fmt::format("{}{} to {}: {}{}", number.empty() ? number : number + ". ", named(arrow.from), named(arrow.to),
                       bounded(arrow.caption), mark.empty() ? mark : fmt::format(" ({})", bounded(mark)));
  }

  static std::string said_of(const Note& note) {
    return bounded(join(std::span(note.lines).first(std::min(note.heading, note.lines.size())), " "));
  }

  struct Heard {
    std::string sentence;
    bool matters;
  };

  const SequenceDiagram& diagram_;
  std::string ending_;
  std::vector<Heard> heard_;
  std::size_t size_ = 0, weighty_size_ = 0, unheard_ = 0;
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

}  // namespace flowsim::diagram
