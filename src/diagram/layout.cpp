// Goes down the page element by element, each below the one before.
#include "diagram/layout.hpp"

#include <algorithm>
#include <cstdlib>

#include "diagram/columns.hpp"

namespace flowsim {
namespace {

constexpr int margin = 32, beside_lifeline = 10, icon_height = 30, name_padding = 12;
constexpr int note_width = 38 * font_size::note, note_padding = 10;

TextBlock block(std::vector<TextLine> lines, int size, int left, int top) {
  const int width = widest(lines), height = static_cast<int>(lines.size()) * line_height(size);
  return {std::move(lines), {left, top, width, height}};
}

TextBlock centred(std::vector<TextLine> lines, int size, int middle, int top) {
  auto made = block(std::move(lines), size, middle, top);
  made.box.left -= made.box.width / 2;
  return made;
}

/// A note's text in lines, and how many of them are its heading.
struct NoteText {
  std::vector<TextLine> lines;
  std::size_t heading = 0;
};

NoteText text_of(const Note& note) {
  NoteText text;
  for (std::size_t at = 0; at < note.lines.size(); ++at) {
    const auto face = at < note.heading ? Face::bold : Face::plain;
    for (auto& line : typeset(note.lines[at], face, font_size::note, note_width)) text.lines.push_back(std::move(line));
    if (at < note.heading) text.heading = text.lines.size();
  }
  return text;
}

class Page {
 public:
  explicit Page(const SequenceDiagram& diagram) : diagram_(diagram), columns_(columns(diagram)) {}

  Layout lay_out() && {
    const int content = content_width();
    layout_.width = content + 2 * margin;
    offset_ = margin + (content - columns_.width) / 2;
    y_ = margin;
    if (!diagram_.title.empty()) {
      layout_.title =
          block(typeset(diagram_.title, Face::bold, font_size::title, content), font_size::title, margin, y_);
      y_ = layout_.title.box.bottom() + 22;
    }
    place_heads();
    diagram_.walk([this](const Element& element) { std::visit([this](const auto& item) { place(item); }, element); });
    place_feet();
    if (!diagram_.footer.empty()) {
      y_ += 20;
      layout_.footer =
          block(typeset(diagram_.footer, Face::plain, font_size::footer, content), font_size::footer, margin, y_);
      y_ = layout_.footer.box.bottom();
    }
    layout_.height = y_ + margin - 8;
    return std::move(layout_);
  }

 private:
  static int width_of(const Note& note) { return widest(text_of(note).lines) + note_sign_width + 2 * note_padding; }

  int content_width() const {
    int width = columns_.width;
    diagram_.walk([&width](const Element& element) {
      if (const auto* note = std::get_if<Note>(&element)) width = std::max(width, width_of(*note));
    });
    return width;
  }

  int x_of(Participant participant) const {
    return columns_.xs.empty() ? margin : offset_ + columns_.xs[column_of(diagram_, participant)];
  }

  int name_height() const {
    std::size_t lines = 1;
    for (const auto& name : columns_.names) lines = std::max(lines, name.size());
    return static_cast<int>(lines) * line_height(font_size::name);
  }

  Box box_at(int x, int height) const { return {x - columns_.box_width / 2, y_, columns_.box_width, height}; }

  /// The name in the middle of what is left of the box below `skipped`.
  static TextBlock name_in(const Box& box, int skipped, const std::vector<TextLine>& lines) {
    const int height = static_cast<int>(lines.size()) * line_height(font_size::name);
    return centred(lines, font_size::name, box.middle(), box.top + skipped + (box.height - skipped - height) / 2);
  }

  void place_heads() {
    const int height = icon_height + name_height() + 2 * name_padding;
    for (std::size_t at = 0; at < diagram_.lifelines.size(); ++at) {
      const int x = offset_ + columns_.xs[at];
      const auto head = box_at(x, height);
      layout_.lifelines.push_back(
          {diagram_.lifelines[at].participant, x, head, {}, name_in(head, icon_height, columns_.names[at]), {}});
    }
    y_ += height + 26;
  }

