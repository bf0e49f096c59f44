// Draws from the Mersenne Twister, whose values the C++ standard fixes; its distributions it does not, so none is used.
#include "base/random.hpp"

namespace flowsim::base {
namespace {

// FNV-1a over the name and then the seed, lowest byte first: one bit of difference anywhere gives another stream.
std::uint64_t stream_seed(std::uint64_t seed, std::string_view stream) {
  std::uint64_t hash = 0xCBF29CE484222325;
  const auto add = [&hash](std::uint64_t byte) { hash = (hash ^ byte) * 0x100000001B3; };
  for (const char c : stream) add(static_cast<unsigned char>(c));
  for (int bits = 0; bits < 64; bits += 8) add(seed >> bits & 0xFF);
  return hash;
}

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream) : engine_(stream_seed(seed, stream)) {}

std::string Random::base64url(std::size_t length) {
  constexpr std::size_t characters_a_draw = 10;  // 60 of 64 bits
  std::string text(length, '\0');
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < length; ++i, bits >>= 6) {
    if (i % characters_a_draw == 0) bits = engine_();
    text[i] = alphabet[bits & 63];
  }
  return text;
}

}  // namespace flowsim::base
