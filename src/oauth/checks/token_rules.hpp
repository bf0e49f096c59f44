// The rules that an ID token and an access token share, because okta signs both as JWTs in the same way.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "oauth/check.hpp"
#include "oauth/jwt.hpp"

namespace flowsim::oauth {

/// What to say of a claim that should be a text: the text itself, any other value as JSON, or that it is absent.
Phrase shown_claim(const Claims& claims, std::string_view name);

/// What to say of a claim that should be a number: its value as JSON, or that it is absent.
Phrase shown_number(const Claims& claims, std::string_view name);

/// The values of `aud`, which is one text or a list of texts (RFC 7519 §4.1.3); none where it is anything else. They
/// point into the claims.
std::vector<std::string_view> audiences_of(const Claims& claims);

/// The token could be taken apart and names no critical header extension: this code understands none, and must refuse
/// what it does not understand (RFC 7515 §4.1.11).
Finding is_well_formed(const Jwt* token, const Phrase& malformed);

/// A token that can be read, and what a rule holds against it.
struct SignedToken {
  const Jwt& jwt;
  std::span<const Jwk> keys;  ///< those the issuer publishes
  std::string_view issuer;    ///< the one that may have issued it
  Instant now;                ///< on the reader's clock
  Duration leeway;
  std::optional<Duration> oldest;  ///< how long ago it may have been issued, where that counts
  SignatureMemory* memory;
};

/// `iss` is exactly the issuer.
Finding names_issuer(const SignedToken& token);

/// The header's `alg` is exactly `RS256` (RFC 8725 §3.1).
Finding names_rs256(const SignedToken& token);

/// A published RSA signature key is the one the header names.
Finding names_a_known_key(const SignedToken& token);

/// The signature is the RS256 signature of that key, whatever `alg` the header claims.
Finding has_valid_signature(const SignedToken& token);

/// `exp` is there and has not passed (RFC 7519 §4.1.4).
Finding has_not_expired(const SignedToken& token);

/// `iat` is there, not in the future, not behind `exp`, and not longer ago than `oldest`, where that is given.
Finding was_issued_plausibly(const SignedToken& token);

}  // namespace flowsim::oauth
