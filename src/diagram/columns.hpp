// How far apart the lifelines of a picture stand.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "diagram/layout.hpp"

namespace flowsim::diagram {

/// The heads of the lifelines in lines of text, and one width for all their boxes.
struct Heads {
  explicit Heads(const std::vector<Lifeline>& lifelines);

  std::vector<std::vector<TextLine>> roles, short_names, whole_names;
  int box_width = 0;
};

/// The free room between a lifeline and a text: where the text's arrow begins or ends there, and where it passes.
inline constexpr int beside_end = 26, beside_lifeline = 18;

/// The columns of a drawing before it has a place on the page.
struct Columns {
  std::vector<int> xs;  ///< from the left edge of the first box
  int width = 0;        ///< from the first box to the last, or to what stands right of it
};

/// What the elements need, folded into a table of the widest text for each pair of columns.
class ColumnNeeds {
 public:
  explicit ColumnNeeds(std::size_t columns) : columns_(columns), between_(columns * columns) {}

  void ask(const PlacedElement& element);

  /// The widest box that is bound to no pair of columns.
  int widest_box() const { return widest_box_; }

  /// Columns so far apart that each text has room between two of them that stand side by side.
  Columns columns(int box_width) const;

 private:
  int& between(std::size_t one, std::size_t other);
  void ask(const PlacedArrow& arrow);
  void ask(const PlacedNote& note);
  void ask(const PlacedPause& pause);
  void ask(const PlacedStateChange&) {}

  std::size_t columns_;
  std::vector<int> between_;  ///< by first and last column; 0 where nothing stands between them
  int beyond_last_ = 0, widest_box_ = 0;
};

/// The middle for a text of that width between two columns: that of the gap nearest to half way in which it keeps clear
/// of the lifelines; half way where there is none.
int clear_middle(const std::vector<int>& xs, std::size_t one, std::size_t other, int width);

}  // namespace flowsim::diagram
