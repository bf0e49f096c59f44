// URLs as browsers read them: which ones they keep as written, and which are of one origin.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::scenario {

/// Whether the text is an http or https URL without user info, without its scheme's default port and without dot
/// segments in its path, which a browser would take away (RFC 3986 §6.2.2.3, §6.2.3).
bool is_page_url(std::string_view text);

/// Scheme, host and port as browsers compare them (RFC 6454 §4): in lower case, without user info and without the
/// scheme's default port. Empty where the text is no absolute URL.
std::string canonical_origin(std::string_view url);

}  // namespace flowsim::scenario
