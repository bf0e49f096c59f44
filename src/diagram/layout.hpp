// Where everything of a sequence diagram stands, in whole pixels: what a writer of pictures draws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagram/sequence_diagram.hpp"
#include "diagram/typeset.hpp"

namespace flowsim::diagram {

/// Font sizes of the drawing, in pixels.
namespace font_size {
inline constexpr int title = 19, role = 11, name = 13, caption = 13, mark = 11, detail = 12, note = 12, state = 11,
                     pause = 12, footer = 11;
}

/// The distance between the lines of a text of that size.
constexpr int line_height(int size) { return size * 7 / 5; }

/// A rectangle of the drawing.
struct Box {
  int left = 0, top = 0, width = 0, height = 0;

  constexpr int right() const { return left + width; }
  constexpr int bottom() const { return top + height; }
  constexpr int middle() const { return left + width / 2; }
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
  std::string name;  ///< in one line
  int x = 0;
  Box band;        ///< over the upper edge of the head
  TextBlock role;  ///< inside the band
  Box head, foot;
  TextBlock short_name;  ///< inside the head: without the role, which the band says
  TextBlock whole_name;  ///< inside the foot
};

/// The time in which a participant works on what it was asked, as a bar on its lifeline.
struct PlacedBar {
  Participant over = Participant::okta;
  std::size_t depth = 0;  ///< how many bars it stands on; from `deepest_bar` on they are not told apart
  Box box;
};

/// What is wrong with an arrow, one sign for each.
enum class Sign : std::uint8_t { outside, changed, lost, delayed };

/// An arrow, its caption above it, and below it in words what is wrong with it, and what it carries.
struct PlacedArrow {
  Arrow arrow;
  std::size_t from_column = 0, to_column = 0;
  int from = 0, to = 0;  ///< from edge to edge of the bars, or of the lifelines; alike for an arrow to oneself
  int y = 0, end_y = 0;  ///< where it starts and ends: a late one slants
  TextBlock caption;
  std::vector<Sign> signs;  ///< in a row at the left of the mark
  TextBlock mark;           ///< without lines where nothing is wrong; its box includes the signs
  Box panel;                ///< around the details; of no width where there are none
  TextBlock details;
};

/// A note, its text to the right of the room for its sign.
struct PlacedNote {
  Note note;
  std::optional<int> pointer;  ///< the lifeline it is about
  Box box;
  TextBlock text;
  std::size_t heading = 0;  ///< how many of its first lines are set bold
};

/// A state, on the lifeline of the participant that is in it from here on.
struct PlacedStateChange {
  StateChange change;
  Box box;
  TextBlock text;
};

/// A break of all lifelines.
struct PlacedPause {
  std::string words;
  Box box;         ///< from the first lifeline to the last
  TextBlock text;  ///< to the right of the room for its sign, which its box includes
};

using PlacedElement = std::variant<PlacedArrow, PlacedNote, PlacedStateChange, PlacedPause>;
using PlacedSink = std::function<void(const PlacedElement&)>;

/// Where the columns of a page stand.
struct Grid {
  std::vector<int> xs;      ///< of the lifelines, from left to right
  int left = 0, right = 0;  ///< between which everything stands
  int box_width = 0;        ///< of every participant's box
};

/// What of a drawing is known before its elements are placed.
struct Page {
  int width = 0, height = 0;
  TextBlock title, footer;
  std::vector<PlacedLifeline> lifelines;
  std::vector<PlacedBar> bars;  ///< in the order in which they begin
  Grid grid;
  int top = 0;  ///< of the first element
};

/// How far an arrow to oneself goes to the right, and down.
inline constexpr int loop_width = 34, loop_height = 22;

/// The room for a sign at the left of a note, and of a mark or a pause.
inline constexpr int note_sign_width = 28, mark_sign_width = 20;

/// Bars: half their width, how far one stands to the right of the one it stands on, and how many steps at most.
inline constexpr int bar_half = 5, bar_step = 4;
inline constexpr std::size_t deepest_bar = 2;

/// Walks over the drawing once to find how large everything is: how far apart the columns stand so that every name,
/// and every text of an arrow, has room between two neighbouring lifelines, and how far down the page goes. Keeps of
/// the elements only the bars.
Page page_of(const SequenceDiagram& diagram);

/// Walks over the drawing once more and hands each element, placed, to the sink, in their order from top to bottom, no
/// two texts over each other. The page must be that drawing's.
void place_elements(const SequenceDiagram& diagram, const Page& page, const PlacedSink& sink);

}  // namespace flowsim::diagram
