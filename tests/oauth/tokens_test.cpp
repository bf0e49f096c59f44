// The claims of Okta's tokens and of its userinfo endpoint.
#include "oauth/tokens.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "oauth/jwt.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::string_view unique = "0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE";

std::vector<std::string> names_of(const Claims& claims) {
  std::vector<std::string> names;
  for (const auto& [name, value] : claims) names.push_back(name);
  return names;
}

Grant grant_of(std::vector<std::string> scopes) {
  const Instant signed_in{Duration{1767603602500}};
  return {.client_id = "0oabv6kx4qq6h1U5l0h7",
          .scopes = std::move(scopes),
          .nonce = "n-0S6_WzA2Mj",
          .acr = "",
          .auth_time = signed_in,
          .now = signed_in + Duration{2600}};
}

const OktaSettings okta;
const std::vector<std::string> every_scope{"openid", "profile", "email", "address", "phone", "orders:read"};

TEST(AccessToken, HasOktasClaimsInOktasOrder) {
  EXPECT_EQ(to_json(access_token_claims(okta, grant_of({"openid", "profile", "orders:read"}), unique)),
            R"({"ver":1,"jti":"AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE",)"
            R"("iss":"https://example.okta.com/oauth2/default","aud":"api://default",)"
            R"("iat":1767603605,"exp":1767607205,"cid":"0oabv6kx4qq6h1U5l0h7","uid":"00uid4BxXw6I6TV4m0g3",)"
            R"("scp":["openid","profile","orders:read"],"auth_time":1767603602,"sub":"joe.smith@example.com"})");
}

TEST(AccessToken, SaysHowTheUserAuthenticatedWhereThatWasAsked) {
  auto grant = grant_of({"openid"});
  grant.acr = "urn:okta:loa:1fa:any";
  EXPECT_EQ(names_of(access_token_claims(okta, grant, unique)),
            (std::vector<std::string>{"ver", "jti", "iss", "aud", "iat", "exp", "cid", "uid", "scp", "auth_time", "acr",
                                      "sub"}));
  EXPECT_EQ(access_token_claims(okta, grant, unique).text("acr"), "urn:okta:loa:1fa:any");
}

TEST(AccessToken, LivesAsLongAsThePolicySays) {
  OktaSettings settings;
  settings.access_token_lifetime = std::chrono::minutes{5};
  const auto claims = access_token_claims(settings, grant_of({}), unique);
  EXPECT_EQ(*claims.number("exp") - *claims.number("iat"), 300);
}

TEST(AccessToken, ListsItsScopesAsAnArrayEvenIfThereIsOne) {
  EXPECT_EQ(access_token_claims(okta, grant_of({"openid"}), unique).shown("scp"), R"(["openid"])");
  EXPECT_EQ(access_token_claims(okta, grant_of({}), unique).shown("scp"), "[]");
}

TEST(IdToken, BesideAnAccessTokenIsThin) {
  EXPECT_EQ(to_json(id_token_claims(okta, grant_of(every_scope), "SlAV32hkKG", unique)),
            R"({"sub":"00uid4BxXw6I6TV4m0g3","name":"Joe Smith","preferred_username":"joe.smith@example.com",)"
            R"("email":"joe.smith@example.com","ver":1,"iss":"https://example.okta.com/oauth2/default",)"
            R"("aud":"0oabv6kx4qq6h1U5l0h7","iat":1767603605,"exp":1767607205,)"
            R"("jti":"ID.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE","amr":["pwd"],"idp":"00o1k8j2dQw4Xn7Yt0g3",)"
            R"("nonce":"n-0S6_WzA2Mj","auth_time":1767603602,"at_hash":"rXH7QWVTZnXYCou_6Vdpfg"})");
}

TEST(IdToken, AloneIsFat) {
  EXPECT_EQ(names_of(id_token_claims(okta, grant_of(every_scope), "", unique)),
            (std::vector<std::string>{"sub",
                                      "name",
                                      "preferred_username",
                                      "given_name",
                                      "family_name",
                                      "zoneinfo",
                                      "locale",
                                      "updated_at",
                                      "email",
                                      "email_verified",
                                      "address",
                                      "phone_number",
                                      "ver",
                                      "iss",
                                      "aud",
                                      "iat",
                                      "exp",
                                      "jti",
                                      "amr",
                                      "idp",
                                      "nonce",
                                      "auth_time"}));
}

