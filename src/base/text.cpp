// Splitting, joining, guessing what was meant, and showing text that nobody has checked.
#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "base/utf8.hpp"

namespace flowsim::base {
namespace {

// Longer texts are never compared: nobody mistypes a name of that length, and hostile ones would cost time.
constexpr std::size_t longest_name = 64;

// The fewest insertions, deletions, replacements and swaps of neighbours that make `a` into `b`, both short enough.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, longest_name + 1>;
  Row before_last{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

// The byte at which the first `count` characters end.
std::size_t end_of_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += code_point_at(text, at).length;
  return at;
}

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).length;
  return count;
}

template <class Text>
std::string joined(std::span<const Text> items, std::string_view separator) {
  std::string out;
  for (const auto& item : items) {
    if (&item != items.data()) out += separator;
    out += item;
  }
  return out;
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text, char separator) {
  std::vector<std::string_view> words;
  words.reserve(static_cast<std::size_t>(std::ranges::count(text, separator)) + 1);
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(separator));
    if (!word.empty()) words.push_back(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return words;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) letter = lower_case(letter);
  return lower;
}

bool equal_ignoring_case(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other, [](char a, char b) { return lower_case(a) == lower_case(b); });
}

std::string join(std::span<const std::string> items, std::string_view separator) { return joined(items, separator); }

std::string join(std::span<const std::string_view> items, std::string_view separator) {
  return joined(items, separator);
}

std::optional<std::string_view> nearest_name(std::string_view word, std::span<const std::string_view> names) {
  if (word.size() > longest_name) return {};
  std::optional<std::string_view> nearest;
  std::size_t nearest_distance = 0;
  for (const auto name : names) {
    if (name.size() > longest_name) continue;
    const auto [shorter, longer] = std::minmax({word.size(), name.size()});
    const auto limit = std::max<std::size_t>(1, longer / 3);
    if (longer - shorter > limit) continue;
    const auto distance = edit_distance(word, name);
    if (distance > limit || (nearest && distance >= nearest_distance)) continue;
    nearest = name;
    nearest_distance = distance;
  }
  return nearest;
}

std::string shortened(std::string_view secret) {
  constexpr std::size_t shown_whole = 16, shown = 3;
  if (secret.size() <= shown_whole) return std::string(secret);
  const auto characters = characters_in(secret);
  if (characters <= shown_whole) return std::string(secret);
  return fmt::format("{}…({})", secret.substr(0, end_of_characters(secret, shown)), characters);
}

std::string visible(std::string_view text) {
  std::size_t at = plain_length(text);
  std::string out(text.substr(0, at));
  while (at < text.size()) {
    const auto character = code_point_at(text, at);
    const auto value = static_cast<std::uint32_t>(character.value);
    if (!character.valid || (value < 0x80 && is_control(character.value)))
      fmt::format_to(std::back_inserter(out), "\\x{:02X}", value);
    else if (is_control(character.value))
      fmt::format_to(std::back_inserter(out), "\\u{{{:04X}}}", value);
    else
      out.append(text, at, character.length);
    at += character.length;
    const auto plain = plain_length(text, at);
    out.append(text, at, plain);
    at += plain;
  }
  return out;
}

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
  for (std::size_t at = plain_length(text); at < text.size(); at += plain_length(text, at)) {
    const auto character = code_point_at(text, at);
    if (!character.valid) return at;
    at += character.length;
  }
  return {};
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0;;) {
    const auto plain = plain_length(text, at);
    width += plain;
    at += plain;
    if (at == text.size()) return width;
    const auto character = code_point_at(text, at);
    width += character.valid ? columns_of(character.value) : 1;
    at += character.length;
  }
}

}  // namespace flowsim::base
