// JWK Sets written and read.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "oauth/keys.hpp"

namespace flowsim::oauth {
namespace {

std::string set_of(const std::string& entries) { return "{\"keys\":[" + entries + "]}"; }

const std::string usable = R"({"kty":"RSA","n":"AQ","e":"Aw"})";
const Jwk usable_key{.kty = "RSA", .alg = "", .kid = "", .use = "", .e = "Aw", .n = "AQ"};

TEST(JwksDocument, ListsMembersInOktasOrder) {
  const std::vector<Jwk> keys{{.kty = "RSA", .alg = "RS256", .kid = "k", .use = "sig", .e = "AQAB", .n = "AQ"},
                              usable_key};
  EXPECT_EQ(jwks_document(keys), R"({"keys":[{"kty":"RSA","alg":"RS256","kid":"k","use":"sig","e":"AQAB","n":"AQ"},)"
                                 R"({"kty":"RSA","e":"Aw","n":"AQ"}]})");
  EXPECT_EQ(jwks_document({}), R"({"keys":[]})");
}

TEST(JwksDocument, IsReadBackAsTheSameKeys) {
  const std::vector<Jwk> keys{SigningKey::okta().public_key(), SigningKey::okta_next().public_key()};
  EXPECT_EQ(read_jwks(jwks_document(keys)), keys);
}

TEST(ReadJwks, LeavesOutKeysThatAreOfNoUse) {
  for (const std::string entry :
       {R"({"kty":"EC","crv":"P-256","x":"AQ","y":"AQ"})", R"({"kty":"oct","k":"AQ"})", R"({"n":"AQ","e":"Aw"})",
        R"({"kty":"RSA","n":"AQ"})", R"({"kty":"RSA","e":"Aw"})", R"({"kty":"RSA","n":"AQ","e":65537})",
        R"({"kty":"RSA","n":"AQ","e":"Aw","kid":7})", R"({"kty":["RSA"],"n":"AQ","e":"Aw"})", "null", "[]", "\"RSA\""})
    EXPECT_EQ(read_jwks(set_of(entry + "," + usable)), std::vector{usable_key}) << entry;
}

TEST(ReadJwks, IgnoresMembersItDoesNotKnow) {
  EXPECT_EQ(read_jwks(R"({"issuer":7,"keys":[{"kty":"RSA","x5c":["AQ"],"n":"AQ","e":"Aw"}]})"),
            std::vector{usable_key});
}

TEST(ReadJwks, TakesTheFirstHundredKeys) {
  std::string entries = usable;
  for (int count = 1; count < 100; ++count) entries += "," + usable;
  ASSERT_TRUE(read_jwks(set_of(entries)));
  EXPECT_EQ(read_jwks(set_of(entries))->size(), 100u);
  EXPECT_EQ(read_jwks(set_of(R"({"kty":"EC"},)" + entries + "," + usable))->size(), 100u);
}

TEST(ReadJwks, TakesTheLastOfEqualNames) {
  EXPECT_EQ(read_jwks(set_of(R"({"kty":"EC","kty":"RSA","n":"AQ","e":"Aw"})")), std::vector{usable_key});
}

TEST(ReadJwks, RefusesWhatIsNoJwkSet) {
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("[]"), std::string("null"), usable, set_of(usable) + "x",
        std::string(R"({"keys":{}})"), std::string(R"({"keys":null})"), std::string(R"({"Keys":[]})"),
        set_of("\"\xff\""), set_of(std::string(10'000, '[')), std::string(10'000, '[')})
    EXPECT_EQ(read_jwks(text), std::nullopt) << text.substr(0, 40);
  EXPECT_EQ(read_jwks(R"({"keys":[]})"), std::vector<Jwk>{});
}

TEST(ReadJwks, RefusesMoreThanAMebibyte) {
  const auto text = set_of(usable);
  const std::string spaces(1024 * 1024 - text.size(), ' ');
  EXPECT_TRUE(read_jwks(text + spaces));
  EXPECT_FALSE(read_jwks(text + spaces + " "));
}

}  // namespace
}  // namespace flowsim::oauth
