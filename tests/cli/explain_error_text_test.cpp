// flowsim explain leads from an error text, however it is pasted, to causes that can be run.
#include <gmock/gmock.h>

#include <sstream>

#include "base/text.hpp"
#include "explain/error_texts.hpp"
#include "explain/explanations.hpp"
#include "explain/pasted_error.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string lost = "No matching state found in storage";

TEST(ExplainErrorText, LeadsToRankedCausesEachWithAScenario) {
  const auto run = flowsim_run({"explain", lost});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, StartsWith("\"No matching state found in storage\": an error text of oidc-client-js and "
                                  "oidc-client-ts\n  found       letter for letter\n  meaning "));
  EXPECT_THAT(run.out, AllOf(HasSubstr("(RFC 6749 §10.12)\n"), HasSubstr("\n  cause 1 "), HasSubstr("(state_matches)"),
                             HasSubstr("\n  try         flowsim run "
                                       "scenarios/network/client-reloaded-while-waiting.yaml\n  cause 2 "),
                             HasSubstr("\n  what to do "), HasSubstr("src/OidcClient.js")));
  EXPECT_EQ(run.out, flowsim_run({"explain", lost}).out);
}

TEST(ExplainErrorText, NamesScenariosThatRun) {
  std::istringstream out(flowsim_run({"explain", lost}).out);
  int runs = 0;
  for (std::string line; std::getline(out, line);) {
    const auto at = line.find("flowsim run ");
    if (at == std::string::npos) continue;
    ++runs;
    EXPECT_EQ(flowsim_run({"run", line.substr(at + 12), "--quiet"}).status, 0) << line;
  }
  EXPECT_GE(runs, 5);
}

TEST(ExplainErrorText, DoesNotMindQuotesAroundIt) {
  EXPECT_EQ(flowsim_run({"explain", lost}).out,
            flowsim_run({"explain", "No", "matching", "state", "found", "in", "storage"}).out);
}

struct Likely {
  std::string name, pasted, says;
};
void PrintTo(const Likely& value, std::ostream* out) { *out << value.name; }

class Said : public testing::TestWithParam<Likely> {};

TEST_P(Said, HowSurelyItWasFound) {
  const auto run = flowsim_run({"explain", GetParam().pasted});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    ErrorText, Said,
    testing::Values(Likely{"InCapitals", "no matching STATE found in storage", "the same but for capitals"},
                    Likely{"InALogLine", "Error: " + lost + "\n    at https://x/main.js:1", "inside what was pasted\n"},
                    Likely{"PercentEncoded", "msg=No%20matching%20state%20found%20in%20storage",
                           "as a part, in the text with its percent-escapes decoded\n"},
                    Likely{"InAnAddress",
                           "https://spa.example.com/cb#error=access_denied&error_description="
                           "User+is+not+assigned+to+the+client+application.",
                           "letter for letter, in the fragment of an address\n"},
                    Likely{"Piece", "JWT was issued in the future", "a part of this text is all that is there\n"},
                    Likely{"Nearest", "there was no matching state in the storage",
                           "not this text, but one near to it: 3 of its 4 telling words are there\n"}),
    [](const auto& test) { return test.param.name; });

TEST(ExplainErrorText, NeverCallsTheNearestTextTheText) {
  EXPECT_THAT(flowsim_run({"explain", "there was no matching state in the storage"}).out,
              StartsWith("\"No matching state found in storage\": the nearest error text, one of "));
}

