// Takes a token apart, changes one thing, and puts it together again under the old signature or a new one.
#include "faults/forged_token.hpp"

#include <utility>

#include "base/text.hpp"
#include "faults/arguments.hpp"
#include "oauth/base64url.hpp"
#include "oauth/jwt.hpp"

namespace flowsim::faults {
namespace {

/// A text where a number stood is a number again, if it reads as one.
ClaimValue like(const ClaimValue* old, std::string_view text) {
  const bool was_number = old != nullptr && std::holds_alternative<std::int64_t>(*old);
  if (const auto number = was_number ? read_number<std::int64_t>(text) : std::nullopt) return *number;
  return std::string(text);
}

void add_to(Claims& members, std::string_view name, std::string_view amount) {
  const auto old = members.number(name);
  std::int64_t sum = 0;
  if (old && !__builtin_add_overflow(*old, read_number<std::int64_t>(amount).value_or(0), &sum)) members.set(name, sum);
}

void append_to(Claims& members, std::string_view name, std::string_view text) {
  if (const auto old = members.text(name)) return members.set(name, std::string(*old).append(text));
  if (const auto* old = members.texts(name)) {
    auto longer = *old;
    longer.emplace_back(text);
    members.set(name, std::move(longer));
  }
}

/// The one change of the member that is named.
void change(Claims& members, std::string_view name, const Parameters& wanted) {
  if (const auto text = wanted.find("value")) members.set(name, like(members.find(name), *text));
  if (const auto json = wanted.value("json")) members.set(name, OtherJson{std::string(*json)});
  if (const auto amount = wanted.value("add")) add_to(members, name, *amount);
  if (const auto text = wanted.value("append")) append_to(members, name, *text);
  if (wanted.has("remove")) members.remove(name);
  if (const auto* value = wanted.has("repeat") ? members.find(name) : nullptr)
    members.add(std::string(name), ClaimValue(*value));
}

std::string without_fit(std::string signature, std::string_view how) {
  if (how == "strip") return {};
  if (!signature.empty()) signature.front() = static_cast<char>(signature.front() ^ 1);
  return signature;
}

/// Sets the header's member, unless it is just that one which the scenario changes.
void describe_key(Claims& header, std::string_view name, std::string value, const Parameters& wanted) {
  if (wanted.value("header") != name) header.set(name, std::move(value));
}

/// The signature that the chosen key makes; the old one where none is chosen.
std::string signature_of(Jwt& token, const Parameters& wanted) {
  const auto key = wanted.value("key").value_or("none");
  if (key == "none") return token.signature;
  if (key == "public_key") {
    // The server's public key, as a file would hold it, is taken for a shared secret (RFC 8725 §2.1).
    describe_key(token.header, "alg", "HS256", wanted);
    const auto secret = public_key_pem(SigningKey::okta().public_key()).value_or("");
    return hmac_sha256(secret, signing_input(token.header, token.claims));
  }
  const auto signer = key == "okta" ? SigningKey::okta() : SigningKey::attacker();
  if (key == "attacker") {
    describe_key(token.header, "kid", signer.public_key().kid, wanted);
    describe_key(token.header, "alg", "RS256", wanted);
  }
  return signer.sign(signing_input(token.header, token.claims));
}

}  // namespace

std::string forged_token(const std::string& token, const Parameters& wanted, std::string_view access_token) {
  auto parts = decode_jwt(token);
  if (!parts) return token;
  if (const auto how = wanted.value("signature"))
    return parts->signing_input + "." + base64url_encode(without_fit(std::move(parts->signature), *how));
  auto changed = *parts;
  if (const auto name = wanted.value("claim")) change(changed.claims, *name, wanted);
  if (const auto name = wanted.value("header")) change(changed.header, *name, wanted);
  if (wanted.has("rehash") && !access_token.empty()) changed.claims.set("at_hash", at_hash(access_token));
  const bool signs = wanted.value("key").value_or("none") != "none";
  if (!signs && changed.header == parts->header && changed.claims == parts->claims) return token;
  const auto signature = signature_of(changed, wanted);
  return write_jwt(changed.header, changed.claims, signature);
}

}  // namespace flowsim::faults
