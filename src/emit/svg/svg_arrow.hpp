// Arrows of SVG pictures.
#pragma once

#include "emit/svg/svg_pen.hpp"
#include "emit/svg/svg_themes.hpp"

namespace flowsim::emit {

/// Whether it is the attacker or the attacker's browser, who are drawn with corners and doubled lines.
constexpr bool is_hostile(Participant participant) {
  return participant == Participant::attacker || participant == Participant::attacker_browser;
}

/// Draws the arrow with all its texts; `x` is the lifeline where it starts, and has its number.
void draw_arrow(SvgPen& pen, const PlacedArrow& placed, int x, const SvgTheme& theme);

}  // namespace flowsim::emit
