// The six interactions and the kinds of message, row by row.
#include "oauth/interactions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "words/catalogue.hpp"

namespace flowsim::oauth {
namespace {

TEST(Interactions, AreTheSixOfTheDiagram) {
  using enum Participant;
  using Row = std::tuple<int, std::string_view, Participant, Participant, std::string_view>;
  const std::vector<Row> expected{
      {1, "authorization_request", client, okta, "Access token request to /authorize"},
      {2, "authentication_prompt", okta, user, "302 redirect to authentication prompt"},
      {3, "authentication_and_consent", user, okta, "Authentication & consent"},
      {4, "access_token_response", okta, client, "Access token response"},
      {5, "resource_request", client, app, "Request with access token"},
      {6, "resource_response", app, client, "Response"},
  };
  std::vector<Row> rows;
  for (const auto& row : interactions())
    rows.emplace_back(row.number, row.name, row.from, row.to,
                      words::sentence_of("interactions." + std::string(row.name)));
  EXPECT_EQ(rows, expected);
}

TEST(Interactions, EachNameTheirClause) {
  for (const auto& row : interactions()) EXPECT_TRUE(row.clause.starts_with("RFC 67")) << row.name;
}

TEST(MessageKinds, AreThese) {
  using Row = std::tuple<std::string_view, int, std::string_view, bool>;
  const std::set<Row> expected{
      {"authorization_request", 1, "Access token request to /authorize", true},
      {"authentication_prompt", 2, "302 redirect to authentication prompt", true},
      {"error_page", 2, "Error page", false},
      {"authentication", 3, "Credentials", true},
      {"consent_prompt", 3, "Consent prompt", true},
      {"consent", 3, "Consent", true},
      {"access_token_response", 4, "Access token response", true},
      {"authorization_error", 4, "Authorization error", false},
      {"resource_request", 5, "Request with access token", true},
      {"resource_response", 6, "Response", true},
      {"bearer_challenge", 6, "Refusal with WWW-Authenticate", false},
      {"sign_in_request", 0, "Open the client", true},
      {"metadata_request", 0, "Discovery request", true},
      {"metadata_response", 0, "Discovery document", true},
      {"key_set_request", 0, "Key set request", true},
      {"key_set_response", 0, "Key set", true},
      {"userinfo_request", 0, "Userinfo request", true},
      {"userinfo_response", 0, "Userinfo", true},
      {"introspection_request", 0, "Introspection request", true},
      {"introspection_response", 0, "Introspection", true},
      {"observation", 0, "The attacker reads along", false},
      {"premise", 0, "The attacker has it already", false},
  };
  std::set<Row> rows;
  for (const auto& kind : message_kinds())
    rows.emplace(kind.name, kind.interaction, words::sentence_of("messages", kind.name, "caption"), kind.expected);
  EXPECT_EQ(rows, expected);
  EXPECT_EQ(message_kinds().size(), expected.size());
}

TEST(MessageKinds, MakeUpEveryInteraction) {
  for (const auto& interaction : interactions())
    EXPECT_TRUE(std::ranges::any_of(message_kinds(), [&](const MessageKind& kind) {
      return kind.interaction == interaction.number && kind.expected;
    })) << interaction.name;
}

TEST(MessageKinds, AreFoundByName) {
  for (const auto& kind : message_kinds()) EXPECT_EQ(message_kind(kind.name), &kind);
  EXPECT_EQ(message_kind("result_page"), nullptr);
  EXPECT_EQ(message_kind(""), nullptr);
}

}  // namespace
}  // namespace flowsim::oauth
