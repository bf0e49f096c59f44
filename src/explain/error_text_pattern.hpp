// A known text as a pattern: its literal pieces in their order, with something between them where it has a placeholder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::explain {

/// A stretch of a text, in bytes.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

/// The text without blanks at its ends, and without full stops behind it.
std::string_view bare(std::string_view text);

/// The text as it is compared: in lower case, each run of blanks and control characters as one space, quotation marks
/// straight and without a backslash, no full stops and blanks at its ends.
std::string comparable(std::string_view text);

/// Whether the byte belongs to a word: a letter or digit of ASCII, `_`, or a part of any other character.
bool is_word(char c);

/// The literal pieces of a known text; an empty first or last one means that it begins or ends with a placeholder.
std::vector<std::string_view> pieces_of(std::string_view pattern);

/// The first place where the pattern is in the text, between whole words. A placeholder stands for one to 2048 bytes.
/// In time linear in the text. The pattern must not begin with a placeholder.
std::optional<Stretch> find_pattern(std::string_view text, std::string_view pattern);

/// Whether the pattern is the whole text.
bool is_all_of(std::string_view text, std::string_view pattern);

/// Whether the text is a stretch of one literal piece of the pattern, between whole words.
bool is_stretch_of(std::string_view text, std::string_view pattern);

}  // namespace flowsim::explain
