// Where a link of a Markdown page leads.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::cli {

/// The path with everything percent-encoded that could end a link or a table's cell (RFC 3986 §2.1).
std::string link_target(std::string_view path);

}  // namespace flowsim::cli
