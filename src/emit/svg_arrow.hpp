// Arrows of SVG pictures.
#pragma once

#include "emit/svg_pen.hpp"
#include "emit/svg_themes.hpp"

namespace flowsim {

/// Draws the arrow with all its texts; `x` is the lifeline where it starts, and has its number.
void draw_arrow(SvgPen& pen, const PlacedArrow& placed, int x, const SvgTheme& theme);

}  // namespace flowsim
