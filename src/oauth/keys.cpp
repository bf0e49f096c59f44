// Keys as a JWK Set carries them (RFC 7517 §4, §5).
#include "oauth/keys.hpp"

#include <algorithm>
#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <utility>

#include "oauth/claims.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t longest_jwks = 1024 * 1024;
constexpr std::size_t most_keys = 100;

/// A JWK's members in Okta's order.
constexpr std::pair<std::string_view, std::string Jwk::*> members[] = {
    {"kty", &Jwk::kty}, {"alg", &Jwk::alg}, {"kid", &Jwk::kid}, {"use", &Jwk::use}, {"e", &Jwk::e}, {"n", &Jwk::n}};

Claims claims_of(const Jwk& key) {
  Claims claims;
  for (const auto& [name, member] : members)
    if (!(key.*member).empty()) claims.add(std::string(name), key.*member);
  return claims;
}

/// Nothing where it is no RSA key, or a member is no text.
std::optional<Jwk> rsa_key_of(const boost::json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return std::nullopt;
  Jwk key;
  for (const auto& [name, member] : members) {
    const auto* found = object->if_contains(name);
    if (found == nullptr) continue;
    if (!found->is_string()) return std::nullopt;
    key.*member = std::string_view(found->get_string());
  }
  if (key.kty != "RSA" || key.n.empty() || key.e.empty()) return std::nullopt;
  return key;
}

}  // namespace

std::string jwks_document(std::span<const Jwk> keys) {
  std::string json = R"({"keys":[)";
  for (std::string_view separator; const auto& key : keys) {
    json += std::exchange(separator, ",");
    json += to_json(claims_of(key));
  }
  return json += "]}";
}

std::optional<std::vector<Jwk>> read_jwks(std::string_view json) {
  if (json.size() > longest_jwks) return std::nullopt;
  std::array<unsigned char, 4096> buffer;  // a JWK Set usually needs no more memory
  boost::json::monotonic_resource memory(buffer.data(), buffer.size());
  boost::json::error_code error;
  const auto document = boost::json::parse(json, error, &memory);
  const auto* object = error ? nullptr : document.if_object();
  const auto* entries = object == nullptr ? nullptr : object->if_contains("keys");
  if (entries == nullptr || !entries->is_array()) return std::nullopt;
  std::vector<Jwk> keys;
  for (const auto& entry : entries->get_array()) {
    if (keys.size() == most_keys) break;
    if (auto key = rsa_key_of(entry)) keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace flowsim::oauth