TEST(ExplainErrorText, TakesACallbackAddressApartAndExplainsItsError) {
  const auto run =
      flowsim_run({"explain",
                   "https://spa.example.com/callback#error=access_denied&error_description=The%20resource%20owner%20or"
                   "%20authorization%20server%20denied%20the%20request.&state=Xq0gZ8yJYvVdLw3n5mC1tK7R"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(
      run.out,
      StartsWith("What was pasted: the fragment of an address, as of the message authorization_error\n  error "));
  EXPECT_THAT(run.out, AllOf(HasSubstr("state              Xq0…(24) (the state of the request, unchanged)\n"),
                             HasSubstr("flowsim run scenarios/user-refuses/"),
                             HasSubstr("\naccess_denied: an error code that okta sends the client in the redirect")));
}

TEST(ExplainErrorText, ExplainsACodeWhoseTextNobodyKnows) {
  const auto run = flowsim_run({"explain", R"({"error":"login_required","error_description":"Bitte anmelden"})"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, AllOf(StartsWith("What was pasted: JSON\n"), HasSubstr("Bitte anmelden\n"),
                             HasSubstr("\nlogin_required: an error code")));
}

TEST(ExplainErrorText, NeverShowsATokenThatWasPastedBesideAnError) {
  const std::string token(200, 't');
  const auto out = flowsim_run({"explain", "https://x.example/cb#error=server_error&access_token=" + token}).out;
  EXPECT_THAT(out, AllOf(HasSubstr("ttt…(200)"), Not(HasSubstr("tttttttttt"))));
}

TEST(ExplainErrorText, KnowsTheSimulatorsOwnTextsByTheirChecks) {
  const auto run = flowsim_run({"explain", "The form was not made by this server"});
  EXPECT_THAT(run.out, StartsWith("csrf_token_matches: a check of okta"));
}

TEST(ExplainErrorText, ReadsStandardInput) {
  const auto run = flowsim_run({"explain", "-"}, "ERROR \"" + lost + "\"\n   at x.js:1\n");
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, StartsWith("\"No matching state"));
}

TEST(ExplainErrorText, FindsTheTextInTheLastLineOfALargeLog) {
  std::string log;
  while (log.size() < 900'000)
    log += "12:00:01 GET https://spa.example.com/main.js?v=1 200 {\"ok\":true} { return x; }\n";
  const auto run = flowsim_run({"explain", "-"}, log + "Uncaught (in promise) Error: " + lost + "\n");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, StartsWith("\"No matching state"));
  const auto argument = flowsim_run({"explain", log.substr(0, 100'000) + lost});
  EXPECT_EQ(argument.out, run.out);
  const auto nothing = flowsim_run({"explain", "-"}, log);
  EXPECT_EQ(nothing.status, 2);
  EXPECT_THAT(nothing.err, StartsWith("flowsim: none of the "));
}

TEST(ExplainErrorText, SaysWhatToDoWithALogThatIsTooLarge) {
  const auto large = flowsim_run({"explain", "-"}, std::string(longest_paste + 1, 'x'));
  EXPECT_EQ(large.status, 2);
  EXPECT_THAT(large.err, AllOf(StartsWith("flowsim: standard input: "), HasSubstr("1048576 bytes"),
                               HasSubstr("\n  hint: pass on its end, or the lines with the error: ")));
}

TEST(ExplainErrorText, SaysThatItLookedAtABeginningOnly) {
  std::vector<std::string> words{"explain", lost};
  for (int n = 0; n < 11; ++n) words.emplace_back(100'000, 'x');
  const auto run = flowsim_run(words);
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "flowsim: only the first 1048576 bytes were looked at\n");
}

TEST(ExplainErrorText, ExplainsTwoTextsOfOnePasteInTheirOrder) {
  const auto run = flowsim_run({"explain", "Error: Wrong at_hash\nError: " + lost + "\nError: State does not match"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, StartsWith("\"Wrong at_hash\": "));
  EXPECT_THAT(run.out, ContainsRegex("\n\"No matching state[^^]*\n\"State does not match\": "));
  EXPECT_THAT(run.out, HasSubstr("causes   those of \"No matching state found in storage\" above\n"));
}

TEST(ExplainErrorText, TakesASuccessfulResponseApart) {
  const std::string token(200, 't');
  const auto run = flowsim_run({"explain", "https://spa.example.com/callback#access_token=" + token +
                                               "&token_type=Bearer&expires_in=3600&scope=openid+orders:read&odd=1"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("What was pasted: the fragment of an address, as of the message "
                                  "access_token_response\n  access_token  ttt…(200) (the key to the resource; "));
  EXPECT_THAT(run.out, AllOf(HasSubstr("  scope         openid orders:read (what was granted"),
                             HasSubstr("  odd           1 (no parameter of this message that flowsim knows)"),
                             Not(HasSubstr("tttttttttt"))));
}

TEST(ExplainErrorText, SaysThatACodeIsNoneOfTheStandards) {
  const auto run =
      flowsim_run({"explain", "https://spa.example.com/callback#error=acces_denied&error_description=Something+odd"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("  error_description  Something odd (a text for the developer"),
                             HasSubstr("\nacces_denied: an error code that is none of the standard's\n"),
                             HasSubstr("did you mean  access_denied\n")));
}

TEST(ExplainErrorText, SaysWhyNoRunShowsAText) {
  const auto run =
      flowsim_run({"explain", "Access to fetch at 'https://example.okta.com/oauth2/default/v1/authorize?nonce=" +
                                  std::string(900, 'n') +
                                  "' from origin 'https://spa.example.com' has been blocked by CORS policy: No "
                                  "'Access-Control-Allow-Origin' header is present on the requested resource."});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, AllOf(StartsWith("\"Access to {kind} at "), HasSubstr("\n  no run shows it  "),
                             HasSubstr("flowsim run scenarios/happy-path.yaml\n"), HasSubstr("okta-blog-hugo issue 80"),
                             HasSubstr("\n\"No 'Access-Control-Allow-Origin' header")));
}

struct Status {
  std::string name, pasted, heading;
};
void PrintTo(const Status& value, std::ostream* out) { *out << value.name; }

class StatusAlone : public testing::TestWithParam<Status> {};

TEST_P(StatusAlone, LeadsToWhatAnswersSo) {
  const auto run = flowsim_run({"explain", GetParam().pasted});
  if (GetParam().heading.empty()) {
    EXPECT_THAT(run.out, Not(HasSubstr("an HTTP status")));
    return;
  }
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith(GetParam().heading + ": an HTTP status\n"));
}

INSTANTIATE_TEST_SUITE_P(
    ErrorText, StatusAlone,
    testing::Values(Status{"WithItsPhrase", "401 Unauthorized", "401 Unauthorized"},
                    Status{"PhraseAlone", "Forbidden", "403 Forbidden"},
                    Status{"NumberAlone", "429", "429 Too Many Requests"},
                    Status{"OfALibrary", "AxiosError: Request failed with status code 401", "401 Unauthorized"},
                    Status{"OfABrowser", "the server responded with a status of 403 (Forbidden)", "403 Forbidden"},
                    Status{"AnyNumber", "the 401 users of the house", ""}, Status{"Nothing", "state not found", ""},
                    Status{"NoRefusal", "200 OK", ""}),
    [](const auto& test) { return test.param.name; });

TEST(ExplainErrorText, NamesTheChecksAndTheTextsOfAStatus) {
  EXPECT_THAT(
      flowsim_run({"explain", "401 Unauthorized"}).out,
      AllOf(HasSubstr("app sends it   with no error code, when this fails: credentials_present\n"),
            HasSubstr("access_token_not_revoked"), HasSubstr("flowsim explain \"The access token expired\"\n")));
}

TEST(ExplainErrorText, NamesTextsWithSomeOfTheWordsWhereNoneFits) {
  const auto run = flowsim_run({"explain", "state and storage are bad here today"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, AllOf(HasSubstr("is no word and no error text"),
                             HasSubstr("hint: an error text with some of its words: \"" + lost + "\"\n"),
                             EndsWith("  hint: 'flowsim list error_texts' prints all of them\n")));
}

TEST(ExplainErrorText, MakesHostileTextVisible) {
  const auto run = flowsim_run({"explain",
                                "https://x.example/cb#error=login_required&error_description=%1B%5B31m%E2%80%AE"
                                "\x1b[31m&a%0Ab=c"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("\\x1B[31m\\u{202E}\\x1B[31m"), HasSubstr("a\\x0Ab"), Not(HasSubstr("\x1b"))));
  const auto unknown = flowsim_run({"explain", std::string(5000, '\x1b')});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, AllOf(Not(HasSubstr("\x1b")), HasSubstr("\\x1B…'")));
  EXPECT_LT(unknown.err.size(), 1000U);
}

TEST(ExplainErrorText, SetsNoLineWiderThanAHundredColumns) {
  for (const auto& row : error_texts()) {
    std::istringstream out(flowsim_run({"explain", std::string(row.text)}).out);
    for (std::string line; std::getline(out, line);) EXPECT_LE(display_width(line), 100U) << line;
  }
}

TEST(ExplainErrorText, IsListedInEveryFormat) {
  for (const auto* format : {"text", "json", "markdown"}) {
    const auto out = flowsim_run({"list", "error_texts", "--format", format}).out;
    EXPECT_THAT(out, AllOf(HasSubstr(lost), HasSubstr("scenarios/network/client-reloaded-while-waiting.yaml")));
  }
}

}  // namespace
}  // namespace flowsim::cli
