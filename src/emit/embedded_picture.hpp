// A picture that stands in a page among others.
#pragma once

#include <string>

namespace flowsim {

/// An SVG file of ours without its style sheet, which the page has once, and with the given id in the place of its own,
/// so that no two elements of a page have the same.
std::string fit_for_page(std::string picture, const std::string& id);

}  // namespace flowsim
