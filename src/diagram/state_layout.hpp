// Where everything of a state diagram stands, in whole pixels: what a writer of pictures draws.
#pragma once

#include <string>
#include <vector>

#include "diagram/layout.hpp"
#include "diagram/state_diagram.hpp"
#include "diagram/state_label.hpp"
#include "diagram/state_lanes.hpp"

namespace flowsim::diagram {

/// A state as a box.
struct PlacedState {
  std::string name;
  bool initial = false, final = false;
  Box box;
  TextBlock title;                     ///< the name, inside the box
  std::vector<PlacedLabel> reactions;  ///< inside the box below the name: the rows that stay in the state
  int stem = 0;                        ///< the x of the line below the box from which its transitions branch off
};

/// A row that leads from a state to one, as a branch: from the stem into the label, and out of it into a lane.
struct PlacedTransition {
  std::string from, to;
  PlacedLabel label;
  int enters = 0;  ///< the y of the line before the label
  int leaves = 0;  ///< the y of the line behind it
};

/// The whole drawing. States that an arrow leaves stand in a column at the left, each above the labels of its
/// transitions; the others in a column at the right; the lanes between them.
struct StateLayout {
  int width = 0, height = 0;
  TextBlock title;
  Point start;                                ///< the initial dot, above the initial state's box
  std::vector<PlacedState> states;            ///< in reading order
  std::vector<PlacedTransition> transitions;  ///< by state in that order, and for each in the order of the diagram
  std::vector<StateLane> lanes;               ///< left to right as far as they overlap
};

/// The margin around a drawing.
inline constexpr int state_margin = 24;

/// How far the line behind a label stands off it, and the line before.
inline constexpr int label_gap = 7;

/// Places everything so that no text, box or line lies over another's text or box, and no two lines to different states
/// over each other, except where they cross at a right angle. At most 1,000 pixels wide for up to 30 states with names
/// and parts of labels of up to 30 characters, whatever the length of the labels.
StateLayout layout(const StateDiagram& diagram);

}  // namespace flowsim::diagram
