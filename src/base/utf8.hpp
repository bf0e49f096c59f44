// UTF-8 one code point at a time, and what is known about single code points (RFC 3629; Unicode as libutf8proc has it).
#pragma once

#include <cstddef>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::base {

/// What stands at one place of a text: a code point, or one byte that belongs to none.
struct CodePoint {
  char32_t value = 0;      ///< the code point; the byte where `valid` is false
  std::size_t length = 1;  ///< how many bytes it takes
  bool valid = true;
};

/// The same as `code_point_at` for a byte beyond ASCII.
CodePoint wide_code_point_at(std::string_view text, std::size_t at);

/// What starts at byte `at`, which must lie inside the text. Overlong forms, surrogates, values beyond U+10FFFF and cut
/// sequences are no code points: their first byte stands for itself.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? CodePoint{first, 1, true} : wide_code_point_at(text, at);
}

/// How many bytes from `at` on are printable ASCII: none of them controls anything, and each takes one column.
std::size_t plain_length(std::string_view text, std::size_t at = 0);

/// Whether it would act on a terminal or stay unseen: C0, DEL, C1, bidirectional controls, zero-width and other format
/// characters, line and paragraph separators, invisible fillers.
bool is_control(char32_t value);

/// How many columns of a terminal it takes: 0 for controls and combining marks, 2 for wide characters, else 1.
std::size_t columns_of(char32_t value);

}  // namespace flowsim::base