TEST(IdToken, ForOpenidAloneTellsNothingAboutTheUserButTheId) {
  const std::vector<std::string> names{"sub", "ver", "iss", "aud",   "iat",      "exp",
                                       "jti", "amr", "idp", "nonce", "auth_time"};
  EXPECT_EQ(names_of(id_token_claims(okta, grant_of({"openid"}), "", unique)), names);
}

TEST(IdToken, HasNoNonceWhereTheRequestHadNone) {
  auto grant = grant_of({"openid"});
  grant.nonce = "";
  EXPECT_FALSE(id_token_claims(okta, grant, "", unique).has("nonce"));
}

TEST(IdToken, SaysHowTheUserAuthenticatedWhereThatWasAsked) {
  auto grant = grant_of({"openid"});
  EXPECT_FALSE(id_token_claims(okta, grant, "", unique).has("acr"));
  grant.acr = "urn:okta:loa:1fa:pwd";
  EXPECT_EQ(id_token_claims(okta, grant, "", unique).text("acr"), "urn:okta:loa:1fa:pwd");
}

TEST(IdToken, LivesAsLongAsItsSettingSays) {
  OktaSettings settings;
  settings.id_token_lifetime = std::chrono::minutes{10};
  const auto claims = id_token_claims(settings, grant_of({}), "", unique);
  EXPECT_EQ(*claims.number("exp") - *claims.number("iat"), 600);
}

TEST(BothTokens, NameTheUserByTheirOwnClaims) {
  const auto access = access_token_claims(okta, grant_of({"openid"}), unique);
  const auto identity = id_token_claims(okta, grant_of({"openid"}), "SlAV32hkKG", unique);
  EXPECT_EQ(access.text("uid"), identity.text("sub"));
  EXPECT_NE(access.text("sub"), identity.text("sub"));
}

TEST(BothTokens, AreReadBackFromTheirSignedForm) {
  const auto key = SigningKey::okta();
  for (const auto& claims : {access_token_claims(okta, grant_of(every_scope), unique),
                             id_token_claims(okta, grant_of(every_scope), "", unique)}) {
    const auto token = decode_jwt(sign_jwt(claims, key));
    ASSERT_TRUE(token);
    EXPECT_EQ(token->claims, claims);
  }
}

TEST(Userinfo, TellsTheClaimsOfTheScopes) {
  EXPECT_EQ(to_json(userinfo_claims(okta, {"openid"})), R"({"sub":"00uid4BxXw6I6TV4m0g3"})");
  EXPECT_EQ(to_json(userinfo_claims(okta, {"openid", "email"})),
            R"({"sub":"00uid4BxXw6I6TV4m0g3","email":"joe.smith@example.com","email_verified":true})");
  EXPECT_EQ(names_of(userinfo_claims(okta, {"openid", "profile"})),
            (std::vector<std::string>{"sub", "name", "preferred_username", "given_name", "family_name", "zoneinfo",
                                      "locale", "updated_at"}));
}

TEST(Userinfo, LeavesOutWhatTheSettingsDoNotSay) {
  OktaSettings settings;
  settings.username = "joe";
  settings.user_name = "Joe";
  const auto claims = userinfo_claims(settings, {"openid", "profile", "email"});
  EXPECT_EQ(claims.text("given_name"), "Joe");
  EXPECT_FALSE(claims.has("family_name"));
  EXPECT_FALSE(claims.has("email"));
  EXPECT_FALSE(claims.has("email_verified"));
  settings.user_name = "";
  EXPECT_FALSE(userinfo_claims(settings, {"profile"}).has("name"));
  EXPECT_FALSE(userinfo_claims(settings, {"profile"}).has("given_name"));
}

}  // namespace
}  // namespace flowsim::oauth
