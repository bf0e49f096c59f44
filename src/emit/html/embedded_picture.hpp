// A picture that stands in a page among others.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "base/modules.hpp"

namespace flowsim::emit {

/// Hands on to `out` the SVG file of ours that `draw` writes, without its style sheet, which the page has once, and
/// with `id` in the place of its own id, so that no two elements of a page have the same. Only its head is held.
void embed_picture(std::ostream& out, const std::string& id, const std::function<void(std::ostream&)>& draw);

}  // namespace flowsim::emit
