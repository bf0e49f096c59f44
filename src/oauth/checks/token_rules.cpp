// The rules that an ID token and an access token share, because okta signs both as JWTs in the same way.
#include "oauth/checks/token_rules.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

/// The named key, if it may verify RS256 signatures (RFC 7517 §4.2, §4.4).
const Jwk* signature_key(const SignedToken& token) {
  const Jwk* key = key_for(token.jwt, token.keys);
  if (key == nullptr || key->kty != "RSA") return nullptr;
  if (!key->use.empty() && key->use != "sig") return nullptr;
  return key->alg.empty() || key->alg == "RS256" ? key : nullptr;
}

std::string published_keys(std::span<const Jwk> keys) {
  if (keys.empty()) return "a key of the issuer, which publishes none";
  std::string text = "kid ";
  for (const auto& key : keys) {
    if (&key != &keys.front()) text += " or ";
    text += key.kid;
  }
  return shown_value(text);
}

}  // namespace

std::string shown_claim(const Claims& claims, std::string_view name) {
  const auto text = claims.text(name);
  return text ? shown_value(*text) : shown_value(claims.shown(name));
}

std::vector<std::string_view> audiences_of(const Claims& claims) {
  if (const auto audience = claims.text("aud")) return {*audience};
  const auto* const audiences = claims.texts("aud");
  if (audiences == nullptr) return {};
  return {audiences->begin(), audiences->end()};
}

Finding is_well_formed(const Jwt* token, std::string_view malformed_because) {
  const char* expected = "three base64url parts: header, claims, signature";
  if (token == nullptr) return fails(expected, malformed_because.empty() ? "no token" : shown_value(malformed_because));
  if (token->header.has("crit"))
    return fails("no critical header extension", "crit " + shown_claim(token->header, "crit"));
  return passes(expected, "three parts");
}

Finding names_rs256(const SignedToken& token) {
  const auto& header = token.jwt.header;
  return holds_if(header.text("alg") == "RS256", "alg RS256", "alg " + shown_claim(header, "alg"));
}

Finding names_a_known_key(const SignedToken& token) {
  return holds_if(signature_key(token) != nullptr, published_keys(token.keys),
                  "kid " + shown_claim(token.jwt.header, "kid"));
}

Finding has_valid_signature(const SignedToken& token) {
  const Jwk* key = signature_key(token);
  if (key == nullptr) return fails("an RS256 signature of the issuer's key", "no key to verify it with");
  auto expected = "RS256 signature of key " + shown_value(key->kid);
  if (token.jwt.signature.empty()) return fails(std::move(expected), "no signature");
  const bool valid = verify_rs256(*key, token.jwt.signing_input, token.jwt.signature, token.memory);
  return holds_if(valid, std::move(expected), valid ? "valid" : "not valid");
}

Finding has_not_expired(const SignedToken& token) {
  const auto& claims = token.jwt.claims;
  auto expected = "exp after " + utc_text(token.now - token.leeway) + " (leeway " + duration_text(token.leeway) + ")";
  const auto expiry = claims.number("exp");
  if (!expiry) return fails(std::move(expected), "exp " + shown_value(claims.shown("exp")));
  // Compared in whole seconds and without arithmetic on the claim, which may be any number.
  return holds_if(unix_seconds(token.now - token.leeway) < *expiry, std::move(expected),
                  claim_moment_text("exp", *expiry, token.now));
}

Finding was_issued_plausibly(const SignedToken& token) {
  const auto& claims = token.jwt.claims;
  auto expected = "iat up to " + utc_text(token.now + token.leeway) + " (leeway " + duration_text(token.leeway) + ")";
  if (token.oldest) expected += ", at most " + duration_text(*token.oldest) + " old";
  const auto issued = claims.number("iat");
  if (!issued) return fails(std::move(expected), "iat " + shown_value(claims.shown("iat")));
  auto actual = claim_moment_text("iat", *issued, token.now);
  const auto expiry = claims.number("exp");
  if (expiry && *expiry < *issued)
    return fails("iat not after exp", actual + "; " + claim_moment_text("exp", *expiry, token.now));
  const bool in_future = *issued > unix_seconds(token.now + token.leeway);
  const bool stale = token.oldest && *issued < unix_seconds(token.now - token.leeway - *token.oldest);
  return holds_if(!in_future && !stale, std::move(expected), std::move(actual));
}

Finding names_issuer(const SignedToken& token) {
  const auto& claims = token.jwt.claims;
  return holds_if(!token.issuer.empty() && claims.text("iss") == token.issuer, "iss " + shown_value(token.issuer),
                  "iss " + shown_claim(claims, "iss"));
}

}  // namespace flowsim::oauth
