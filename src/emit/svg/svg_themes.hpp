// The looks an SVG picture can have.
#pragma once

#include <span>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::emit {

/// A colour by its name, on light and on dark pages.
struct SvgColour {
  std::string_view name, light, dark;
};

/// One row of the theme table.
struct SvgTheme {
  std::string_view name;         ///< as `--theme` takes it
  std::string_view description;  ///< one line without a full stop
  std::span<const SvgColour> colours;
  std::string_view thin, line, heavy;  ///< the widths of lines: of frames, of arrows, of arrows that deviate
  std::string_view lifeline;           ///< how lifelines are drawn, as declarations
  std::string_view signs;              ///< what is added to the place of a sign to make it larger
  int tip_length = 10;                 ///< of an arrow's head, in pixels
  bool rounded = true;                 ///< whether boxes have round corners
};

/// Every theme, the default one first. Each has the same colours.
std::span<const SvgTheme> svg_themes();

/// The row of that name, or the default one.
const SvgTheme& svg_theme(std::string_view name);

}  // namespace flowsim::emit
