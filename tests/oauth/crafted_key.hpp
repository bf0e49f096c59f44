// RSA keys of any size and exponent whose signatures anybody can make, because the modulus is a power of three.
#pragma once

#include <openssl/bn.h>
#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>

#include "oauth/base64url.hpp"
#include "oauth/keys.hpp"

namespace flowsim::oauth::crafted {

struct FreeNumber {
  void operator()(BIGNUM* number) const { BN_free(number); }
};
using Number = std::unique_ptr<BIGNUM, FreeNumber>;

struct FreeContext {
  void operator()(BN_CTX* context) const { BN_CTX_free(context); }
};
using Context = std::unique_ptr<BN_CTX, FreeContext>;

inline Number number(unsigned long value) {
  Number result(BN_new());
  BN_set_word(result.get(), value);
  return result;
}

inline Number power_of_three(int exponent) {
  const Context context(BN_CTX_new());
  Number result(BN_new());
  BN_exp(result.get(), number(3).get(), number(static_cast<unsigned long>(exponent)).get(), context.get());
  return result;
}

/// 2^bits + offset.
inline Number near_power_of_two(int bits, unsigned long offset) {
  auto result = number(1);
  BN_lshift(result.get(), result.get(), bits);
  BN_add_word(result.get(), offset);
  return result;
}

/// Big-endian, padded with zeros to the length; as short as possible where that is 0.
inline std::string bytes_of(const BIGNUM* value, int length = 0) {
  if (length == 0) length = BN_num_bytes(value);
  std::string bytes(static_cast<std::size_t>(length), '\0');
  BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), length);
  return bytes;
}

inline std::string sha256(std::string_view input) {
  std::string hash(32, '\0');
  EVP_Digest(input.data(), input.size(), reinterpret_cast<unsigned char*>(hash.data()), nullptr, EVP_sha256(), nullptr);
  return hash;
}

/// The block that RS256 raises to the private exponent (RFC 8017 §9.2).
inline std::string padded_hash(std::string_view input, std::size_t length) {
  const std::string digest_info("\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20", 19);
  const auto tail = std::string(1, '\0') + digest_info + sha256(input);
  return std::string("\0\1", 2) + std::string(length - tail.size() - 2, '\xff') + tail;
}

/// A key with an input and the signature that satisfies RSA's equation under it, though the key may be unusable.
struct Signed {
  Jwk key;
  std::string input, signature;
};

/// The signature under the modulus 3^k, or 2·3^k where `doubled`, and the exponent: odd and no multiple of three, or 2.
inline Signed sign(int k, const BIGNUM* exponent, bool doubled = false) {
  const Context context(BN_CTX_new());
  const auto three_k = power_of_three(k);
  auto modulus = power_of_three(k);
  if (doubled) BN_mul_word(modulus.get(), 2);
  const int length = BN_num_bytes(modulus.get());

  auto root = power_of_three(k - 1);  // half the order of the group, and odd
  if (BN_is_odd(exponent)) {
    BN_lshift1(root.get(), root.get());
    BN_mod_inverse(root.get(), exponent, root.get(), context.get());
  } else {
    BN_add_word(root.get(), 1);
    BN_rshift1(root.get(), root.get());
  }

  Signed result{.key = {.kty = "RSA", .alg = "", .kid = "", .use = "", .e = "", .n = ""}, .input = "", .signature = ""};
  Number block(BN_new());
  do {  // a square, so that it has a root for every exponent
    result.input += 'x';
    const auto padded = padded_hash(result.input, static_cast<std::size_t>(length));
    BN_bin2bn(reinterpret_cast<const unsigned char*>(padded.data()), length, block.get());
  } while (BN_mod_word(block.get(), 3) != 1 || (!doubled && BN_cmp(block.get(), modulus.get()) >= 0));

  Number signature(BN_new());
  BN_mod_exp(signature.get(), block.get(), root.get(), three_k.get(), context.get());
  if (doubled && BN_is_odd(signature.get()) != BN_is_odd(block.get()))
    BN_add(signature.get(), signature.get(), three_k.get());
  result.key.n = base64url_encode(bytes_of(modulus.get()));
  result.key.e = base64url_encode(bytes_of(exponent));
  result.signature = bytes_of(signature.get(), length);
  return result;
}

}  // namespace flowsim::oauth::crafted
