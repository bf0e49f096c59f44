// How SVG pictures look: a style sheet of classes and colours.
#pragma once

#include <string_view>

namespace flowsim {

/// The default look, `docs`, as a style sheet: colours are custom properties of the class `flowsim`, once for light and
/// once for dark pages, and each use of one is preceded by the light colour for renderers without custom properties.
std::string_view svg_style();

}  // namespace flowsim
