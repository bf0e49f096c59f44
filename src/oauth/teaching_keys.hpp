// Three RSA key pairs that everybody has: they sign the tokens of every run, and protect nothing.
#pragma once

#include <string_view>

#include "base/modules.hpp"

namespace flowsim::oauth {

/// A key pair of 2048 bits, for teaching only. `kid`, `n` and `e` as its JWK says them (RFC 7518 §6.3.1), `kid` being
/// the key's thumbprint (RFC 7638); then its eight numbers (RFC 8017 §3.2) in hexadecimal.
struct TeachingKey {
  std::string_view kid, n, e;
  std::string_view modulus, public_exponent, private_exponent, prime1, prime2, exponent1, exponent2, coefficient;
};

extern const TeachingKey okta_teaching_key;
extern const TeachingKey okta_next_teaching_key;
extern const TeachingKey attacker_teaching_key;

}  // namespace flowsim::oauth
