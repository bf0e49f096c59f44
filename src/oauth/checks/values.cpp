// How the checks read, compare and show single values.
#include "oauth/checks/values.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t longest_shown = 80;

char lower_case(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

bool continues_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

bool has_word(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (;;) {
    const auto space = list.find(' ');
    if (list.substr(0, space) == word) return true;
    if (space == std::string_view::npos) return false;
    list.remove_prefix(space + 1);
  }
}

bool is_word_list(std::string_view list) {
  return !list.empty() && list.front() != ' ' && list.back() != ' ' && list.find("  ") == std::string_view::npos;
}

bool equal_secrets(std::string_view left, std::string_view right) {
  if (left.empty() || left.size() != right.size()) return false;
  return CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower_case, lower_case);
}

bool is_letter_or_digit(char character) {
  const char lower = lower_case(character);
  return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9');
}

std::string shown_value(std::optional<std::string_view> value) {
  if (!value) return "absent";
  if (value->empty()) return "empty";
  if (value->size() <= longest_shown) return std::string(*value);
  auto length = longest_shown;
  while (length > longest_shown - 3 && continues_a_code_point((*value)[length])) --length;
  return std::string(value->substr(0, length)) + "…";
}

std::string shown_secret(std::optional<std::string_view> value, std::string_view expected) {
  if (!value) return "absent";
  if (value->empty()) return "empty";
  auto text = shortened(*value);
  if (*value == expected || text != shortened(expected)) return text;
  const auto parted = std::ranges::mismatch(*value, expected).in1 - value->begin();
  return text + ", differing from character " + std::to_string(parted + 1) + " on";
}

}  // namespace flowsim::oauth
