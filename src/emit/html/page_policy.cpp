// The style sheet and the script are named by what they hash to (CSP Level 3 §2.3.1).
#include "emit/html/page_policy.hpp"

#include <fmt/core.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>

namespace flowsim::emit {
namespace {

std::string hash_source(std::string_view text) {
  static_cast<void>(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, nullptr));
  std::array<unsigned char, 32> digest{};
  EVP_Q_digest(nullptr, "SHA256", nullptr, text.data(), text.size(), digest.data(), nullptr);
  std::array<unsigned char, 45> base64{};  // 32 bytes are 44 letters and a NUL
  EVP_EncodeBlock(base64.data(), digest.data(), digest.size());
  std::string letters(base64.begin(), base64.end() - 1);
  return fmt::format("'sha256-{}'", letters);
}

}  // namespace

std::string page_policy(std::string_view style_sheet, std::string_view script) {
  return fmt::format(
      "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'; "
      "require-trusted-types-for 'script'; trusted-types 'none'",
      hash_source(style_sheet), hash_source(script));
}

}  // namespace flowsim::emit
