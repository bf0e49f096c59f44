// Tokens taken apart, signed, forged and hashed, on the published example first of all.
#include "oauth/jwt.hpp"

#include <gtest/gtest.h>
#include <openssl/hmac.h>

#include <string>
#include <utility>
#include <vector>

#include "oauth/base64url.hpp"
#include "oauth/crafted_key.hpp"
#include "oauth/published_example.hpp"
#include "words/say.hpp"

namespace flowsim::oauth {
namespace {

using published::token_of;

std::string reason_against(std::string_view compact) {
  Phrase why;
  EXPECT_FALSE(decode_jwt(compact, &why)) << compact.substr(0, 80);
  EXPECT_FALSE(decode_jwt(compact));
  return words::say(why);
}

/// Whether the token can be taken apart and the published key signed it.
bool is_accepted(std::string_view compact) {
  const auto token = decode_jwt(compact);
  return token && verify_rs256(published::key(), token->signing_input, token->signature);
}

std::string token_with_header(std::string_view json) {
  return token_of(base64url_encode(json), published::payload, published::signature);
}

std::string token_with_payload(std::string_view json) {
  return token_of(published::header, base64url_encode(json), published::signature);
}

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += "0123456789abcdef"[value >> 4];
    text += "0123456789abcdef"[value & 15];
  }
  return text;
}

TEST(DecodeJwt, TakesThePublishedTokenApart) {
  const auto token = decode_jwt(published::id_token());
  ASSERT_TRUE(token);
  EXPECT_EQ(token->header, (Claims{{"kid", "1e9gdk7"}, {"alg", "RS256"}}));
  EXPECT_EQ(token->claims, (Claims{{"iss", "https://server.example.com"},
                                   {"sub", "248289761001"},
                                   {"aud", "s6BhdRkqt3"},
                                   {"nonce", "n-0S6_WzA2Mj"},
                                   {"exp", 1311281970},
                                   {"iat", 1311280970},
                                   {"at_hash", std::string(published::at_hash)}}));
  EXPECT_EQ(token->signing_input + "." + std::string(published::signature), published::id_token());
  EXPECT_EQ(hexadecimal(crafted::sha256(token->signing_input)), published::sha256_of_signing_input);
  EXPECT_EQ(token->signature.size(), 256u);
}

TEST(DecodeJwt, SaysWhatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "has 1 part, not 3"},
      {"opaque", "has 1 part, not 3"},
      {"e30.e30", "has 2 parts, not 3"},
      {published::id_token() + ".", "has 4 parts, not 3"},
      {published::id_token() + ".e30.e30", "has 5 parts, not 3"},
      {"e30=.e30.", "the header is not base64url"},
      {"e30.e30==.", "the payload is not base64url"},
      {"e30.e30.A", "the signature is not base64url"},
      {published::id_token() + "=", "the signature is not base64url"},
      {published::id_token() + "\n", "the signature is not base64url"},
      {" " + published::id_token(), "the header is not base64url"},
      {".e30.", "the header is not a JSON object"},
      {"e30..", "the payload is not a JSON object"},
      {token_with_header("null"), "the header is not a JSON object"},
      {token_with_payload("[]"), "the payload is not a JSON object"},
      {token_with_payload("{\"sub\":\"\xff\"}"), "the payload is not UTF-8"},
      {token_with_header(R"({"alg":"RS256","alg":"none"})"), R"(the header repeats the name "alg")"},
      {token_with_payload(R"({"aud":"a","aud":"b"})"), R"(the payload repeats the name "aud")"},
      {token_with_payload(std::string(5000, '[')), "the payload is not a JSON object"},
      {token_with_payload("{\"a\":" + std::string(5000, '[')), "the payload is nested more than 32 deep"},
      {std::string(16 * 1024 + 1, 'a'), "is longer than 16 KiB"},
  };
  for (const auto& [compact, why] : rows) EXPECT_EQ(reason_against(compact), why) << compact.substr(0, 80);
}

TEST(DecodeJwt, ReadsSixteenKibibytes) {
  const std::string start = "e30.e30.";
  EXPECT_TRUE(decode_jwt(start + std::string(16 * 1024 - start.size(), 'A')));
}

TEST(DecodeJwt, LeavesTheReasonAloneWhereNothingIsWrong) {
  Phrase why{"untouched"};
  EXPECT_TRUE(decode_jwt("e30.e30.", &why));
  EXPECT_EQ(why.id, "untouched");
}

TEST(PublishedToken, IsAccepted) { EXPECT_TRUE(is_accepted(published::id_token())); }

