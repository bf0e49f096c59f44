// RS256 signatures: made, verified and remembered.
#include <fmt/core.h>

#include <iterator>
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

Jwk jwk_of(const TeachingKey& key) {
  return {.kty = "RSA",
          .alg = "RS256",
          .kid = std::string(key.kid),
          .use = "sig",
          .e = std::string(key.e),
          .n = std::string(key.n)};
}

const Jwk* public_key_of(const TeachingKey& key) {
  static const Jwk okta = jwk_of(okta_teaching_key), okta_next = jwk_of(okta_next_teaching_key),
                   attacker = jwk_of(attacker_teaching_key);
  return &key == &okta_teaching_key ? &okta : &key == &okta_next_teaching_key ? &okta_next : &attacker;
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

/// The lengths keep texts apart that read the same when joined.
const std::string& SignatureMemory::name_of(Texts made_of) {
  name_.clear();
  for (const auto text : made_of) {
    fmt::format_to(std::back_inserter(name_), "{}:", text.size());
    name_ += text;
  }
  return name_;
}

const std::string* SignatureMemory::find(Texts made_of) {
  const auto found = results_.find(name_of(made_of));
  return found == results_.end() ? nullptr : &found->second;
}

void SignatureMemory::remember(Texts made_of, std::string result) {
  const auto& name = name_of(made_of);
  const auto bytes = name.size() + result.size();
  if (bytes > most_bytes) return;
  if (results_.size() >= most_entries || bytes_ + bytes > most_bytes) {
    results_.clear();
    bytes_ = 0;
  }
  bytes_ += bytes;
  results_.insert_or_assign(name, std::move(result));
}

SigningKey::SigningKey(const TeachingKey& numbers, SignatureMemory* memory)
    : numbers_(&numbers), public_key_(public_key_of(numbers)), memory_(memory) {}

SigningKey SigningKey::okta(SignatureMemory* memory) { return {okta_teaching_key, memory}; }
SigningKey SigningKey::okta_next(SignatureMemory* memory) { return {okta_next_teaching_key, memory}; }
SigningKey SigningKey::attacker(SignatureMemory* memory) { return {attacker_teaching_key, memory}; }

std::string SigningKey::sign(std::string_view input) const {
  const auto made_of = {std::string_view("sign"), numbers_->n, input};
  if (memory_ != nullptr)
    if (const auto* remembered = memory_->find(made_of)) return *remembered;
  const openssl::SilentErrors silent;
  auto* const loaded = loaded_pair(*numbers_);
  auto signature = loaded == nullptr ? std::nullopt : openssl::sign_sha256(loaded, input);
  if (!signature) throw std::runtime_error("OpenSSL cannot sign with a teaching key");
  if (memory_ != nullptr) memory_->remember(made_of, *signature);
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
  // The verdict depends on the numbers, whatever the key is called.
  const auto made_of = {std::string_view("verify"), std::string_view(key.e), std::string_view(key.n), signature, input};
  if (const auto* remembered = memory->find(made_of)) return *remembered == "valid";
  const bool valid = verify_now(key, input, signature);
  memory->remember(made_of, valid ? "valid" : "invalid");
  return valid;
}

}  // namespace flowsim::oauth
