// RS256 signatures: made, verified and remembered.
#include <fmt/core.h>

#include <stdexcept>
#include <utility>

#include "oauth/base64url.hpp"
#include "oauth/keys.hpp"
#include "oauth/rsa.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t most_entries = 4096;
constexpr std::size_t most_bytes = 16 * 1024 * 1024;
constexpr std::size_t longest_modulus = 1366;  // 8192 bits as base64url

/// The lengths keep two pairs of texts apart that read the same when joined.
std::string entry_name(std::string_view key_id, std::string_view input) {
  std::string name = fmt::format("{}:", key_id.size());
  name.reserve(name.size() + key_id.size() + input.size());
  return name.append(key_id).append(input);
}

Jwk public_key_of(const TeachingKey& key) {
  return {.kty = "RSA",
          .alg = "RS256",
          .kid = std::string(key.kid),
          .use = "sig",
          .e = std::string(key.e),
          .n = std::string(key.n)};
}

/// Whether the key is there for this: RSA, and its `alg` and `use` name nothing else (RFC 7517 §4.2, §4.4).
bool serves_rs256(const Jwk& key) {
  return key.kty == "RSA" && (key.alg.empty() || key.alg == "RS256") && (key.use.empty() || key.use == "sig") &&
         key.n.size() <= longest_modulus && key.e.size() <= longest_modulus;
}

/// The pair, loaded when it is first used and then kept: the first signature of a loaded key takes twice the time of
/// the next ones.
EVP_PKEY* loaded_pair(const TeachingKey& numbers) {
  static const openssl::Key okta = openssl::load_key_pair(okta_teaching_key);
  if (&numbers == &okta_teaching_key) return okta.get();
  static const openssl::Key okta_next = openssl::load_key_pair(okta_next_teaching_key);
  if (&numbers == &okta_next_teaching_key) return okta_next.get();
  static const openssl::Key attacker = openssl::load_key_pair(attacker_teaching_key);
  return attacker.get();
}

/// The public key, loaded; null where it is not usable. The last one is kept, because the same key verifies both tokens
/// of a run, and loading takes half the time of verifying.
EVP_PKEY* loaded_public_key(const std::string& modulus, const std::string& exponent) {
  thread_local std::string last_modulus, last_exponent;
  thread_local openssl::Key last;
  if (last && modulus == last_modulus && exponent == last_exponent) return last.get();
  last = openssl::load_public_key(modulus, exponent);
  last_modulus = modulus;
  last_exponent = exponent;
  return last.get();
}

bool verify_now(const Jwk& key, std::string_view input, std::string_view signature) {
  const auto modulus = base64url_decode(key.n), exponent = base64url_decode(key.e);
  if (!modulus || !exponent || signature.size() != modulus->size()) return false;
  const openssl::SilentErrors silent;
  auto* const loaded = loaded_public_key(*modulus, *exponent);
  return loaded != nullptr && openssl::verify_sha256(loaded, input, signature);
}

}  // namespace

const std::string* SignatureMemory::find(std::string_view key_id, std::string_view input) const {
  const auto found = results_.find(entry_name(key_id, input));
  return found == results_.end() ? nullptr : &found->second;
}

void SignatureMemory::remember(std::string_view key_id, std::string_view input, std::string result) {
  auto name = entry_name(key_id, input);
  const auto bytes = name.size() + result.size();
  if (bytes > most_bytes) return;
  if (results_.size() >= most_entries || bytes_ + bytes > most_bytes) {
    results_.clear();
    bytes_ = 0;
  }
  bytes_ += bytes;
  results_.insert_or_assign(std::move(name), std::move(result));
}

SigningKey::SigningKey(const TeachingKey& numbers, SignatureMemory* memory)
    : numbers_(&numbers), public_key_(public_key_of(numbers)), memory_(memory) {}

SigningKey SigningKey::okta(SignatureMemory* memory) { return {okta_teaching_key, memory}; }
SigningKey SigningKey::okta_next(SignatureMemory* memory) { return {okta_next_teaching_key, memory}; }
SigningKey SigningKey::attacker(SignatureMemory* memory) { return {attacker_teaching_key, memory}; }

std::string SigningKey::sign(std::string_view input) const {
  const auto key_id = "sign " + public_key_.n;
  if (memory_ != nullptr)
    if (const auto* remembered = memory_->find(key_id, input)) return *remembered;
  const openssl::SilentErrors silent;
  auto* const loaded = loaded_pair(*numbers_);
  auto signature = loaded == nullptr ? std::nullopt : openssl::sign_sha256(loaded, input);
  if (!signature) throw std::runtime_error("OpenSSL cannot sign with a teaching key");
  if (memory_ != nullptr) memory_->remember(key_id, input, *signature);
  return *std::move(signature);
}

std::optional<std::string> public_key_pem(const Jwk& key) {
  const auto modulus = base64url_decode(key.n), exponent = base64url_decode(key.e);
  if (!modulus || !exponent) return std::nullopt;
  const openssl::SilentErrors silent;
  auto* const loaded = loaded_public_key(*modulus, *exponent);
  return loaded == nullptr ? std::nullopt : openssl::write_pem(loaded);
}

bool verify_rs256(const Jwk& key, std::string_view input, std::string_view signature, SignatureMemory* memory) {
  if (!serves_rs256(key)) return false;
  if (memory == nullptr) return verify_now(key, input, signature);
  // The verdict depends on the numbers, whatever the key is called; the lengths keep the parts apart.
  const auto key_id = fmt::format("verify {}:{}{}", key.e.size(), key.e, key.n);
  const auto signed_input = fmt::format("{}:{}{}", signature.size(), signature, input);
  if (const auto* remembered = memory->find(key_id, signed_input)) return *remembered == "valid";
  const bool valid = verify_now(key, input, signature);
  memory->remember(key_id, signed_input, valid ? "valid" : "invalid");
  return valid;
}

}  // namespace flowsim::oauth