TEST(PublishedToken, IsRejectedWithAnyLetterChanged) {
  const auto genuine = published::id_token();
  for (std::size_t at = 0; at < genuine.size(); ++at) {
    auto changed = genuine;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(is_accepted(changed)) << at;
  }
}

TEST(PublishedToken, IsRejectedWithOneBitOfAnyPartFlipped) {
  const std::vector<std::string_view> parts{published::header, published::payload, published::signature};
  for (std::size_t flipped = 0; flipped < parts.size(); ++flipped) {
    const auto genuine = *base64url_decode(parts[flipped]);
    for (std::size_t at = 0; at < genuine.size(); ++at) {
      auto bytes = genuine;
      bytes[at] = static_cast<char>(bytes[at] ^ 1);
      std::vector<std::string> changed(parts.begin(), parts.end());
      changed[flipped] = base64url_encode(bytes);
      EXPECT_FALSE(is_accepted(token_of(changed[0], changed[1], changed[2]))) << flipped << ':' << at;
    }
  }
}

TEST(PublishedToken, IsRejectedWithItsSignatureMutilated) {
  const std::string signature(published::signature);
  for (const auto& changed : {std::string(), signature.substr(0, 341), signature.substr(0, 340), signature.substr(4),
                              signature + "A", signature + "AA", signature + "AAAA", signature + "=", signature + "==",
                              signature + " ", signature + "\n", signature + "." + signature, "AAAA" + signature})
    EXPECT_FALSE(is_accepted(token_of(published::header, published::payload, changed))) << changed.size();
}

TEST(PublishedToken, IsRejectedUnderAnotherKey) {
  const auto token = decode_jwt(published::id_token());
  ASSERT_TRUE(token);
  EXPECT_FALSE(verify_rs256(SigningKey::okta().public_key(), token->signing_input, token->signature));
}

TEST(Forgery, WithoutSignatureSaysSoAndDoesNotVerify) {
  const auto compact = token_of(published::header_without_signature, published::payload, "");
  const auto token = decode_jwt(compact);
  ASSERT_TRUE(token);
  EXPECT_EQ(token->header.text("alg"), "none");
  EXPECT_EQ(token->signature, "");
  EXPECT_FALSE(is_accepted(compact));
  EXPECT_FALSE(is_accepted(token_of(published::header_without_signature, published::payload, published::signature)));
}

TEST(Forgery, KeyedWithThePublicKeySaysSoAndDoesNotVerify) {
  for (const auto mac : {published::mac_keyed_with_pem, published::mac_keyed_with_modulus}) {
    const auto compact = token_of(published::header_of_hs256, published::payload, mac);
    const auto token = decode_jwt(compact);
    ASSERT_TRUE(token);
    EXPECT_EQ(token->header.text("alg"), "HS256");
    EXPECT_EQ(token->signature.size(), 32u);
    EXPECT_FALSE(is_accepted(compact));
    EXPECT_FALSE(is_accepted(token_of(published::header, published::payload, mac)));
  }
}

TEST(Forgery, KeyedWithTheModulusIsWhatAConfusedVerifierWouldAccept) {
  const auto token =
      decode_jwt(token_of(published::header_of_hs256, published::payload, published::mac_keyed_with_modulus));
  ASSERT_TRUE(token);
  std::string mac(32, '\0');
  HMAC(EVP_sha256(), published::modulus.data(), static_cast<int>(published::modulus.size()),
       reinterpret_cast<const unsigned char*>(token->signing_input.data()), token->signing_input.size(),
       reinterpret_cast<unsigned char*>(mac.data()), nullptr);
  EXPECT_EQ(token->signature, mac);
}

TEST(Forgery, KeepsTheCaseOfItsAlgorithm) {
  const auto token = decode_jwt(token_with_header(R"({"alg":"nOnE"})"));
  ASSERT_TRUE(token);
  EXPECT_EQ(token->header.text("alg"), "nOnE");
}

TEST(SignJwt, MakesATokenThatItsKeyVerifies) {
  const auto key = SigningKey::okta();
  const Claims claims{{"iss", "https://example.okta.com"}, {"exp", 1767603600}};
  const auto token = decode_jwt(sign_jwt(claims, key));
  ASSERT_TRUE(token);
  EXPECT_EQ(to_json(token->header), R"({"kid":")" + key.public_key().kid + R"(","alg":"RS256"})");
  EXPECT_EQ(token->claims, claims);
  EXPECT_TRUE(verify_rs256(key.public_key(), token->signing_input, token->signature));
}

TEST(SignJwt, MakesATokenThatABearerHeaderCanCarry) {
  const auto compact = sign_jwt({{"sub", "é \" +/="}}, SigningKey::okta());
  EXPECT_EQ(compact.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"),
            std::string::npos);
}

