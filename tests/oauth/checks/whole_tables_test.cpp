// The tables as a whole: the happy path passes them, the published ID token too, and its forgeries do not.
#include <gmock/gmock.h>

#include <algorithm>

#include "oauth/checks/contexts.hpp"
#include "oauth/published_example.hpp"

namespace flowsim::oauth::checks_test {
namespace {

template <class Context>
std::string decided_by(std::span<const CheckRow<Context>> rows, const Context& context,
                       const std::vector<std::string>& disabled = {}) {
  const auto judgement = examine(rows, context, disabled);
  return judgement.failed == nullptr ? "" : std::string(judgement.failed->name);
}

TEST(HappyPath, PassesEveryTable) {
  EXPECT_EQ(decided_by(authorization_request_checks(), Request().context()), "");
  EXPECT_EQ(decided_by(prompt_checks(), Prompt().context()), "");
  EXPECT_EQ(decided_by(sign_in_checks(), Form().context()), "");
  EXPECT_EQ(decided_by(consent_checks(), Form().context()), "");
  EXPECT_EQ(decided_by(response_checks(), Response().context()), "");
  IdToken().use([](const IdTokenContext& context) { EXPECT_EQ(decided_by(id_token_checks(), context), ""); });
  EXPECT_EQ(decided_by(resource_request_checks(), ResourceRequest().context()), "");
  AccessToken().use(
      [](const AccessTokenContext& context) { EXPECT_EQ(decided_by(access_token_checks(), context), ""); });
}

TEST(TokensOfTheOtherKind, AreRefused) {
  AccessToken()
      .but([](AccessToken& token) { token.claims = IdToken().claims; })
      .use([](const AccessTokenContext& context) {
        EXPECT_EQ(decided_by(access_token_checks(), context), "access_token_audience_matches");
        EXPECT_EQ(decided_by(access_token_checks(), context, {"access_token_audience_matches"}),
                  "access_token_is_no_id_token");
      });
  IdToken().but([](IdToken& token) { token.claims = AccessToken().claims; }).use([](const IdTokenContext& context) {
    EXPECT_EQ(decided_by(id_token_checks(), context), "id_token_audience_matches");
    EXPECT_EQ(decided_by(id_token_checks(), context, {"id_token_audience_matches"}), "nonce_matches");
  });
}

/// What the client decides about a token of OpenID Connect Core's appendix A.3.
std::string published_token_decided_by(const std::string& compact, const std::vector<std::string>& disabled = {},
                                       std::string_view access_token = published::access_token) {
  const Parameters response{{"access_token", std::string(access_token)}, {"id_token", compact}};
  auto transaction = good_transaction();
  transaction.issuer = "https://server.example.com";
  transaction.nonce = "n-0S6_WzA2Mj";
  ClientSettings client;
  client.client_id = "s6BhdRkqt3";
  const std::vector<Jwk> keys{published::key()};
  Phrase why;
  const auto token = decode_jwt(compact, &why);
  const Instant now{std::chrono::seconds{1311280971}};
  return decided_by(id_token_checks(),
                    IdTokenContext{response, transaction, client, token ? &*token : nullptr, why, keys, now}, disabled);
}

TEST(PublishedIdToken, IsAccepted) { EXPECT_EQ(published_token_decided_by(published::id_token()), ""); }

TEST(PublishedIdToken, IsRefusedBesideAnotherAccessToken) {
  EXPECT_EQ(published_token_decided_by(published::id_token(), {}, "2YotnFZFEjr1zCsicMWpAA"), "at_hash_matches");
}

TEST(PublishedIdToken, IsRefusedWithAnotherNumberOfParts) {
  EXPECT_EQ(published_token_decided_by(published::id_token() + ".x"), "id_token_well_formed");
  EXPECT_EQ(published_token_decided_by(published::id_token() + ".x.y"), "id_token_not_encrypted");
}

class PublishedForgery : public testing::TestWithParam<std::string> {};

TEST_P(PublishedForgery, IsRefusedByItsAlgorithm) {
  EXPECT_EQ(published_token_decided_by(GetParam()), "id_token_algorithm_allowed");
}

TEST_P(PublishedForgery, IsRefusedByItsSignatureToo) {
  EXPECT_EQ(published_token_decided_by(GetParam(), {"id_token_algorithm_allowed"}), "id_token_signature_valid");
}

INSTANTIATE_TEST_SUITE_P(
    Core, PublishedForgery,
    testing::Values(published::token_of(published::header_without_signature, published::payload, ""),
                    published::token_of(published::header_of_hs256, published::payload, published::mac_keyed_with_pem),
                    published::token_of(published::header_of_hs256, published::payload,
                                        published::mac_keyed_with_modulus)));

}  // namespace
}  // namespace flowsim::oauth::checks_test
