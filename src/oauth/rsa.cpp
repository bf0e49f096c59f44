// RSA keys are built from their numbers: that takes a fiftieth of the time of reading PEM.
#include "oauth/rsa.hpp"

#include <openssl/core_names.h>
#include <openssl/pem.h>

#include <array>
#include <initializer_list>
#include <utility>

namespace flowsim::oauth::openssl {
namespace {

constexpr int least_modulus_bits = 2048;
constexpr std::size_t most_modulus_bytes = 1024;
constexpr int most_exponent_bits = 256;  // FIPS 186-5 §5.1

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

using NamedNumber = std::pair<const char*, const BIGNUM*>;

Key load(std::initializer_list<NamedNumber> numbers, int selection) {
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  for (const auto& [name, number] : numbers)
    if (number == nullptr || OSSL_PARAM_BLD_push_BN(builder.get(), name, number) != 1) return nullptr;
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) != 1) return nullptr;
  return Key(key);
}

Number from_hexadecimal(std::string_view digits) {
  BIGNUM* number = nullptr;
  BN_hex2bn(&number, std::string(digits).c_str());
  return Number(number);
}

Number from_bytes(std::string_view big_endian) {
  if (big_endian.empty() || big_endian.front() == '\0' || big_endian.size() > most_modulus_bytes) return nullptr;
  return Number(BN_bin2bn(bytes(big_endian), static_cast<int>(big_endian.size()), nullptr));
}

bool is_usable_modulus(const BIGNUM* number) { return BN_is_odd(number) && BN_num_bits(number) >= least_modulus_bits; }

bool is_usable_exponent(const BIGNUM* number) {
  return BN_is_odd(number) && !BN_is_one(number) && BN_num_bits(number) <= most_exponent_bits;
}

}  // namespace

Key load_key_pair(const TeachingKey& numbers) {
  set_up();
  const auto n = from_hexadecimal(numbers.modulus), e = from_hexadecimal(numbers.public_exponent);
  const auto d = from_hexadecimal(numbers.private_exponent);
  const auto p = from_hexadecimal(numbers.prime1), q = from_hexadecimal(numbers.prime2);
  const auto dp = from_hexadecimal(numbers.exponent1), dq = from_hexadecimal(numbers.exponent2);
  const auto qi = from_hexadecimal(numbers.coefficient);
  return load({{OSSL_PKEY_PARAM_RSA_N, n.get()},
               {OSSL_PKEY_PARAM_RSA_E, e.get()},
               {OSSL_PKEY_PARAM_RSA_D, d.get()},
               {OSSL_PKEY_PARAM_RSA_FACTOR1, p.get()},
               {OSSL_PKEY_PARAM_RSA_FACTOR2, q.get()},
               {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
               {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()},
               {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, qi.get()}},
              EVP_PKEY_KEYPAIR);
}

Key load_public_key(std::string_view modulus, std::string_view exponent) {
  set_up();
  const auto n = from_bytes(modulus), e = from_bytes(exponent);
  if (!n || !e || !is_usable_modulus(n.get()) || !is_usable_exponent(e.get())) return nullptr;
  return load({{OSSL_PKEY_PARAM_RSA_N, n.get()}, {OSSL_PKEY_PARAM_RSA_E, e.get()}}, EVP_PKEY_PUBLIC_KEY);
}

std::optional<std::string> sign_sha256(EVP_PKEY* key, std::string_view input) {
  const DigestContext context(EVP_MD_CTX_new());
  if (!context || EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key, nullptr) != 1)
    return std::nullopt;
  std::array<unsigned char, most_modulus_bytes> signature{};
  std::size_t length = signature.size();
  if (EVP_DigestSign(context.get(), signature.data(), &length, bytes(input), input.size()) != 1) return std::nullopt;
  return std::string(signature.begin(), signature.begin() + static_cast<std::ptrdiff_t>(length));
}

std::optional<std::string> write_pem(EVP_PKEY* key) {
  const Memory memory(BIO_new(BIO_s_mem()));
  if (!memory || PEM_write_bio_PUBKEY(memory.get(), key) != 1) return std::nullopt;
  const char* text = nullptr;
  const auto length = BIO_ctrl(memory.get(), BIO_CTRL_INFO, 0, &text);
  return std::string(text, static_cast<std::size_t>(length));
}

bool verify_sha256(EVP_PKEY* key, std::string_view input, std::string_view signature) {
  const DigestContext context(EVP_MD_CTX_new());
  if (!context || EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key, nullptr) != 1)
    return false;
  return EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(input), input.size()) == 1;
}

}  // namespace flowsim::oauth::openssl
