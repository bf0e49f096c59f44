// RS256 with OpenSSL: RSASSA-PKCS1-v1_5 using SHA-256 (RFC 7518 §3.3, RFC 8017 §8.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "oauth/openssl.hpp"
#include "oauth/teaching_keys.hpp"

namespace flowsim::oauth::openssl {

/// The key pair, ready to sign; null where OpenSSL refuses.
Key load_key_pair(const TeachingKey& numbers);

/// The public key of these big-endian numbers (RFC 7518 §6.3.1); null where they are no usable key: a modulus of fewer
/// than 2048 or more than 8192 bits or an even one, an exponent of 1 or less, an even one or one of more than 256 bits,
/// or a superfluous leading zero byte.
Key load_public_key(std::string_view modulus, std::string_view exponent);

/// The signature; nothing where OpenSSL fails.
std::optional<std::string> sign_sha256(EVP_PKEY* key, std::string_view input);

/// The public half as PEM (RFC 7468 §13); nothing where OpenSSL fails.
std::optional<std::string> write_pem(EVP_PKEY* key);

bool verify_sha256(EVP_PKEY* key, std::string_view input, std::string_view signature);

}  // namespace flowsim::oauth::openssl
