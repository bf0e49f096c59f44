// Where everything of a sequence diagram stands, in whole pixels: what a writer of pictures draws.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagram/sequence_diagram.hpp"
#include "diagram/typeset.hpp"

namespace flowsim {

/// Font sizes of the drawing, in pixels.
namespace font_size {
inline constexpr int title = 19, name = 13, caption = 13, mark = 11, note = 12, footer = 11;
}

/// The distance between the lines of a text of that size.
constexpr int line_height(int size) { return size * 7 / 5; }

/// A rectangle of the drawing.
struct Box {
  int left = 0, top = 0, width = 0, height = 0;

  constexpr int right() const { return left + width; }
  constexpr int bottom() const { return top + height; }
  constexpr int middle() const { return left + width / 2; }
  constexpr bool overlaps(const Box& other) const {
    return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
  }
  bool operator==(const Box&) const = default;
};

/// Lines of text that fill a box from its top.
struct TextBlock {
  std::vector<TextLine> lines;
  Box box;
  bool operator==(const TextBlock&) const = default;
};

/// A participant: a box with its name above and below its lifeline.
struct PlacedLifeline {
  Participant participant = Participant::user;
  int x = 0;
  Box head, foot;
  TextBlock name;      ///< inside the head
  TextBlock end_name;  ///< inside the foot
};

/// An arrow, its caption above it, and below it in words what is wrong with it.
struct PlacedArrow {
  Arrow arrow;
  int from = 0, to = 0, y = 0;  ///< of lifeline to lifeline; an arrow to oneself has both alike
  TextBlock caption;
  TextBlock mark;  ///< without lines where nothing is wrong
  bool operator==(const PlacedArrow&) const = default;
};

/// A note, its text to the right of the room for its sign.
struct PlacedNote {
  NoteKind kind = NoteKind::refusal;
  std::optional<int> pointer;  ///< the lifeline it is about
  Box box;
  TextBlock text;
  std::size_t heading = 0;  ///< how many of its first lines are set bold
};

using PlacedElement = std::variant<PlacedArrow, PlacedNote>;

/// The whole drawing.
struct Layout {
  int width = 0, height = 0;
  TextBlock title, footer;
  std::vector<PlacedLifeline> lifelines;
  std::vector<PlacedElement> elements;
};

/// How far an arrow to oneself goes to the right, and down.
inline constexpr int loop_width = 34, loop_height = 22;

/// The room for the sign at the left of a note, and of a mark.
inline constexpr int note_sign_width = 26, mark_sign_width = 18;

/// Places the elements in their order from top to bottom, no two texts over each other. Columns stand as far apart as
/// the names and captions need; captions are wrapped at 34 times their size, or less where that keeps columns together.
Layout layout(const SequenceDiagram& diagram);

}  // namespace flowsim
