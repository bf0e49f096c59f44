// Small text tools without a subject.
#pragma once

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
