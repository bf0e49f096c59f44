// Sentences that every view uses in the same words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace flowsim {

/// What every publishable view says of the flow it shows.
inline constexpr std::string_view legacy_sentence =
    "Legacy flow: new applications use Authorization Code with PKCE (RFC 9700 §2.1.2).";

/// The text in lines of at most `width` columns, broken at spaces, each break taking one space away; a longer word has
/// a line of its own. At least one line, which may be empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// A span as people say it: `850 ms`, `2.6 s`, `1 min 40 s`, `2 h 5 min`, `3 d`: two units at most, rounded down.
std::string rough_duration(Duration duration);

}  // namespace flowsim
