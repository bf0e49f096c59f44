// RS256 by real keys, published ones, and crafted ones whose only fault is the one under test.
#include "oauth/keys.hpp"

#include <gtest/gtest.h>
#include <openssl/err.h>

#include <string>
#include <utility>
#include <vector>

#include "oauth/base64url.hpp"
#include "oauth/crafted_key.hpp"
#include "oauth/published_example.hpp"

namespace flowsim::oauth {
namespace {

// Powers of three at the borders of what is usable.
constexpr int of_2047_bits = 1291, of_2048_bits = 1292, of_2050_bits = 1293, of_8192_bits = 5168, of_8193_bits = 5169;

bool verifies(const crafted::Signed& made) { return verify_rs256(made.key, made.input, made.signature); }

std::string thumbprint(const Jwk& key) {
  return base64url_encode(crafted::sha256(R"({"e":")" + key.e + R"(","kty":"RSA","n":")" + key.n + R"("})"));
}

TEST(SigningKey, MakesSignaturesThatItsPublicKeyVerifies) {
  for (const auto& key : {SigningKey::okta(), SigningKey::okta_next(), SigningKey::attacker()}) {
    const auto signature = key.sign("header.payload");
    EXPECT_EQ(signature.size(), 256u);
    EXPECT_TRUE(verify_rs256(key.public_key(), "header.payload", signature));
  }
}

TEST(SigningKey, MakesTheSameSignatureEveryTime) {
  EXPECT_EQ(SigningKey::okta().sign("input"), SigningKey::okta().sign("input"));
  EXPECT_NE(SigningKey::okta().sign("input"), SigningKey::okta().sign("another"));
  EXPECT_NE(SigningKey::okta().sign("input"), SigningKey::okta_next().sign("input"));
}

TEST(SigningKey, MakesTheSameSignatureWithAMemory) {
  SignatureMemory memory;
  const auto key = SigningKey::okta(&memory);
  const auto next = SigningKey::okta_next(&memory);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(key.sign("input"), SigningKey::okta().sign("input"));
    EXPECT_EQ(next.sign("input"), SigningKey::okta_next().sign("input"));
  }
}

TEST(SigningKey, MayBeCopiedAndMoved) {
  auto key = SigningKey::okta();
  const auto signature = key.sign("input");
  const auto copy = key;
  auto moved = std::move(key);
  EXPECT_EQ(copy.sign("input"), signature);
  EXPECT_EQ(moved.sign("input"), signature);
  moved = SigningKey::okta_next();
  EXPECT_EQ(moved.sign("input"), SigningKey::okta_next().sign("input"));
}

TEST(SigningKey, IsNamedByItsThumbprint) {
  ASSERT_EQ(thumbprint(published::key()), published::thumbprint);
  for (const auto& key : {SigningKey::okta(), SigningKey::okta_next(), SigningKey::attacker()})
    EXPECT_EQ(key.public_key().kid, thumbprint(key.public_key()));
}

TEST(PublicKeyPem, IsOneOfLinesOf64Characters) {
  const auto pem = public_key_pem(SigningKey::okta().public_key());
  ASSERT_TRUE(pem);
  EXPECT_TRUE(pem->starts_with("-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"));
  EXPECT_TRUE(pem->ends_with("\nAQAB\n-----END PUBLIC KEY-----\n") ||
              pem->ends_with("IDAQAB\n-----END PUBLIC KEY-----\n"));
  EXPECT_EQ(pem->find('\n', 27) - 27, 64u);
  EXPECT_FALSE(public_key_pem({}).has_value());
}

TEST(VerifyRs256, AcceptsThePublishedSignature) {
  const auto signing_input = std::string(published::header).append(".").append(published::payload);
  const auto signature = base64url_decode(published::signature);
  ASSERT_TRUE(signature);
  EXPECT_TRUE(verify_rs256(published::key(), signing_input, *signature));
}

TEST(VerifyRs256, AcceptsAKeyThatSaysOnlyWhatItMust) {
  const auto key = SigningKey::okta();
  const Jwk bare{.kty = "RSA", .alg = "", .kid = "", .use = "", .e = key.public_key().e, .n = key.public_key().n};
  EXPECT_TRUE(verify_rs256(bare, "input", key.sign("input")));
}

TEST(VerifyRs256, RefusesAKeyMadeForSomethingElse) {
  const auto key = SigningKey::okta();
  const auto signature = key.sign("input");
  const std::vector<std::pair<std::string Jwk::*, std::string>> changes{
      {&Jwk::kty, "oct"},   {&Jwk::kty, ""},      {&Jwk::kty, "rsa"},   {&Jwk::alg, "RS384"},
      {&Jwk::alg, "PS256"}, {&Jwk::alg, "HS256"}, {&Jwk::alg, "rs256"}, {&Jwk::use, "enc"}};
  for (const auto& [member, value] : changes) {
    auto changed = key.public_key();
    changed.*member = value;
    EXPECT_FALSE(verify_rs256(changed, "input", signature)) << value;
  }
}

TEST(VerifyRs256, RefusesNumbersThatAreNoNumbers) {
  const auto key = SigningKey::okta();
  const auto signature = key.sign("input");
  const auto n = key.public_key().n;
  const std::vector<std::pair<std::string, std::string>> numbers{{"", "AQAB"},
                                                                 {n, ""},
                                                                 {n + "=", "AQAB"},
                                                                 {n, "AQAB===="},
                                                                 {n.substr(1), "AQAB"},
                                                                 {"%%%%", "AQAB"},
                                                                 {n + "AA", "AQAB"},
                                                                 {n, "AAEAAQ"},
                                                                 {"AAAA", "AQAB"},
                                                                 {n, std::string(100'000, 'A')},
                                                                 {std::string(100'000, 'A'), "AQAB"}};
  for (const auto& [modulus, exponent] : numbers) {
    auto changed = key.public_key();
    changed.n = modulus;
    changed.e = exponent;
    EXPECT_FALSE(verify_rs256(changed, "input", signature)) << modulus.substr(0, 20) << ' ' << exponent.substr(0, 20);
  }
}

TEST(VerifyRs256, RefusesAModulusWithASuperfluousZero) {
  auto made = crafted::sign(of_2048_bits, crafted::number(65537).get());
  ASSERT_TRUE(verifies(made));
  made.key.n = base64url_encode(std::string(1, '\0') + *base64url_decode(made.key.n));
  EXPECT_FALSE(verifies(made));
  made.signature.insert(made.signature.begin(), '\0');
  EXPECT_FALSE(verifies(made));
}

TEST(VerifyRs256, RefusesKeysThatAreTooShortOrTooLong) {
  const auto exponent = crafted::number(65537);
  EXPECT_FALSE(verifies(crafted::sign(of_2047_bits, exponent.get())));
  EXPECT_TRUE(verifies(crafted::sign(of_2048_bits, exponent.get())));
  EXPECT_TRUE(verifies(crafted::sign(of_8192_bits, exponent.get())));
  EXPECT_FALSE(verifies(crafted::sign(of_8193_bits, exponent.get())));
}

TEST(VerifyRs256, RefusesAnEvenModulus) {
  EXPECT_FALSE(verifies(crafted::sign(of_2050_bits, crafted::number(65537).get(), true)));
}

TEST(VerifyRs256, RefusesWeakExponentsAndVeryLongOnes) {
  EXPECT_FALSE(verifies(crafted::sign(of_2048_bits, crafted::number(1).get())));
  EXPECT_FALSE(verifies(crafted::sign(of_2048_bits, crafted::number(2).get())));
  EXPECT_TRUE(verifies(crafted::sign(of_2048_bits, crafted::number(5).get())));
  EXPECT_TRUE(verifies(crafted::sign(of_2048_bits, crafted::near_power_of_two(255, 3).get())));
  EXPECT_FALSE(verifies(crafted::sign(of_2048_bits, crafted::near_power_of_two(256, 1).get())));
}

TEST(VerifyRs256, TellsKeysApartThatComeInTurns) {
  const auto first = SigningKey::okta(), second = SigningKey::okta_next();
  const auto by_first = first.sign("input"), by_second = second.sign("input");
  auto unusable = first.public_key();
  unusable.e = "AQ";
  for (int round = 0; round < 2; ++round) {
    EXPECT_TRUE(verify_rs256(first.public_key(), "input", by_first));
    EXPECT_FALSE(verify_rs256(second.public_key(), "input", by_first));
    EXPECT_TRUE(verify_rs256(second.public_key(), "input", by_second));
    EXPECT_FALSE(verify_rs256(unusable, "input", by_first));
  }
}

TEST(VerifyRs256, RefusesASignatureOfAnotherLength) {
  const auto key = SigningKey::okta();
  const auto signature = key.sign("input");
  for (const auto& changed : {std::string(), signature.substr(1), signature.substr(0, 255), signature + '\0',
                              '\0' + signature, signature + signature, std::string(100'000, 'x')})
    EXPECT_FALSE(verify_rs256(key.public_key(), "input", changed)) << changed.size();
}

TEST(VerifyRs256, RefusesTheSignatureWithTheModulusAdded) {
  auto made = crafted::sign(of_2050_bits, crafted::number(65537).get());
  ASSERT_TRUE(verifies(made));
  const auto modulus = crafted::power_of_three(of_2050_bits);
  const crafted::Number sum(BN_bin2bn(reinterpret_cast<const unsigned char*>(made.signature.data()),
                                      static_cast<int>(made.signature.size()), nullptr));
  BN_add(sum.get(), sum.get(), modulus.get());
  made.signature = crafted::bytes_of(sum.get());
  ASSERT_EQ(made.signature.size(), 257u);
  EXPECT_FALSE(verifies(made));
}

TEST(VerifyRs256, RefusesEverySignatureWithOneBitFlipped) {
  const auto key = SigningKey::okta();
  const auto signature = key.sign("input");
  for (std::size_t at = 0; at < signature.size(); ++at) {
    auto changed = signature;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    EXPECT_FALSE(verify_rs256(key.public_key(), "input", changed)) << at;
  }
}

TEST(VerifyRs256, LeavesOpenSslsErrorQueueAsItWas) {
  ERR_clear_error();
  const auto key = SigningKey::okta();
  EXPECT_FALSE(verify_rs256(key.public_key(), "input", std::string(256, '\xff')));
  EXPECT_FALSE(verify_rs256(key.public_key(), "another", key.sign("input")));
  EXPECT_FALSE(verifies(crafted::sign(of_2050_bits, crafted::number(65537).get(), true)));
  EXPECT_EQ(ERR_peek_error(), 0u);
  ERR_raise(ERR_LIB_USER, 42);
  EXPECT_FALSE(verify_rs256(key.public_key(), "input", std::string(256, '\xff')));
  EXPECT_EQ(ERR_GET_REASON(ERR_peek_last_error()), 42);
  ERR_clear_error();
}

}  // namespace
}  // namespace flowsim::oauth
