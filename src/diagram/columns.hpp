// How far apart the lifelines of a picture stand.
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/layout.hpp"

namespace flowsim {

/// The columns of a drawing before it has a place on the page.
struct Columns {
  std::vector<int> xs;                       ///< the lifelines, left to right, from the left edge of the first box
  std::vector<std::vector<TextLine>> names;  ///< in lines
  int box_width = 0;                         ///< of every participant's box
  int width = 0;                             ///< from the first box to the last, or to what stands right of it
};

/// The free room on both sides of an arrow's caption together: for the number at its start and the head at its end.
inline constexpr int caption_sides = 52;

/// The width at which the caption of an arrow is wrapped, given the distance between its ends.
int caption_limit(int distance);

/// Which of the lifelines the participant has; the first if none.
std::size_t column_of(const SequenceDiagram& diagram, Participant participant);

/// Columns so far apart that each name and each caption has room.
Columns columns(const SequenceDiagram& diagram);

}  // namespace flowsim
