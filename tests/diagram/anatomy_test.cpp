// Addresses, parameters and tokens are taken apart down to what a reader can understand.
#include "diagram/anatomy.hpp"

#include <gmock/gmock.h>

#include "oauth/jwt.hpp"
#include "support/trace_builder.hpp"

namespace flowsim::diagram {
namespace {

using enum Participant;
using ::testing::HasSubstr;

const Part* find(const std::vector<Part>& parts, std::string_view name) {
  for (const auto& part : parts) {
    if (part.name == name) return &part;
    if (const auto* below = find(part.parts, name)) return below;
  }
  return nullptr;
}

LegRecord leg(Payload payload) {
  LegRecord record;
  record.leg.payload = std::move(payload);
  return record;
}

TEST(Anatomy, TakesAnAddressApart) {
  const auto parts =
      anatomy_of(leg(HttpRequest{"GET", "https://okta.example:8443/authorize?scope=a+b&state=x%20y", {}, ""}), 1, {});
  EXPECT_EQ(find(parts, "authority")->value, "okta.example:8443");
  EXPECT_EQ(find(parts, "path")->value, "/authorize");
  EXPECT_EQ(find(parts, "scope")->value, "a b");
  EXPECT_EQ(find(parts, "fragment"), nullptr);
}

TEST(Anatomy, MarksTheFragmentAsNeverSent) {
  const auto parts = anatomy_of(
      leg(HttpResponse{302, {{"Location", "https://spa.example/callback#token_type=Bearer&expires_in=60"}}, ""}), 4,
      {});
  const auto* fragment = find(parts, "fragment");
  ASSERT_NE(fragment, nullptr);
  EXPECT_THAT(fragment->remark, HasSubstr("never sent to a server"));
  EXPECT_EQ(find(fragment->parts, "token_type")->value, "Bearer");
}

TEST(Anatomy, GivesParametersTheMeaningThatTheyHaveThere) {
  const auto answer = leg(HttpResponse{302, {{"Location", "https://spa.example/callback#state=x&expires_in=60"}}, ""});
  EXPECT_THAT(find(anatomy_of(answer, 4, {}), "state")->remark, HasSubstr("unchanged (RFC 6749 §4.2.2)"));
  const auto of_nothing = anatomy_of(answer, 0, {});
  EXPECT_EQ(find(of_nothing, "state")->remark, "") << "it has several meanings";
  EXPECT_THAT(find(of_nothing, "expires_in")->remark, HasSubstr("RFC 6749 §4.2.2")) << "it has only one";
}

TEST(Anatomy, DecodesTokensAndDoesNotCallThemVerified) {
  const auto token = write_jwt({{"alg", std::string("RS256")}}, {{"aud", std::string("me")}, {"exp", 5}}, "signature");
  testing_support::TraceBuilder builder;
  builder.interaction(4, {{"access_token", token}});
  const auto parts = anatomy_of(builder.build().messages.front(), {});
  const auto* access_token = find(parts, "access_token");
  ASSERT_NE(access_token, nullptr);
  EXPECT_THAT(access_token->remark, HasSubstr("RFC 6749 §4.2.2"));
  EXPECT_THAT(access_token->remark, HasSubstr("proves nothing"));
  EXPECT_LT(access_token->value.size(), token.size()) << "shortened";
  EXPECT_EQ(find(access_token->parts, "aud")->value, "\"me\"");
  EXPECT_EQ(find(access_token->parts, "alg")->value, "\"RS256\"");
  EXPECT_EQ(find(access_token->parts, "signature")->value, "9 bytes");
}

TEST(Anatomy, OpensTheTokenOfAnAuthorizationHeader) {
  const auto token = write_jwt({{"alg", std::string("RS256")}}, {{"aud", std::string("me")}}, "s");
  const auto parts = anatomy_of(
      leg(HttpRequest{"GET", "https://api.example/orders", {{"Authorization", "Bearer " + token}}, ""}), 5, {});
  ASSERT_NE(find(parts, "Authorization"), nullptr);
  EXPECT_EQ(find(find(parts, "Authorization")->parts, "aud")->value, "\"me\"");
}

TEST(Anatomy, ReadsAFormAndHidesItsPassword) {
  const auto parts = anatomy_of(leg(HttpRequest{"POST",
                                                "https://okta.example/signin",
                                                {{"Content-Type", "application/x-www-form-urlencoded"}},
                                                "username=joe%40example.com&password=secret"}),
                                3, {});
  EXPECT_EQ(find(parts, "username")->value, "joe@example.com");
  EXPECT_THAT(find(parts, "password")->value, ::testing::Not(HasSubstr("secret")));
}

TEST(Anatomy, LeavesWhatIsNoTokenAsItIs) {
  testing_support::TraceBuilder builder;
  builder.interaction(4, {{"access_token", "not.a.token"}});
  const auto parts = anatomy_of(builder.build().messages.front(), {});
  EXPECT_TRUE(find(parts, "access_token")->parts.empty());
}

}  // namespace
}  // namespace flowsim::diagram
