// Writes the ends of a ladder: its title, the names above and below the lifelines, its footer.
#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "diagram/character_text.hpp"
#include "emit/ladder/ladder.hpp"

namespace flowsim::emit {

void Ladder::head() {
  if (!diagram_.title.empty()) {
    draw_paragraph(diagram_.title, Ink::strong);
    out_ << '\n';
  }
  draw_names(true);
}

void Ladder::foot() {
  draw_states();
  draw_names(false);
  if (diagram_.footer.empty()) return;
  out_ << '\n';
  draw_paragraph(diagram_.footer, Ink::plain);
}

void Ladder::draw_paragraph(std::string_view text, Ink ink) {
  for (const auto& line : character_lines(shown(text), static_cast<std::size_t>(columns_.width))) {
    LadderRow row(columns_.width);
    row.write(0, line, ink);
    print(row);
  }
}

void Ladder::draw_names(bool above) {
  if (columns_.boxed)
    draw_boxes(above);
  else
    draw_names_below_each_other(above);
}

/// Boxes of their own heights, level with each other where the lifelines begin or end.
void Ladder::draw_boxes(bool above) {
  std::size_t most = 0;
  for (const auto& name : columns_.names) most = std::max(most, name.size());
  const auto height = static_cast<int>(most) + 2;
  for (int line = 0; line < height; ++line) {
    LadderRow row(columns_.width);
    for (std::size_t at = 0; at < columns_.names.size(); ++at) {
      const int own_height = static_cast<int>(columns_.names[at].size()) + 2;
      draw_box_line(row, at, above ? line - (height - own_height) : line, above);
    }
    print(row);
  }
}

/// That line of the lifeline's box, if the box has it.
void Ladder::draw_box_line(LadderRow& row, std::size_t lifeline, int line, bool above) const {
  const auto& name = columns_.names[lifeline];
  const auto& frame = is_attackers(lifeline) ? glyphs_.attacker_frame : glyphs_.participant;
  const auto [left, right] = box_sides(columns_, lifeline);
  const int x = columns_.xs[lifeline], last = static_cast<int>(name.size()) + 1;
  const Room room{x - left, left + 1 + right};
  if (line < 0 || line > last) return;
  if (line == 0 || line == last) {
    draw_frame_side(row, frame, room, line == 0, Ink::plain);
    if ((line == 0) != above) row.put(x, above ? frame.down : frame.up);
    return;
  }
  const auto& text = name[static_cast<std::size_t>(line - 1)];
  row.write(room.left + (room.width - static_cast<int>(display_width(text))) / 2, text, Ink::strong);
  row.put(room.left, frame.side);
  row.put(room.left + room.width - 1, frame.side);
}

/// Each name begins its lifeline on a line of its own, or ends it.
void Ladder::draw_names_below_each_other(bool above) {
  const auto count = columns_.names.size();
  for (std::size_t step = 0; step < count; ++step) {
    const auto at = above ? step : count - 1 - step;
    for (const auto& text : columns_.names[at]) {
      LadderRow row(columns_.width);
      for (std::size_t other = 0; other < at; ++other) row.put(columns_.xs[other], lifeline_glyph(other), Ink::faint);
      const int width = static_cast<int>(display_width(text));
      row.write(std::min(columns_.xs[at], columns_.width - width), text, Ink::strong);
      print(row);
    }
  }
}

}  // namespace flowsim::emit
