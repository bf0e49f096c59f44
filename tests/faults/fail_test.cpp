// fail: what okta and the app answer instead.
#include <gtest/gtest.h>

#include "faults/planning.hpp"

namespace flowsim::faults {
namespace {

using testing_support::fate_of;
using testing_support::intent_of;
using testing_support::objection_to;
using testing_support::spec_at;

Message answer_of(int interaction, Parameters arguments, Message genuine = {}) {
  const auto fate = fate_of(spec_at(interaction, "fail", std::move(arguments)), std::move(genuine));
  EXPECT_EQ(fate.size(), 1u);
  return fate.at(0).what;
}

TEST(Fail, TurnsTheResponseIntoAnErrorWithItsState) {
  const Message genuine{"access_token_response",
                        {{"access_token", "t"}, {"state", "s", Place::query}, {"Set-Cookie", "c", Place::header}}};
  EXPECT_EQ(answer_of(4, {{"error", "server_error"}, {"description", "Sorry"}}, genuine),
            (Message{"authorization_error",
                     {{"error", "server_error", Place::query},
                      {"error_description", "Sorry", Place::query},
                      {"state", "s", Place::query}}}));
  EXPECT_EQ(answer_of(4, {{"error", "access_denied"}}, {"access_token_response", {{"access_token", "t"}}}),
            (Message{"authorization_error", {{"error", "access_denied"}}}));
}

TEST(Fail, TurnsThePromptIntoAnErrorPage) {
  EXPECT_EQ(
      answer_of(2, {}, {"authentication_prompt", {{"csrf_token", "x"}}}),
      (Message{"error_page",
               {{"error", "server_error"}, {"status", "503", Place::header}, {"Retry-After", "30", Place::header}}}));
  EXPECT_EQ(
      answer_of(2, {{"error", "invalid_client"}, {"description", "Unknown"}, {"status", "400"}}),
      (Message{"error_page",
               {{"error", "invalid_client"}, {"error_description", "Unknown"}, {"status", "400", Place::header}}}));
}

TEST(Fail, TurnsTheResourceIntoARefusal) {
  EXPECT_EQ(answer_of(6, {{"status", "500"}}, {"resource_response", {{"body", "{}"}}}),
            (Message{"resource_response", {{"status", "500"}}}));
  EXPECT_EQ(answer_of(6, {{"status", "429"}}),
            (Message{"resource_response", {{"status", "429"}, {"Retry-After", "30", Place::header}}}));
  EXPECT_EQ(answer_of(6, {{"error", "insufficient_scope"}}),
            (Message{"bearer_challenge", {{"status", "403"}, {"error", "insufficient_scope"}}}));
  EXPECT_EQ(
      answer_of(6, {{"error", "invalid_token"}, {"status", "400"}, {"description", "Old"}}),
      (Message{"bearer_challenge", {{"status", "400"}, {"error", "invalid_token"}, {"error_description", "Old"}}}));
}

TEST(Fail, SaysWhatCannotBe) {
  struct Row {
    int interaction;
    Parameters arguments;
    std::string objection;
  };
  const std::vector<Row> rows{
      {1, {{"error", "server_error"}}, "nobody answers at 1: 2 (okta's page), 4 (okta's redirect) or 6 (the app)"},
      {3, {{"error", "server_error"}}, "nobody answers at 3: 2 (okta's page), 4 (okta's redirect) or 6 (the app)"},
      {5, {{"status", "503"}}, "nobody answers at 5: 2 (okta's page), 4 (okta's redirect) or 6 (the app)"},
      {4, {}, "okta's redirect carries a code: add \"error: server_error\""},
      {4, {{"error", "sever_error"}}, "the redirect has no error \"sever_error\": did you mean \"server_error\"?"},
      {4, {{"error", "server_error"}, {"status", "500"}}, "a redirect has status 302: leave \"status\" out"},
      {6, {}, "say how the app fails: \"status: 503\", or \"error: invalid_token\""},
      {6, {{"status", "200"}}, "the status of a failure is from 400 to 599"},
      {2, {{"status", "600"}}, "the status of a failure is from 400 to 599"},
      {6,
       {{"status", "503"}, {"description", "x"}},
       "a description travels beside a code: add \"error: invalid_token\""},
      {6,
       {{"error", "zzzzzzzzzzzz"}},
       "the challenge has no error \"zzzzzzzzzzzz\": one of invalid_request, invalid_token, insufficient_scope"}};
  for (const auto& [interaction, arguments, objection] : rows)
    EXPECT_EQ(objection_to(spec_at(interaction, "fail", arguments)), objection);
}

TEST(Fail, SaysWhatItIsToDo) {
  EXPECT_EQ(intent_of(spec_at(4, "fail", {{"error", "server_error"}})), "okta redirects with the error server_error");
  EXPECT_EQ(intent_of(spec_at(2, "fail", {})), "okta shows an error page with status 503");
  EXPECT_EQ(intent_of(spec_at(6, "fail", {{"error", "invalid_token"}})),
            "the app refuses with status 401, error invalid_token");
}

}  // namespace
}  // namespace flowsim::faults
