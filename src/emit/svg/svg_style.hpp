// How SVG pictures look: a style sheet of classes and colours.
#pragma once

#include <string>
#include <string_view>

#include "emit/svg/svg_themes.hpp"

namespace flowsim::emit {

/// The look of the theme as a style sheet: colours are custom properties, once for light and once for dark pages, and
/// each use of one is preceded by the light colour for renderers without custom properties. The default theme's rules
/// are for the class `flowsim`, those of another for `flowsim` together with the theme's name, so that pictures of
/// several themes can stand on one page.
std::string svg_style(const SvgTheme& theme);

/// The same for the default theme, `docs`.
std::string_view svg_style();

/// The same with what state diagrams have besides.
std::string svg_style_of_states();

/// Adds a rule for each of the selectors, which commas part, to the default theme's sheet; `@name` at the end of a
/// declaration stands for the colour of that name, which must be one of the sheet's.
void append_svg_rule(std::string& sheet, std::string_view selectors, std::string_view declarations);

}  // namespace flowsim::emit
