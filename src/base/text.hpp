// Small text tools without a subject.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::base {

/// The parts of `text` between `separator`s, empty ones left out.
std::vector<std::string_view> split_words(std::string_view text, char separator = ' ');

/// Letters and digits are those of ASCII, whatever the locale says; every other byte is neither and stays as it is.
constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
constexpr bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
constexpr char lower_case(char letter) { return is_capital(letter) ? static_cast<char>(letter - 'A' + 'a') : letter; }
constexpr bool is_letter(char letter) { return lower_case(letter) >= 'a' && lower_case(letter) <= 'z'; }
constexpr bool is_letter_or_digit(char letter) { return is_letter(letter) || is_digit(letter); }

std::string lower_case(std::string_view text);
bool equal_ignoring_case(std::string_view one, std::string_view other);

/// The text without the blanks at its ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t") {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// Takes the decimal number at the beginning of the text away; nothing, and the text as it was, where none that fits
/// the type stands there. A sign is a minus, and only for types that have one.
template <class Number>
std::optional<Number> take_number(std::string_view& text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// The number that the whole text is.
template <class Number>
std::optional<Number> read_number(std::string_view text) {
  const auto number = take_number<Number>(text);
  return text.empty() ? number : std::nullopt;
}

/// The items with `separator` between them.
std::string join(std::span<const std::string> items, std::string_view separator);
std::string join(std::span<const std::string_view> items, std::string_view separator);

/// The name nearest to `word`, if it is near enough to be meant: the insertions, deletions, replacements and swaps of
/// neighbouring bytes between them are at most a third of the longer one's length, or one. The first of equals.
/// Nothing longer than 64 bytes is near to anything.
std::optional<std::string_view> nearest_name(std::string_view word, std::span<const std::string_view> names);

/// A long secret as traces show it: its first three characters, an ellipsis and its length in characters: `kV3…(43)`.
/// Whole when it has 16 characters or fewer.
std::string shortened(std::string_view secret);

/// The text with every control character written as `\xNN` (C0, DEL) or `\u{NNNN}` (C1, bidirectional overrides,
/// zero-width and all others that `is_control` names) and every byte that is not UTF-8 as `\xNN`, so that it cannot
/// move the cursor of a terminal or hide itself.
std::string visible(std::string_view text);

/// Where the first byte sequence that is not UTF-8 starts (RFC 3629), if there is one.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

/// How many columns a terminal or a monospaced page gives to the text: code points that advance the cursor, wide ones
/// twice. A byte that is not UTF-8 counts as one.
std::size_t display_width(std::string_view text);

/// The names in the rows of a table, in its order.
template <class Rows>
std::vector<std::string_view> names_of(const Rows& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  return names;
}

}  // namespace flowsim::base
