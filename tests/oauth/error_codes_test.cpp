// The error codes are complete, and the checks send no others.
#include "oauth/error_codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "oauth/checks.hpp"

namespace flowsim::oauth {
namespace {

/// How the error code of a check travels; nothing where its refusal sends none.
std::optional<ErrorChannel> channel_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::error_page:
      return ErrorChannel::page;
    case Refusal::error_redirect:
      return ErrorChannel::redirect;
    case Refusal::challenge:
      return ErrorChannel::challenge;
    case Refusal::ask_again:
      return ErrorChannel::sign_in;
    case Refusal::discard:
    case Refusal::show_error:
    case Refusal::leave:
      return std::nullopt;
  }
  return std::nullopt;
}

TEST(ErrorCodes, OccurOnceOnTheirChannel) {
  std::set<std::pair<std::string_view, ErrorChannel>> seen;
  for (const auto& code : error_codes()) EXPECT_TRUE(seen.emplace(code.name, code.channel).second) << code.name;
}

TEST(ErrorCodes, AreFoundByNameAndChannel) {
  for (const auto& code : error_codes()) EXPECT_EQ(error_code(code.name, code.channel), &code);
  EXPECT_EQ(error_code("consent_required", ErrorChannel::challenge), nullptr);
  EXPECT_EQ(error_code("no_such_code", ErrorChannel::redirect), nullptr);
}

TEST(ErrorCodes, OfTheStandardsAreAllThere) {
  for (const auto name :
       {"invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope",
        "server_error", "temporarily_unavailable", "interaction_required", "login_required",
        "account_selection_required", "consent_required", "invalid_request_uri", "invalid_request_object",
        "request_not_supported", "request_uri_not_supported", "registration_not_supported"}) {
    ASSERT_NE(error_code(name, ErrorChannel::redirect), nullptr) << name;
    EXPECT_EQ(error_code(name, ErrorChannel::redirect)->status, 302) << name;
  }
  for (const auto& [name, status] : std::vector<std::pair<std::string, int>>{
           {"invalid_request", 400}, {"invalid_token", 401}, {"insufficient_scope", 403}}) {
    ASSERT_NE(error_code(name, ErrorChannel::challenge), nullptr) << name;
    EXPECT_EQ(error_code(name, ErrorChannel::challenge)->status, status) << name;
  }
}

TEST(ErrorCodes, OfOktaAreAllThere) {
  struct Row {
    std::string_view name;
    ErrorChannel channel;
    int status;
  };
  for (const auto& row :
       {Row{"invalid_client", ErrorChannel::page, 400}, Row{"illegal_redirect_uri", ErrorChannel::page, 400},
        Row{"unsupported_response_mode", ErrorChannel::page, 400},
        Row{"unsupported_response_mode", ErrorChannel::redirect, 302},
        Row{"unmet_authentication_requirements", ErrorChannel::redirect, 302},
        Row{"user_canceled_request", ErrorChannel::redirect, 302}, Row{"invalid_grant", ErrorChannel::redirect, 302},
        Row{"invalid_token", ErrorChannel::redirect, 302}, Row{"insufficient_scope", ErrorChannel::redirect, 302},
        Row{"E0000004", ErrorChannel::sign_in, 401}, Row{"E0000047", ErrorChannel::sign_in, 429},
        Row{"E0000007", ErrorChannel::page, 404}}) {
    ASSERT_NE(error_code(row.name, row.channel), nullptr) << row.name;
    EXPECT_EQ(error_code(row.name, row.channel)->status, row.status) << row.name;
  }
}

TEST(ErrorCodes, RedirectOnTheRedirectChannelOnly) {
  for (const auto& code : error_codes())
    EXPECT_EQ(code.status == 302, code.channel == ErrorChannel::redirect) << code.name;
}

TEST(ErrorCodes, MayTravelInARedirectAndAChallenge) {  // RFC 6749 Appendix A.7
  for (const auto& code : error_codes())
    EXPECT_TRUE(!code.name.empty() && std::ranges::all_of(code.name, [](char letter) {
      return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
    })) << code.name;
}

TEST(ErrorCodes, CiteAClause) {
  for (const auto& code : error_codes()) EXPECT_FALSE(code.clause.empty()) << code.name;
}

TEST(ErrorCodes, KnowWhatEveryCheckSends) {
  for (const auto& check : all_checks()) {
    if (check.error.empty()) continue;
    const auto channel = channel_of(check.refusal);
    ASSERT_TRUE(channel) << check.name << " sends an error code, but its refusal has no channel";
    EXPECT_NE(error_code(check.error, *channel), nullptr) << check.name << ": " << check.error;
  }
}

TEST(ErrorChannels, HaveNames) {
  EXPECT_EQ(name_of(ErrorChannel::redirect), "redirect");
  EXPECT_EQ(name_of(ErrorChannel::page), "page");
  EXPECT_EQ(name_of(ErrorChannel::challenge), "challenge");
  EXPECT_EQ(name_of(ErrorChannel::sign_in), "sign_in");
}

}  // namespace
}  // namespace flowsim::oauth
