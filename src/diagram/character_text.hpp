// Texts as they stand in drawings made of characters: nothing in them can move a cursor or a column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::diagram {

/// The text as by `visible`, with variation selectors shown as `\u{FE0F}` too, because terminals disagree about the
/// width of what stands before them, and a combining mark with nothing to stand on given `◌` to stand on. With `ascii`,
/// signs that flowsim itself writes are spelt out (`…` as `...`, `§` as `section `), and every other character beyond
/// ASCII is shown as `\u{2713}`.
std::string character_text(std::string_view text, bool ascii);

/// The text in lines of at most `width` columns, at least 2: broken at spaces, each break taking one space away, and
/// inside a word only where the word alone is wider. At least one line, which may be empty.
std::vector<std::string> character_lines(std::string_view text, std::size_t width);

/// As many columns as the widest of the lines has.
std::size_t widest(const std::vector<std::string>& lines);

/// As many columns as the longest word of the text has.
std::size_t longest_word(std::string_view text);

}  // namespace flowsim::diagram
