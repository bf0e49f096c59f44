// The one style sheet of a page: its own rules, those of its pictures, and a switch between light and dark.
#pragma once

#include <string>

namespace flowsim {

/// The page's files and the pictures' sheet. Light and dark follow the reader's preference, unless the page's root says
/// `data-theme`.
std::string lesson_style();

}  // namespace flowsim
