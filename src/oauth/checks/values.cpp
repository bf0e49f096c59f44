// How the checks read, compare and show single values.
#include "oauth/checks/values.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t longest_shown = 80;

char lower_case(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

bool continues_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

constexpr std::int64_t end_of_year_9999 = 253'402'300'799;

std::string whole_units(std::int64_t seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min";
  if (seconds < 86400) return std::to_string(seconds / 3600) + " h";
  return std::to_string(seconds / 86400) + " d";
}

std::string times_text(std::string_view name, std::size_t times) {
  return shown_value(name) + (times == 1 ? " once" : " " + std::to_string(times) + " times");
}

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

std::string relative_text(Duration from_now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(from_now).count();
  if (seconds == 0) return "now";
  return seconds > 0 ? "in " + whole_units(seconds) : whole_units(-seconds) + " ago";
}

std::string claim_moment_text(std::string_view claim, std::int64_t seconds, Instant now) {
  auto text = std::string(claim) + " ";
  if (seconds < 0 || seconds > end_of_year_9999) return text + std::to_string(seconds);
  const Instant moment{std::chrono::seconds{seconds}};
  return text + utc_text(moment) + ", " + relative_text(moment - now);
}

Finding occurs_at_most_once(const Parameters& parameters, std::string_view name) {
  const auto times = parameters.count(name);
  if (times == 0) return not_applicable(std::string(name) + " absent");
  return holds_if(times == 1, times_text(name, 1), times_text(name, times));
}

Finding repeats_no_parameter(const Parameters& parameters) {
  const auto repeated = parameters.first_repeated();
  return holds_if(!repeated, "every parameter at most once",
                  repeated ? times_text(*repeated, parameters.count(*repeated)) : "none repeated");
}

std::optional<std::uint32_t> read_max_age(std::string_view text) {
  std::uint32_t seconds = 0;
  const auto* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return seconds;
}

}  // namespace flowsim::oauth
