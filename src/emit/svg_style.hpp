// How SVG pictures look: a style sheet of classes and colours.
#pragma once

#include <string>
#include <string_view>

namespace flowsim {

/// The default look, `docs`, as a style sheet: colours are custom properties of the class `flowsim`, once for light and
/// once for dark pages, and each use of one is preceded by the light colour for renderers without custom properties.
std::string_view svg_style();

/// Adds a rule for each of the selectors, which commas part, to such a sheet; `@name` at the end of a declaration
/// stands for the colour of that name, which must be one of the sheet's.
void append_svg_rule(std::string& sheet, std::string_view selectors, std::string_view declarations);

}  // namespace flowsim
