// The small line drawings of pictures, as paths.
#pragma once

#include <string_view>

#include "diagram/layout.hpp"

namespace flowsim::emit {

/// In a square of 20 pixels: a person, a window, a shield.
std::string_view svg_icon(Participant participant);

/// In a square of 16 pixels: a warning, a stop, a gap in a fence, a flag.
std::string_view svg_sign(NoteKind kind);

/// In a square of 12 pixels: a warning, not equal, a cross, a clock.
std::string_view svg_sign(Sign sign);

}  // namespace flowsim::emit
