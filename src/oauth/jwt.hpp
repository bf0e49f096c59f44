// JSON Web Tokens in the JWS compact serialization (RFC 7515 §7.1, RFC 7519).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "oauth/claims.hpp"
#include "oauth/keys.hpp"

namespace flowsim::oauth {

/// A compact JWS taken apart. Nothing about it has been verified.
struct Jwt {
  Claims header;
  Claims claims;
  std::string signing_input;  ///< the first two parts as they stood, with the dot between them
  std::string signature;      ///< raw bytes; empty where the third part is empty
};

/// Takes a token apart: exactly three base64url parts without padding, header and payload each one JSON object without
/// repeated names, at most 16 KiB in all. Nothing where it is anything else; `why`, where given, then says what, as the
/// rest of a sentence about the token: `has 2 parts, not 3`, `the header is not base64url`.
std::optional<Jwt> decode_jwt(std::string_view compact, Phrase* why = nullptr);

/// Signs the claims: header `{"kid":…,"alg":"RS256"}`.
std::string sign_jwt(const Claims& claims, const SigningKey& key);

/// The first two parts of a token and the dot between them: what is signed (RFC 7515 §5.1).
std::string signing_input(const Claims& header, const Claims& claims);

/// The whole token; `signature` is raw bytes, and the third part is empty where it is.
std::string write_jwt(const Claims& header, const Claims& claims, std::string_view signature);

/// The HMAC with SHA-256 of the input (RFC 2104), 32 raw bytes: the signature of `alg` HS256 (RFC 7518 §3.2).
std::string hmac_sha256(std::string_view key, std::string_view input);

/// The key of the set that a token's header names: by `kid`; without `kid`, the only key of the set
/// (OpenID Connect Core §10.1). Null where there is none.
const Jwk* key_for(const Jwt& token, std::span<const Jwk> keys);

/// Left half of the SHA-256 of the access token's ASCII bytes, base64url (OpenID Connect Core §3.2.2.9): 22 characters.
std::string at_hash(std::string_view access_token);

}  // namespace flowsim::oauth
