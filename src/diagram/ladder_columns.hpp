// Where the lifelines of a ladder stand, in columns of text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagram/sequence_diagram.hpp"

namespace flowsim::diagram {

/// The columns of a ladder; 0 is the leftmost.
struct LadderColumns {
  int width = 0;                                ///< nothing is drawn at this column or right of it
  int end = 0;                                  ///< the first column right of the last box
  std::vector<int> xs;                          ///< the lifelines, left to right
  std::vector<std::vector<std::string>> names;  ///< in lines, as by `character_text`
  bool boxed = true;                            ///< there is room for boxes beside each other
  int padding = 1;                              ///< blanks between a name and the sides of its box
};

/// The narrowest and the widest ladder.
inline constexpr int narrowest_ladder = 40, widest_ladder = 400;

/// Columns as far apart as the captions wish, if `width` allows it, else as evenly less as it takes. Where names do not
/// fit beside each other, they give way to the participants' short names, and at last to names one below the other.
/// Walks over the drawing once. A `width` beyond the narrowest or the widest ladder is taken for that.
LadderColumns ladder_columns(const SequenceDiagram& diagram, int width, bool ascii);

/// How many columns the box of that lifeline takes left of the lifeline, and right of it.
struct BoxSides {
  int left = 0, right = 0;
};
BoxSides box_sides(const LadderColumns& columns, std::size_t lifeline);

/// Which of the lifelines the participant has; the first if none.
std::size_t lifeline_of(const SequenceDiagram& diagram, Participant participant);

}  // namespace flowsim::diagram
