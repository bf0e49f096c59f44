// SHA-256 by OpenSSL.
#include "publish/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace flowsim::publish {

std::string digest_of(std::string_view content) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int length = 0;
  if (EVP_Digest(content.data(), content.size(), bytes.data(), &length, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("OpenSSL has no SHA-256");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t at = 0; at < length; ++at) {
    text += digits[bytes[at] >> 4U];
    text += digits[bytes[at] & 15U];
  }
  return text;
}

}  // namespace flowsim::publish
