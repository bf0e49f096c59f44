// The one style sheet of a page: its own rules, those of its pictures, and a switch between light and dark.
#pragma once

#include <string>

#include "emit/svg/svg_themes.hpp"

namespace flowsim::emit {

/// The page's own sheet and those of its pictures: sequence diagrams in the given theme, state diagrams in the default
/// one. Light and dark follow the reader's preference, unless the page's root says `data-theme`.
std::string lesson_style(const SvgTheme& theme);

}  // namespace flowsim::emit
