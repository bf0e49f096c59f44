// Keeps every column in its place, also where characters take two or none.
#include "emit/ladder/ladder_row.hpp"

#include <ostream>

#include "base/utf8.hpp"

namespace flowsim::emit {

void LadderRow::clear(int column) {
  if (!has(column)) return;
  if (cell(column).glyph.empty()) cell(column - 1) = {};
  if (has(column + 1) && cell(column + 1).glyph.empty()) cell(column + 1) = {};
  cell(column) = {};
}

void LadderRow::put(int column, std::string_view glyph, Ink ink) {
  if (!has(column)) return;
  clear(column);
  cell(column) = {std::string(glyph), ink};
}

void LadderRow::write(int column, std::string_view text, Ink ink) {
  clear(column - 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto character = code_point_at(text, at);
    const int columns = static_cast<int>(columns_of(character.value));
    const auto glyph = text.substr(at, character.length);
    at += character.length;
    if (columns == 0) {
      if (has(column - 1)) cell(cell(column - 1).glyph.empty() ? column - 2 : column - 1).glyph += glyph;  // a mark
      continue;
    }
    if (!has(column + columns - 1)) break;
    put(column, glyph, ink);
    if (columns == 2) {
      clear(column + 1);
      cell(column + 1) = {{}, ink};
    }
    column += columns;
  }
  clear(column);
}

void LadderRow::print(std::ostream& out, bool color) const {
  auto end = cells_.size();
  while (end > 0 && cells_[end - 1].glyph == " ") --end;
  auto ink = Ink::plain;
  for (std::size_t at = 0; at < end; ++at) {
    const auto& [glyph, wanted] = cells_[at];
    if (color && wanted != ink) {
      if (ink != Ink::plain) out << ink_end;
      out << ink_code(wanted);
      ink = wanted;
    }
    out << glyph;
  }
  if (ink != Ink::plain) out << ink_end;
  out << '\n';
}

}  // namespace flowsim::emit
