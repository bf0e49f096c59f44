// Texts as they are typed to a shell.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::cli {

/// The text as one word of a POSIX shell (POSIX.1-2017 XCU §2.2): as it is where nothing in it means anything to a
/// shell, else in quotes.
std::string shell_word(std::string_view text);

}  // namespace flowsim::cli
