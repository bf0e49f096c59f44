// Own code, because OpenSSL's decoder forgives white space, padding and stray bits, and each of those would let one
// signature be written in several ways.
#include "oauth/base64url.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace flowsim::oauth {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t no_digit = 64;  // a bit that no digit has

constexpr auto digit_of = [] {
  std::array<std::uint8_t, 256> digits{};
  digits.fill(no_digit);
  for (std::size_t value = 0; value < alphabet.size(); ++value)
    digits[static_cast<unsigned char>(alphabet[value])] = static_cast<std::uint8_t>(value);
  return digits;
}();

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Writes the digits of the number, of which the highest stands in bits 18 to 23.
void write_letters(char* to, std::uint32_t number, std::size_t letters) {
  for (std::size_t at = 0; at < letters; ++at) to[at] = alphabet[(number >> (18 - 6 * at)) & 63];
}

/// Writes the bytes of the number, of which the highest stands in bits 16 to 23.
void write_bytes(char* to, std::uint32_t number, std::size_t bytes) {
  for (std::size_t at = 0; at < bytes; ++at) to[at] = static_cast<char>(number >> (16 - 8 * at) & 255);
}

}  // namespace

std::string base64url_encode(std::string_view bytes) {
  std::string text((bytes.size() * 4 + 2) / 3, '\0');
  char* to = text.data();
  const auto rest = bytes.size() % 3, whole = bytes.size() - rest;
  for (std::size_t at = 0; at < whole; at += 3, to += 4)
    write_letters(to, byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2), 4);
  if (rest == 1) write_letters(to, byte_at(bytes, whole) << 16, 2);
  if (rest == 2) write_letters(to, byte_at(bytes, whole) << 16 | byte_at(bytes, whole + 1) << 8, 3);
  return text;
}

std::optional<std::string> base64url_decode(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes(text.size() * 3 / 4, '\0');
  char* to = bytes.data();
  std::uint32_t seen = 0;
  const auto number_at = [&](std::size_t at, std::size_t letters) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < letters; ++i) {
      const std::uint32_t digit = digit_of[byte_at(text, at + i)];
      seen |= digit;
      number |= (digit & 63) << (18 - 6 * i);
    }
    return number;
  };
  const auto rest = text.size() % 4, whole = text.size() - rest;
  for (std::size_t at = 0; at < whole; at += 4, to += 3) write_bytes(to, number_at(at, 4), 3);
  const auto last = number_at(whole, rest);
  if (rest != 0) write_bytes(to, last, rest - 1);
  const bool stray = rest != 0 && (last & ((1U << (24 - 8 * (rest - 1))) - 1)) != 0;
  if (stray || (seen & no_digit) != 0) return std::nullopt;
  return bytes;
}

}  // namespace flowsim::oauth
