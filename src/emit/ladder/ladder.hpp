// A sequence diagram as lifelines of text, line by line from top to bottom.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "diagram/ladder_columns.hpp"
#include "emit/ladder/ladder_glyphs.hpp"
#include "emit/ladder/ladder_row.hpp"

namespace flowsim::emit {

/// How many columns a text takes.
inline int columns_of_text(std::string_view text) { return static_cast<int>(display_width(text)); }

/// What a ladder is drawn with.
struct LadderOptions {
  int width = 100;     ///< no line has more columns; see `ladder_columns` for its bounds
  bool ascii = false;  ///< nothing but ASCII, instead of box drawing
  bool color = false;  ///< ANSI colours, for a terminal
};

/// A ladder under way. Each element is written when it is given; only states that may share a line wait for what comes
/// next. Holds one line, so any number of elements takes the same memory. Refers to the diagram's lifelines and to the
/// stream, which must outlive it; the columns may be those of a longer drawing, so that a part of it stands where it
/// stands in the whole.
class Ladder {
 public:
  Ladder(const SequenceDiagram& diagram, LadderColumns columns, const LadderOptions& options, std::ostream& out);

  /// The title, and the names above the lifelines.
  void head();
  void draw(const Element& element);
  /// Writes the states that wait for their line, where nothing comes after them.
  void finish_line() { draw_states(); }
  /// The names below the lifelines, and the footer.
  void foot();

 private:
  /// Where a text stands.
  struct Room {
    int left = 0, width = 0;
  };
  /// A state that waits for its line.
  struct WaitingState {
    int left = 0, end = 0;
    std::string text;
  };

  void place(const Arrow& arrow);
  void place(const Note& note);
  void place(const StateChange& change);
  void place(const Activation& activation);
  void place(const Pause& pause);

  void draw_names(bool above);
  void draw_boxes(bool above);
  void draw_box_line(LadderRow& row, std::size_t lifeline, int line, bool above) const;
  void draw_names_below_each_other(bool above);
  void draw_paragraph(std::string_view text, Ink ink);

  Room room_beside(const Arrow& arrow, int indent, std::span<const std::string> texts) const;
  void draw_caption(const Arrow& arrow);
  void draw_shaft(const Arrow& arrow);
  void draw_loop(const Arrow& arrow);
  void draw_mark(const Arrow& arrow);
  void draw_block(const std::string& lead, std::string_view text, Room room, Ink ink);
  void put_tail(LadderRow& row, std::size_t lifeline, bool to_right) const;

  Room room_of_note(int middle, int width) const;
  void draw_states();
  LadderRow lifelines(bool pausing = false) const;
  std::string_view lifeline_glyph(std::size_t lifeline) const;
  bool is_attackers(std::size_t lifeline) const;
  void draw_frame_side(LadderRow& row, const FrameGlyphs& frame, Room room, bool upper, Ink ink) const;
  void print(const LadderRow& row);
  std::string shown(std::string_view text) const;

  const SequenceDiagram& diagram_;
  const LadderColumns columns_;
  const LadderOptions options_;
  const LadderGlyphs& glyphs_;
  std::ostream& out_;
  std::vector<int> active_;  ///< how many requests each lifeline is at work on
  std::vector<WaitingState> states_;
};

/// The whole drawing. Walks over it twice: once for the columns, once to write.
void write_ladder(const SequenceDiagram& diagram, const LadderOptions& options, std::ostream& out);

}  // namespace flowsim::emit