Jwt token_naming(Claims header) {
  return {.header = std::move(header), .claims = {}, .signing_input = "", .signature = ""};
}

TEST(KeyFor, IsTheKeyOfThatName) {
  const std::vector<Jwk> keys{SigningKey::okta().public_key(), SigningKey::okta_next().public_key(), published::key()};
  for (const auto& key : keys) EXPECT_EQ(key_for(token_naming({{"kid", key.kid}}), keys), &key);
}

TEST(KeyFor, IsNoKeyWhereTheNameIsUnknown) {
  const std::vector<Jwk> keys{published::key()};
  EXPECT_EQ(key_for(token_naming({{"kid", "1E9GDK7"}}), keys), nullptr);
  EXPECT_EQ(key_for(token_naming({{"kid", 7}}), keys), nullptr);
  EXPECT_EQ(key_for(token_naming({{"kid", nullptr}}), keys), nullptr);
}

TEST(KeyFor, IsNoNamelessKeyForAnEmptyName) {
  const std::vector<Jwk> keys{{.kty = "RSA", .alg = "", .kid = "", .use = "", .e = "AQAB", .n = "AQ"}};
  EXPECT_EQ(key_for(token_naming({{"kid", ""}}), keys), nullptr);
}

TEST(KeyFor, IsTheOnlyKeyWhereTheTokenNamesNone) {
  const std::vector<Jwk> one{published::key()};
  const std::vector<Jwk> two{published::key(), SigningKey::okta().public_key()};
  EXPECT_EQ(key_for(token_naming({}), one), one.data());
  EXPECT_EQ(key_for(token_naming({}), two), nullptr);
  EXPECT_EQ(key_for(token_naming({}), {}), nullptr);
}

TEST(AtHash, IsTheLeftHalfOfTheHash) {
  EXPECT_EQ(at_hash(published::access_token), published::at_hash);
  EXPECT_EQ(at_hash("2YotnFZFEjr1zCsicMWpAA"), "bJYTDxMKsNbRWDl-JNK8wQ");
  EXPECT_EQ(at_hash("SlAV32hkKG"), "rXH7QWVTZnXYCou_6Vdpfg");
  EXPECT_EQ(at_hash(""), "47DEQpj8HBSa-_TImW-5JA");
}

TEST(AtHash, IsNoneOfTheUsualMistakes) {
  const auto right = at_hash(published::access_token);
  const auto hash = crafted::sha256(published::access_token);
  EXPECT_EQ(hexadecimal(hash), "efb42650fb633dfcd6b45d809e92bd456a57ad696b79c75b2d4c890c86fb4ba4");
  const std::vector<std::pair<std::string, std::string>> mistakes{
      {base64url_encode(hexadecimal(hash).substr(0, 32)), "ZWZiNDI2NTBmYjYzM2RmY2Q2YjQ1ZDgwOWU5MmJkNDU"},
      {base64url_encode(hash), "77QmUPtjPfzWtF2AnpK9RWpXrWlrecdbLUyJDIb7S6Q"},
      {base64url_encode(hash.substr(16)), "aletaWt5x1stTIkMhvtLpA"},
      {base64url_encode(hash.substr(0, 16)) + "==", "77QmUPtjPfzWtF2AnpK9RQ=="},
  };
  for (const auto& [made, mistake] : mistakes) {
    EXPECT_EQ(made, mistake);
    EXPECT_NE(right, mistake);
  }
}

TEST(HmacSha256, MakesThePublishedCode) {
  // RFC 4231 §4.3, the second test case.
  const std::string expected(
      "\x5b\xdc\xc1\x46\xbf\x60\x75\x4e\x6a\x04\x24\x26\x08\x95\x75\xc7"
      "\x5a\x00\x3f\x08\x9d\x27\x39\x83\x9d\xec\x58\xb9\x64\xec\x38\x43",
      32);
  const auto code = hmac_sha256("Jefe", "what do ya want for nothing?");
  EXPECT_EQ(base64url_encode(code), base64url_encode(expected));
}

TEST(WriteJwt, PutsTogetherWhatWasTakenApart) {
  const auto token = sign_jwt({{"iss", "x"}}, SigningKey::okta());
  const auto parts = decode_jwt(token);
  ASSERT_TRUE(parts);
  EXPECT_EQ(signing_input(parts->header, parts->claims), parts->signing_input);
  EXPECT_EQ(write_jwt(parts->header, parts->claims, parts->signature), token);
  EXPECT_EQ(write_jwt(parts->header, parts->claims, {}), parts->signing_input + ".");
}

}  // namespace
}  // namespace flowsim::oauth
