// The vertical lanes in which the lines of a state diagram flow together on their way to a state.
#pragma once

#include <string>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::diagram {

/// A place on the page.
struct Point {
  int x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

/// All lines to one state: from each source to the right into the lane, along it, and out of it through the door.
struct StateLane {
  std::string to;
  std::vector<Point> sources;  ///< the right ends of the labels; never empty
  int x = 0;
  Point door;               ///< on the border of the state's box
  bool ends_right = false;  ///< the door is right of the lane

  /// The first and the last pixel of the lane's vertical part.
  int top() const;
  int bottom() const;
};

/// Orders the lanes so that few lines cross, and gives each an `x`: `first` or a multiple of `pitch` right of it. Lanes
/// whose vertical parts come near each other differ in theirs. Expects sources and doors to have their `y`.
void place_lanes(std::vector<StateLane>& lanes, int first, int pitch);

}  // namespace flowsim::diagram
