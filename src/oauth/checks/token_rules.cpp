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

Phrase published_keys(std::span<const Jwk> keys) {
  if (keys.empty()) return {"found.key_but_none"};
  Phrase either{"found.kid_either"};
  for (const auto& key : keys) either.values.push_back(key.kid);
  return either;
}

}  // namespace

Phrase shown_claim(const Claims& claims, std::string_view name) {
  const auto text = claims.text(name);
  return text ? Phrase{"found.claim", {std::string(name), std::string(*text)}} : shown_number(claims, name);
}

Phrase shown_number(const Claims& claims, std::string_view name) {
  auto json = claims.shown(name);
  if (!json) return {"found.named_absent", {std::string(name)}};
  return {"found.claim", {std::string(name), *std::move(json)}};
}

std::vector<std::string_view> audiences_of(const Claims& claims) {
  if (const auto audience = claims.text("aud")) return {*audience};
  const auto* const audiences = claims.texts("aud");
  if (audiences == nullptr) return {};
  return {audiences->begin(), audiences->end()};
}

Finding is_well_formed(const Jwt* token, const Phrase& malformed) {
  if (token == nullptr)
    return fails({"found.three_parts_wanted"}, malformed.empty() ? Phrase{"found.no_token"} : malformed);
  if (token->header.has("crit")) return fails({"found.no_critical_extension"}, shown_claim(token->header, "crit"));
  return passes({"found.three_parts_wanted"}, {"found.three_parts"});
}

Finding names_rs256(const SignedToken& token) {
  const auto& header = token.jwt.header;
  return holds_if(header.text("alg") == "RS256", {"found.named", {"alg", "RS256"}}, shown_claim(header, "alg"));
}

Finding names_a_known_key(const SignedToken& token) {
  return holds_if(signature_key(token) != nullptr, published_keys(token.keys), shown_claim(token.jwt.header, "kid"));
}

Finding has_valid_signature(const SignedToken& token) {
  const Jwk* key = signature_key(token);
  if (key == nullptr) return fails({"found.signature_of_issuer"}, {"found.no_key"});
  Phrase expected{"found.signature_of_key", {key->kid}};
  if (token.jwt.signature.empty()) return fails(std::move(expected), {"found.no_signature"});
  const bool valid = verify_rs256(*key, token.jwt.signing_input, token.jwt.signature, token.memory);
  return holds_if(valid, std::move(expected), {valid ? "found.valid" : "found.not_valid"});
}

Finding has_not_expired(const SignedToken& token) {
  const auto& claims = token.jwt.claims;
  Phrase expected{"found.exp_after", {milliseconds_text(token.now - token.leeway), milliseconds_text(token.leeway)}};
  const auto expiry = claims.number("exp");
  if (!expiry) return fails(std::move(expected), shown_number(claims, "exp"));
  // Compared in whole seconds and without arithmetic on the claim, which may be any number.
  return holds_if(unix_seconds(token.now - token.leeway) < *expiry, std::move(expected),
                  claim_moment("exp", *expiry, token.now));
}

Finding was_issued_plausibly(const SignedToken& token) {
  const auto& claims = token.jwt.claims;
  Phrase expected{"found.iat_up_to", {milliseconds_text(token.now + token.leeway), milliseconds_text(token.leeway)}};
  if (token.oldest) {
    expected.id = "found.iat_up_to_and_at_most";
    expected.values.push_back(milliseconds_text(*token.oldest));
  }
  const auto issued = claims.number("iat");
  if (!issued) return fails(std::move(expected), shown_number(claims, "iat"));
  const auto expiry = claims.number("exp");
  if (expiry && *expiry < *issued)
    return fails({"found.iat_not_after_exp"}, {"found.iat_and_exp",
                                               {std::to_string(*issued), milliseconds_text(token.now),
                                                std::to_string(*expiry), milliseconds_text(token.now)}});
  const bool in_future = *issued > unix_seconds(token.now + token.leeway);
  const bool stale = token.oldest && *issued < unix_seconds(token.now - token.leeway - *token.oldest);
  return holds_if(!in_future && !stale, std::move(expected), claim_moment("iat", *issued, token.now));
}

Finding names_issuer(const SignedToken& token) {
  const auto& claims = token.jwt.claims;
  return holds_if(!token.issuer.empty() && claims.text("iss") == token.issuer,
                  {"found.claim", {"iss", std::string(token.issuer)}}, shown_claim(claims, "iss"));
}

}  // namespace flowsim::oauth
