// The core schema's productions, written out as small scanners.
#include "scenario/plain_scalar.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"

namespace flowsim::scenario {

namespace {

constexpr std::string_view booleans[] = {"true", "True", "TRUE", "false", "False", "FALSE"};
constexpr std::string_view switch_words[] = {"yes", "Yes", "YES", "no",  "No",  "NO",
                                             "on",  "On",  "ON",  "off", "Off", "OFF"};
constexpr std::string_view unusual_numbers[] = {".inf",  ".Inf",  ".INF",  "+.inf", "+.Inf", "+.INF",
                                                "-.inf", "-.Inf", "-.INF", ".nan",  ".NaN",  ".NAN"};
constexpr std::string_view digits = "0123456789";

bool is_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

bool consists_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// Takes the leading digits away and says how many they were.
std::size_t take_digits(std::string_view& text) {
  const auto count = std::min(text.find_first_not_of(digits), text.size());
  text.remove_prefix(count);
  return count;
}

void take_sign(std::string_view& text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
}

bool is_number(std::string_view text) {
  if (is_one_of(text, unusual_numbers)) return true;
  if (text.starts_with("0x")) return consists_of(text.substr(2), "0123456789abcdefABCDEF");
  if (text.starts_with("0o")) return consists_of(text.substr(2), "01234567");
  take_sign(text);
  auto count = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    count += take_digits(text);
  }
  if (count == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    take_sign(text);
    if (take_digits(text) == 0) return false;
  }
  return text.empty();
}

}  // namespace

PlainMeaning meaning_of_plain(std::string_view text) {
  if (is_one_of(text, booleans)) return PlainMeaning::boolean;
  if (is_one_of(text, switch_words)) return PlainMeaning::switch_word;
  return is_number(text) ? PlainMeaning::number : PlainMeaning::text;
}

bool means_true(std::string_view text) {
  constexpr std::string_view words[] = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"};
  return is_one_of(text, words);
}

bool is_decimal_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return text == "0" || (consists_of(text, digits) && !text.starts_with('0'));
}

std::optional<std::int64_t> decimal_integer(std::string_view text) {
  return is_decimal_integer(text) ? read_number<std::int64_t>(text) : std::nullopt;
}

}  // namespace flowsim::scenario
