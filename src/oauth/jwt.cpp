// Tokens are taken apart strictly: whatever could be read in two ways is refused.
#include "oauth/jwt.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "oauth/base64url.hpp"
#include "oauth/openssl.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t longest_token = 16 * 1024;
constexpr std::size_t sha256_size = 32;

/// Says what is wrong, where anybody asked.
void tell(Phrase* why, Phrase reason) {
  if (why != nullptr) *why = std::move(reason);
}

/// The three parts between the dots; nothing where there are more or fewer.
std::optional<std::array<std::string_view, 3>> parts_of(std::string_view compact, Phrase* why) {
  const auto first = compact.find('.'), second = compact.find('.', first + 1);
  if (first == compact.npos || second == compact.npos || second != compact.rfind('.')) {
    const auto dots = std::ranges::count(compact, '.');
    tell(why, dots == 0 ? Phrase{"found.one_part"} : Phrase{"found.other_parts", {std::to_string(dots + 1)}});
    return std::nullopt;
  }
  return std::array{compact.substr(0, first), compact.substr(first + 1, second - first - 1),
                    compact.substr(second + 1)};
}

std::optional<std::string> bytes_of(std::string_view part, std::string_view name, Phrase* why) {
  auto bytes = base64url_decode(part);
  if (!bytes) tell(why, {"found.no_base64url", {std::string(name)}});
  return bytes;
}

std::optional<Claims> claims_of(std::string_view part, std::string_view name, Phrase* why) {
  const auto json = bytes_of(part, name, why);
  if (!json) return std::nullopt;
  return read_claims(*json, why, name);
}

}  // namespace

std::optional<Jwt> decode_jwt(std::string_view compact, Phrase* why) {
  if (compact.size() > longest_token) {
    tell(why, {"found.too_long", {std::to_string(longest_token / 1024)}});
    return std::nullopt;
  }
  const auto parts = parts_of(compact, why);
  if (!parts) return std::nullopt;
  auto header = claims_of((*parts)[0], "header", why);
  if (!header) return std::nullopt;
  auto claims = claims_of((*parts)[1], "payload", why);
  if (!claims) return std::nullopt;
  auto signature = bytes_of((*parts)[2], "signature", why);
  if (!signature) return std::nullopt;
  const auto signing_input = compact.substr(0, compact.rfind('.'));
  return Jwt{*std::move(header), *std::move(claims), std::string(signing_input), *std::move(signature)};
}

std::string signing_input(const Claims& header, const Claims& claims) {
  auto input = base64url_encode(to_json(header));
  input += '.';
  return input += base64url_encode(to_json(claims));
}

std::string write_jwt(const Claims& header, const Claims& claims, std::string_view signature) {
  auto token = signing_input(header, claims);
  token += '.';
  return token += base64url_encode(signature);
}

std::string hmac_sha256(std::string_view key, std::string_view input) {
  openssl::set_up();
  std::array<unsigned char, sha256_size> code{};
  std::size_t length = 0;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(input.data());
  if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(), bytes, input.size(), code.data(),
                code.size(), &length) == nullptr)
    throw std::runtime_error("OpenSSL has no HMAC");
  return {code.begin(), code.begin() + static_cast<std::ptrdiff_t>(length)};
}

std::string sign_jwt(const Claims& claims, const SigningKey& key) {
  auto token = signing_input({{"kid", key.public_key().kid}, {"alg", "RS256"}}, claims);
  const auto signature = key.sign(token);
  token += '.';
  return token += base64url_encode(signature);
}

const Jwk* key_for(const Jwt& token, std::span<const Jwk> keys) {
  if (!token.header.has("kid")) return keys.size() == 1 ? &keys.front() : nullptr;
  const auto kid = token.header.text("kid");
  if (!kid || kid->empty()) return nullptr;
  const auto found = std::ranges::find_if(keys, [&](const Jwk& key) { return key.kid == *kid; });
  return found == keys.end() ? nullptr : &*found;
}

std::string at_hash(std::string_view access_token) {
  std::array<char, sha256_size> hash{};
  auto* const bytes = reinterpret_cast<unsigned char*>(hash.data());
  if (EVP_Digest(access_token.data(), access_token.size(), bytes, nullptr, openssl::sha256(), nullptr) != 1)
    throw std::runtime_error("OpenSSL has no SHA-256");
  return base64url_encode({hash.data(), hash.size() / 2});
}

}  // namespace flowsim::oauth