  void place_feet() {
    y_ += 6;
    const int height = name_height() + 2 * name_padding;
    for (std::size_t at = 0; at < layout_.lifelines.size(); ++at) {
      auto& lifeline = layout_.lifelines[at];
      lifeline.foot = box_at(lifeline.x, height);
      lifeline.end_name = name_in(lifeline.foot, 0, columns_.names[at]);
    }
    y_ += height;
  }

  void place(const Arrow& arrow) {
    PlacedArrow placed{arrow, x_of(arrow.from), x_of(arrow.to), 0, {}, {}};
    const int distance = placed.to - placed.from;
    auto lines = typeset_evenly(arrow.caption, Face::plain, font_size::caption, caption_limit(distance));
    auto words = mark_lines(arrow, distance);
    int below = 0;
    if (distance == 0) {
      const int left = placed.from + loop_width + 12;
      placed.caption = block(std::move(lines), font_size::caption, left, y_);
      placed.y = y_ + std::max(12, (placed.caption.box.height - loop_height) / 2);
      below = std::max(placed.caption.box.bottom(), placed.y + loop_height);
      placed.mark = mark_at(std::move(words), left, below);
      placed.mark.box.left = left;
    } else {
      const int middle = clear_middle(placed.from, placed.to, std::max(widest(lines), widest(words) + mark_sign_width));
      placed.caption = centred(std::move(lines), font_size::caption, middle, y_);
      placed.y = placed.caption.box.bottom() + 7;
      below = placed.y + 7;
      placed.mark = mark_at(std::move(words), middle, below);
    }
    y_ = std::max(below, placed.mark.box.bottom()) + 15;
    layout_.elements.emplace_back(std::move(placed));
  }

  /// The middle for a text of that width between two lifelines: as near to half way as keeps it clear of those between;
  /// half way where nothing does.
  int clear_middle(int from, int to, int width) const {
    const int half_way = from + (to - from) / 2;
    const int first = std::min(from, to), last = std::max(from, to);
    int best = half_way, shift = last - first;
    for (std::size_t at = 0; at + 1 < layout_.lifelines.size(); ++at) {
      const int left = layout_.lifelines[at].x, right = layout_.lifelines[at + 1].x;
      const int least = left + (width + 1) / 2 + (left == first ? caption_sides / 2 : beside_lifeline);
      const int most = right - (width + 1) / 2 - (right == last ? caption_sides / 2 : beside_lifeline);
      if (left < first || right > last || least > most) continue;
      const int middle = std::clamp(half_way, least, most);
      if (std::abs(middle - half_way) >= shift) continue;
      best = middle;
      shift = std::abs(middle - half_way);
    }
    return best;
  }

  static std::vector<TextLine> mark_lines(const Arrow& arrow, int distance) {
    const auto words = mark_of(arrow);
    if (words.empty()) return {};
    return typeset(words, Face::plain, font_size::mark, caption_limit(distance) - mark_sign_width);
  }

  /// Room for the sign is taken at the left of the words.
  static TextBlock mark_at(std::vector<TextLine> lines, int middle, int top) {
    if (lines.empty()) return {};
    auto mark = centred(std::move(lines), font_size::mark, middle, top);
    mark.box.left -= mark_sign_width / 2;
    mark.box.width += mark_sign_width;
    return mark;
  }

  void place(const StateChange&) {}
  void place(const Activation&) {}
  void place(const Pause&) {}

  void place(const Note& note) {
    auto [lines, heading] = text_of(note);
    PlacedNote placed{note.kind, {}, {}, {}, heading};
    if (note.over) placed.pointer = x_of(*note.over);
    const int width = widest(lines) + note_sign_width + 2 * note_padding;
    const int left = placed.pointer.value_or(layout_.width / 2) - width / 2;
    placed.box = {std::clamp(left, margin, layout_.width - margin - width), y_, width, 0};
    placed.text =
        block(std::move(lines), font_size::note, placed.box.left + note_padding + note_sign_width, y_ + note_padding);
    placed.box.height = placed.text.box.height + 2 * note_padding;
    y_ = placed.box.bottom() + 18;
    layout_.elements.emplace_back(std::move(placed));
  }

  const SequenceDiagram& diagram_;
  const Columns columns_;
  Layout layout_;
  int offset_ = 0, y_ = 0;
};

}  // namespace

Layout layout(const SequenceDiagram& diagram) { return Page(diagram).lay_out(); }

}  // namespace flowsim
