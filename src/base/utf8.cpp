// Asks libutf8proc, and keeps apart what it does not: signs that only look like controls, and marks that take a column.
#include "base/utf8.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstring>

namespace flowsim::base {
namespace {

constexpr bool lies_between(char32_t first, char32_t value, char32_t last) { return first <= value && value <= last; }

constexpr bool is_variation_selector(char32_t value) { return lies_between(0xFE00, value, 0xFE0F); }

/// Tags and the room kept for more of them.
constexpr bool is_tag(char32_t value) { return lies_between(0xE0000, value, 0xE0FFF); }

/// Vowels and final consonants of Hangul, which join the letter before.
constexpr bool joins_a_syllable(char32_t value) {
  return lies_between(0x1160, value, 0x11FF) || lies_between(0xD7B0, value, 0xD7FB);
}

const utf8proc_property_t& property_of(char32_t value) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
}

constexpr std::uint64_t in_each_byte(std::uint64_t value) { return value * 0x0101'0101'0101'0101; }

/// Whether all eight bytes are from 0x20 to 0x7E: what is less borrows from its high bit, 0x7F carries into it.
constexpr bool are_plain(std::uint64_t bytes) {
  return (((bytes - in_each_byte(0x20)) | (bytes + in_each_byte(1)) | bytes) & in_each_byte(0x80)) == 0;
}

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t at) {
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  utf8proc_int32_t value = 0;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (length < 1) return {*bytes, 1, false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(length), true};
}

std::size_t plain_length(std::string_view text, std::size_t at) {
  const auto start = at;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (!are_plain(bytes)) break;
  }
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F) ++at;
  return at - start;
}

bool is_control(char32_t value) {
  if (value < 0x7F) return value < 0x20;
  const auto& property = property_of(value);
  switch (property.category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    case UTF8PROC_CATEGORY_CF:
      return property.boundclass != UTF8PROC_BOUNDCLASS_PREPEND;  // those are visible: Arabic, Syriac, Kaithi
    default:
      return (property.ignorable && !is_variation_selector(value)) || is_tag(value);
  }
}

std::size_t columns_of(char32_t value) {
  if (value < 0x7F) return value < 0x20 ? 0 : 1;
  if (is_control(value) || joins_a_syllable(value)) return 0;
  const auto& property = property_of(value);
  switch (property.category) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
      return 0;
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_CF:
      return 1;
    default:
      return property.charwidth;
  }
}

}  // namespace flowsim::base
