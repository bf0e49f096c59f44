// The two character sets of a ladder: box drawing, and ASCII.
#pragma once

#include <string_view>

#include "diagram/sequence_diagram.hpp"

namespace flowsim::emit {

/// A frame's corners and sides, and where a lifeline leaves it.
struct FrameGlyphs {
  std::string_view top_left, top_right, bottom_left, bottom_right;
  std::string_view across, side;
  std::string_view up, down;  ///< in the upper and the lower side, a lifeline above and below
};

/// An arrow's shaft and heads. A dashed shaft has `gap` at every other column from its head.
struct ArrowGlyphs {
  std::string_view shaft, gap, to_right, to_left;
};

/// What stands for what; each glyph takes one column.
struct LadderGlyphs {
  std::string_view lifeline, active, attacker, pause;
  std::string_view starts_right, starts_left;  ///< a lifeline from which an arrow leaves
  std::string_view active_starts_right, active_starts_left;
  std::string_view crossing, active_crossing;  ///< an arrow on its way over a lifeline
  std::string_view lost;
  std::string_view loop_top, loop_bottom;  ///< the corners of an arrow to oneself
  std::string_view state_opens, state_closes, cut;
  FrameGlyphs participant, attacker_frame, note, ending;

  const ArrowGlyphs& arrow(ArrowKind kind) const;
  std::string_view sign(NoteKind kind) const;

  ArrowGlyphs arrows[3];
  std::string_view signs[4];
};

/// The character set.
const LadderGlyphs& ladder_glyphs(bool ascii);

}  // namespace flowsim::emit
