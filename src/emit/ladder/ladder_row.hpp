// One line of a ladder, put together cell by cell.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "emit/svg/ink.hpp"

namespace flowsim::emit {

/// A line of so many columns, blank at first. What would stand outside of it is left out.
class LadderRow {
 public:
  explicit LadderRow(int width) : cells_(static_cast<std::size_t>(width)) {}

  /// A glyph that takes one column.
  void put(int column, std::string_view glyph, Ink ink = Ink::plain);

  /// The text from that column on, over what stands there, with a blank before and behind it. It must be as by
  /// `character_text`.
  void write(int column, std::string_view text, Ink ink = Ink::plain);

  /// The line without the blanks at its end, and a line feed.
  void print(std::ostream& out, bool color) const;

 private:
  struct Cell {
    std::string glyph = " ";  ///< empty: the second half of the wide one before
    Ink ink = Ink::plain;
  };

  bool has(int column) const { return column >= 0 && static_cast<std::size_t>(column) < cells_.size(); }
  Cell& cell(int column) { return cells_[static_cast<std::size_t>(column)]; }
  void clear(int column);

  std::vector<Cell> cells_;
};

}  // namespace flowsim::emit
