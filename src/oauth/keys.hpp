// RSA keys, their JSON form (RFC 7517), and RS256 signatures (RFC 7518 §3.3).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::oauth {

struct TeachingKey;

/// A public key as a JWK Set carries it; every member as written there, empty where it was absent.
struct Jwk {
  std::string kty, alg, kid, use, e, n;
  bool operator==(const Jwk&) const = default;
};

/// `{"keys":[…]}`, members in Okta's order, empty ones left out (RFC 7517 §5).
std::string jwks_document(std::span<const Jwk> keys);

/// The RSA keys of a JWK Set of at most 1 MiB; nothing where the text is no JWK Set. Left out are keys of other types,
/// keys without `n` or `e`, keys with a member of the wrong type (RFC 7517 §5), and RSA keys beyond the 100th. Of
/// members with the same name the last counts (RFC 7517 §4).
std::optional<std::vector<Jwk>> read_jwks(std::string_view json);

/// The public key as PEM: SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in lines of 64 characters (RFC 7468 §13), each ended
/// by a newline; nothing where the key is no usable one.
std::optional<std::string> public_key_pem(const Jwk& key);

/// Remembers RS256 results by what they were made of: the key, the input. RS256 is deterministic, so remembering
/// changes no byte of any run; it only saves the time. Hold one for as long as runs of the same story go on; it is not
/// for several threads at once. At most 4096 entries and 16 MiB; then it forgets all.
class SignatureMemory {
 public:
  using Texts = std::initializer_list<std::string_view>;

  /// What was remembered under the texts, or null. It stays in place until something else is remembered.
  const std::string* find(Texts made_of);
  void remember(Texts made_of, std::string result);

 private:
  const std::string& name_of(Texts made_of);

  std::string name_;                                      // of the entry asked for last: its memory serves the next one
  std::unordered_map<std::string, std::string> results_;  // nobody walks through it, so its order never shows
  std::size_t bytes_ = 0;
};

/// A private key that signs. The keys are teaching keys: they are in the source, and everybody has them.
class SigningKey {
 public:
  /// okta's key pair of 2048 bits, the same in every run. `memory` may be null and must outlive the key.
  static SigningKey okta(SignatureMemory* memory = nullptr);
  /// A second pair: the key okta publishes next to the first, for the rotation to come.
  static SigningKey okta_next(SignatureMemory* memory = nullptr);
  /// The pair of the attacker, which okta does not publish.
  static SigningKey attacker(SignatureMemory* memory = nullptr);

  /// It stays valid for ever.
  const Jwk& public_key() const { return *public_key_; }
  /// The RS256 signature of the input, 256 raw bytes.
  std::string sign(std::string_view input) const;

 private:
  SigningKey(const TeachingKey& numbers, SignatureMemory* memory);
  const TeachingKey* numbers_;
  const Jwk* public_key_;
  SignatureMemory* memory_;
};

/// Whether `signature` (raw bytes) is the RS256 signature of `input` under `key`. False for a key that is no usable RSA
/// key: of fewer than 2048 (RFC 7518 §3.3) or more than 8192 bits, with an even number or an exponent of 1 or of more
/// than 256 bits, or with an `alg` or `use` for something else. `memory` may be null.
bool verify_rs256(const Jwk& key, std::string_view input, std::string_view signature,
                  SignatureMemory* memory = nullptr);

}  // namespace flowsim::oauth
