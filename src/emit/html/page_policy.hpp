// What a page of ours allows itself: nothing but its own style sheet and script.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::emit {

/// A Content-Security-Policy (CSP Level 3) under which a browser fetches nothing, applies the style sheet and the
/// script of exactly these texts and no other, and lets no script write markup.
std::string page_policy(std::string_view style_sheet, std::string_view script);

}  // namespace flowsim::emit
