// forge: every change of a token, and every key that may sign it.
#include <gtest/gtest.h>

#include "faults/planning.hpp"
#include "oauth/jwt.hpp"
#include "words/say.hpp"

namespace flowsim::faults {
namespace {

using testing_support::fate_of;
using testing_support::intent_of;
using testing_support::objection_to;
using testing_support::spec_at;

const std::string access_token =
    sign_jwt({{"iss", "https://okta.example"}, {"scp", std::vector<std::string>{"a"}}}, SigningKey::okta());
const std::string id_token = sign_jwt({{"iss", "https://okta.example"},
                                       {"aud", std::vector<std::string>{"spa"}},
                                       {"exp", std::int64_t{1000}},
                                       {"at_hash", "old"}},
                                      SigningKey::okta());

FaultSpec forge(Parameters arguments, int interaction = 4) {
  if (!arguments.has("token")) arguments.add("token", "id_token");
  return spec_at(interaction, "forge", std::move(arguments));
}

std::string forged(Parameters arguments) {
  const auto fate = fate_of(forge(std::move(arguments)),
                            {"access_token_response", {{"access_token", access_token}, {"id_token", id_token}}});
  EXPECT_EQ(fate.size(), 1u);
  return std::string(fate.at(0).what.parameters.value_or_empty("id_token"));
}

Jwt decoded(const std::string& token) {
  Phrase why;
  auto jwt = decode_jwt(token, &why);
  EXPECT_TRUE(jwt) << words::say(why);
  return jwt.value_or(Jwt{});
}

bool fits(const Jwt& token, const SigningKey& key) {
  return verify_rs256(key.public_key(), token.signing_input, token.signature);
}

struct Change {
  std::string name;
  Parameters arguments;
  std::string claim, shown;
};
void PrintTo(const Change& change, std::ostream* out) { *out << change.name; }

class ForgedClaim : public testing::TestWithParam<Change> {};

TEST_P(ForgedClaim, IsAsItWasAskedFor) {
  const auto& [name, arguments, claim, shown] = GetParam();
  const auto token = decoded(forged(arguments));
  EXPECT_EQ(token.claims.shown(claim).value_or("absent"), shown);
  EXPECT_FALSE(fits(token, SigningKey::okta()));
  auto with_key = arguments;
  with_key.add("key", "okta");
  const auto anew = decoded(forged(with_key));
  EXPECT_EQ(anew.claims, token.claims);
  EXPECT_TRUE(fits(anew, SigningKey::okta()));
}

INSTANTIATE_TEST_SUITE_P(
    Forge, ForgedClaim,
    testing::Values(Change{"TextForText", {{"claim", "iss"}, {"value", "x"}}, "iss", R"("x")"},
                    Change{"TextForANumberThatIsNone", {{"claim", "exp"}, {"value", "x"}}, "exp", R"("x")"},
                    Change{"NumberForANumber", {{"claim", "exp"}, {"value", "7"}}, "exp", "7"},
                    Change{"DigitsForAText", {{"claim", "iss"}, {"value", "7"}}, "iss", R"("7")"},
                    Change{"EmptyText", {{"claim", "iss"}, {"value", ""}}, "iss", R"("")"},
                    Change{"WhereItWasAbsent", {{"claim", "nonce"}, {"value", "n"}}, "nonce", R"("n")"},
                    Change{"Json", {{"claim", "exp"}, {"json", R"({"a":[1.5,null]})"}}, "exp", R"({"a":[1.5,null]})"},
                    Change{"NumberInQuotes", {{"claim", "exp"}, {"json", R"("1000")"}}, "exp", R"("1000")"},
                    Change{"Later", {{"claim", "exp"}, {"add", "60"}}, "exp", "1060"},
                    Change{"Earlier", {{"claim", "exp"}, {"add", "-2000"}}, "exp", "-1000"},
                    Change{"LongerText", {{"claim", "iss"}, {"append", "1"}}, "iss", R"("https://okta.example1")"},
                    Change{"LongerList", {{"claim", "aud"}, {"append", "other"}}, "aud", R"(["spa","other"])"},
                    Change{"TakenAway", {{"claim", "exp"}, {"remove", "true"}}, "exp", "absent"},
                    Change{"Rehashed", {{"rehash", "true"}}, "at_hash", "\"" + at_hash(access_token) + "\""}),
    [](const auto& test) { return test.param.name; });

struct Nothing {
  std::string name;
  Parameters arguments;
};
void PrintTo(const Nothing& nothing, std::ostream* out) { *out << nothing.name; }

class ForgedInVain : public testing::TestWithParam<Nothing> {};

TEST_P(ForgedInVain, LeavesTheTokenAsItIs) { EXPECT_EQ(forged(GetParam().arguments), id_token); }

INSTANTIATE_TEST_SUITE_P(Forge, ForgedInVain,
                         testing::Values(Nothing{"RemovesWhatIsAbsent", {{"claim", "nonce"}, {"remove", "true"}}},
                                         Nothing{"RepeatsWhatIsAbsent", {{"claim", "nonce"}, {"repeat", "true"}}},
                                         Nothing{"AddsToAText", {{"claim", "iss"}, {"add", "5"}}},
                                         Nothing{"AppendsToANumber", {{"claim", "exp"}, {"append", "5"}}},
                                         Nothing{"SetsWhatStandsThere", {{"claim", "exp"}, {"value", "1000"}}}),
                         [](const auto& test) { return test.param.name; });

TEST(Forge, RepeatsAClaim) {
  const auto token = forged({{"claim", "iss"}, {"repeat", "true"}, {"key", "okta"}});
  Phrase why;
  EXPECT_FALSE(decode_jwt(token, &why));
  EXPECT_EQ(words::say(why), R"(the payload repeats the name "iss")");
}

TEST(Forge, ChangesTheHeaderInItsOrder) {
  const auto token = decoded(forged({{"header", "alg"}, {"value", "none"}}));
  EXPECT_EQ(to_json(token.header), R"({"kid":")" + SigningKey::okta().public_key().kid + R"(","alg":"none"})");
  EXPECT_EQ(token.signature, decoded(id_token).signature);
  EXPECT_FALSE(decoded(forged({{"header", "kid"}, {"remove", "true"}})).header.has("kid"));
  EXPECT_EQ(decoded(forged({{"header", "crit"}, {"json", R"(["exp"])"}})).header.shown("crit"), R"(["exp"])");
}

TEST(Forge, StripsAndFlipsTheSignature) {
  const auto genuine = decoded(id_token);
  const auto stripped = forged({{"signature", "strip"}}), flipped = forged({{"signature", "flip"}});
  EXPECT_EQ(stripped, genuine.signing_input + ".");
  EXPECT_EQ(decoded(flipped).signing_input, genuine.signing_input);
  EXPECT_NE(decoded(flipped).signature, genuine.signature);
  EXPECT_FALSE(fits(decoded(flipped), SigningKey::okta()));
}

TEST(Forge, SignsWithTheAttackersKeyAndNamesIt) {
  const auto token = decoded(forged({{"key", "attacker"}}));
  EXPECT_EQ(token.header.text("kid"), SigningKey::attacker().public_key().kid);
  EXPECT_EQ(token.claims, decoded(id_token).claims);
  EXPECT_TRUE(fits(token, SigningKey::attacker()));
}

TEST(Forge, LeavesTheHeaderTheScenarioWritesToTheScenario) {
  const auto kid = SigningKey::okta().public_key().kid;
  const auto token = decoded(forged({{"header", "kid"}, {"value", kid}, {"key", "attacker"}}));
  EXPECT_EQ(token.header.text("kid"), kid);
  EXPECT_TRUE(fits(token, SigningKey::attacker()));
}

TEST(Forge, TakesThePublicKeyForASharedSecret) {
  const auto token = decoded(forged({{"key", "public_key"}}));
  EXPECT_EQ(token.header.text("alg"), "HS256");
  const auto secret = public_key_pem(SigningKey::okta().public_key());
  ASSERT_TRUE(secret);
  EXPECT_EQ(token.signature, hmac_sha256(*secret, token.signing_input));
}

TEST(Forge, ComposesWithAnother) {
  const Message response{"access_token_response", {{"id_token", id_token}}};
  const auto first = fate_of(forge({{"claim", "iss"}, {"value", "x"}}), response);
  const auto second = fate_of(forge({{"claim", "exp"}, {"add", "1"}, {"key", "okta"}}), first.at(0).what);
  const auto token = decoded(std::string(second.at(0).what.parameters.value_or_empty("id_token")));
  EXPECT_EQ(token.claims.text("iss"), "x");
  EXPECT_EQ(token.claims.number("exp"), 1001);
  EXPECT_TRUE(fits(token, SigningKey::okta()));
}

TEST(Forge, TouchesOnlyTheTokenItNames) {
  const Message request{"resource_request", {{"access_token", access_token}}};
  const auto fate = fate_of(forge({{"token", "access_token"}, {"claim", "scp"}, {"append", "b"}}, 5), request);
  EXPECT_EQ(decoded(std::string(fate.at(0).what.parameters.value_or_empty("access_token"))).claims.shown("scp"),
            R"(["a","b"])");
  const Message both{"access_token_response", {{"access_token", access_token}, {"id_token", id_token}}};
  EXPECT_EQ(fate_of(forge({{"signature", "strip"}}), both).at(0).what.parameters.value("access_token"), access_token);
}

TEST(Forge, LeavesWhatIsNoTokenAlone) {
  for (const auto* text : {"", "abc", "a.b.c", "e30.e30"}) {
    const Message response{"access_token_response", {{"id_token", text}}};
    EXPECT_EQ(fate_of(forge({{"signature", "strip"}}), response).at(0).what, response) << text;
    EXPECT_EQ(fate_of(forge({{"key", "attacker"}}), response).at(0).what, response) << text;
  }
}

TEST(Forge, SaysWhatCannotBeAskedForTogether) {
  const std::vector<std::pair<Parameters, std::string>> rows{
      {{}, "say what is forged"},
      {{{"key", "okta"}}, "say what is forged"},
      {{{"key", "none"}}, "say what is forged"},
      {{{"claim", "iss"}}, "say in exactly one way"},
      {{{"claim", "iss"}, {"value", "x"}, {"remove", "true"}}, "say in exactly one way"},
      {{{"claim", "iss"}, {"header", "alg"}, {"value", "x"}}, "only one of claim, header, signature"},
      {{{"claim", "iss"}, {"signature", "flip"}, {"value", "x"}}, "only one of claim, header, signature"},
      {{{"value", "x"}}, "say which \"claim\" or \"header\""},
      {{{"claim", "iss"}, {"json", "{"}}, "\"json\" is no JSON value"},
      {{{"claim", "iss"}, {"json", R"(1,"y":2)"}}, "\"json\" is no JSON value"},
      {{{"header", "alg"}, {"add", "1"}}, "seconds are added to a claim"},
      {{{"signature", "strip"}, {"key", "okta"}}, "a signature is touched or made anew"},
      {{{"signature", "strip"}, {"rehash", "true"}}, "a signature is touched alone"},
      {{{"token", "access_token"}, {"rehash", "true"}}, "only an ID token has an at_hash"}};
  for (const auto& [arguments, start] : rows) {
    const auto objection = objection_to(forge(arguments));
    EXPECT_TRUE(objection.starts_with(start)) << start << "\n" << objection;
  }
}

TEST(Forge, StrikesOnlyWhereATokenTravels) {
  for (const int interaction : {1, 2, 3, 6})
    EXPECT_TRUE(objection_to(forge({{"signature", "strip"}}, interaction)).starts_with("no token travels at "));
  EXPECT_NE(objection_to(forge({{"signature", "strip"}}, 5)), "");
  EXPECT_EQ(objection_to(forge({{"token", "access_token"}, {"signature", "strip"}}, 5)), "");
}

TEST(Forge, SaysWhatItIsToDo) {
  const std::vector<std::pair<Parameters, std::string>> rows{
      {{{"claim", "iss"}, {"append", "1"}, {"key", "okta"}},
       "the ID token's iss has '1' appended, and okta's key signs it"},
      {{{"claim", "exp"}, {"add", "-5"}}, "the ID token's exp is 5 seconds earlier"},
      {{{"claim", "exp"}, {"add", "5"}}, "the ID token's exp is 5 seconds later"},
      {{{"claim", "exp"}, {"json", "true"}}, "the ID token's exp is set to true"},
      {{{"claim", "exp"}, {"repeat", "true"}}, "the ID token's exp stands twice"},
      {{{"claim", "exp"}, {"remove", "true"}}, "the ID token's exp is taken away"},
      {{{"header", "alg"}, {"value", "none"}}, "the ID token's header alg is set to 'none'"},
      {{{"token", "access_token"}, {"signature", "strip"}}, "the access token loses its signature"},
      {{{"signature", "flip"}}, "the ID token has one bit of its signature flipped"},
      {{{"rehash", "true"}, {"key", "okta"}}, "the ID token's at_hash is computed anew, and okta's key signs it"},
      {{{"key", "attacker"}}, "the ID token is signed with the attacker's key"},
      {{{"key", "public_key"}}, "the ID token is signed with okta's public key as the secret of an HMAC"}};
  for (const auto& [arguments, intent] : rows) EXPECT_EQ(intent_of(forge(arguments)), intent);
}

}  // namespace
}  // namespace flowsim::faults
