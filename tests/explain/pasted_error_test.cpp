// What people paste is taken apart, whatever its shape, and whatever is in it.
#include "explain/pasted_error.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace flowsim::explain {
namespace {

using testing::Contains;
using testing::Pair;
using testing::SizeIs;

struct Paste {
  std::string name, pasted, where, error, text;
};
void PrintTo(const Paste& value, std::ostream* out) { *out << value.name; }

class Pasted : public testing::TestWithParam<Paste> {};

TEST_P(Pasted, IsTakenApart) {
  const auto readings = readings_of(GetParam().pasted);
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings.front().where, GetParam().where);
  EXPECT_EQ(readings.front().error, GetParam().error);
  EXPECT_EQ(readings.front().text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Shape, Pasted,
    testing::Values(
        Paste{"Fragment",
              "https://spa.example.com/callback#error=access_denied&error_description=User+is+not+assigned&state=x",
              "the fragment of an address", "access_denied", "User is not assigned"},
        Paste{"Query", "https://spa.example.com/callback?error=access_denied&error_description=Not%20assigned",
              "the query of an address", "access_denied", "Not assigned"},
        Paste{"RouterBehindTheFragment", "http://localhost:4200/#/callback?error=login_required",
              "the fragment of an address", "login_required", ""},
        Paste{"AddressInALogLine", "GET 'https://spa.example.com/cb#state=x&error=login_required', then nothing",
              "the fragment of an address", "login_required", ""},
        Paste{"UnknownCode", "https://spa.example.com/callback#error=foo_bar&state=x", "the fragment of an address",
              "foo_bar", ""},
        Paste{"Success", "https://spa.example.com/callback#access_token=eyJ&token_type=Bearer",
              "the fragment of an address", "", ""},
        Paste{"SuccessAlone", "access_token=eyJ&token_type=Bearer", "parameters", "", ""},
        Paste{"ErrorBehindASuccess", "https://a.example/#access_token=x https://a.example/#error=login_required",
              "the fragment of an address", "login_required", ""},
        Paste{"JsonBehindManyBraces", std::string(20000, '{') + R"( {"error":"login_required"})", "JSON",
              "login_required", ""},
        Paste{"CodeBesideAnAddressWithoutError", "GET https://okta.example/authorize?client_id=x gave login_required",
              "the query of an address", "", ""},
        Paste{"PathOnly", "/callback#error=consent_required", "the fragment of an address", "consent_required", ""},
        Paste{"ParametersAlone", "#error=access_denied&error_description=User is not assigned", "parameters",
              "access_denied", "User is not assigned"},
        Paste{"ParametersBeforeAStack", "error=access_denied\n   at main.js:1", "parameters", "access_denied", ""},
        Paste{"Json", R"({"errorCode":"invalid_client","errorSummary":"Invalid value.","errorCauses":[]})", "JSON",
              "invalid_client", "Invalid value."},
        Paste{"JsonInALogLine", R"(POST 401 {not json} {"error":"login_required","error_description":"No."} [x])",
              "JSON", "login_required", "No."},
        Paste{
            "Challenge",
            R"(WWW-Authenticate: Bearer realm="x", error="invalid_token", error_description="The access token expired")",
            "a WWW-Authenticate header", "invalid_token", "The access token expired"},
        Paste{"CodeInALogLine", "OAuthError: login_required: at main.js", "what was pasted", "login_required", ""},
        Paste{"PlainText", "No matching state", "", "", "No matching state"}),
    [](const auto& test) { return test.param.name; });

TEST(PastedError, KeepsWhatStandsBesideTheError) {
  const auto readings = readings_of("https://spa.example.com/cb#error=access_denied&state=af0");
  EXPECT_THAT(readings.front().parts, Contains(Pair("state", "af0")));
  EXPECT_EQ(readings.front().channel, ErrorChannel::redirect);
}

TEST(PastedError, KnowsTheMessageThatHasSuchParameters) {
  const auto message = [](const std::string& fragment) {
    return readings_of("https://spa.example.com/cb#" + fragment).front().message;
  };
  EXPECT_EQ(message("state=x&error=y"), "authorization_error");
  EXPECT_EQ(message("state=x&access_token=y"), "access_token_response");
  EXPECT_EQ(message("state=x&client_id=y"), "authorization_request");
  EXPECT_EQ(message("section-2"), "");
}

TEST(PastedError, KeepsAHandfulOfEachShape) {
  std::string addresses, objects, codes;
  for (int n = 0; n < 100; ++n) {
    addresses += "https://a.example/#error=e" + std::to_string(n) + " ";
    objects += R"({"message":"all is well"} )";
    codes += "login_required ";
  }
  EXPECT_THAT(readings_of(addresses), SizeIs(6));
  const auto readings = readings_of(objects + R"({"error":"consent_required"})");
  ASSERT_THAT(readings, SizeIs(6));
  EXPECT_EQ(readings.front().error, "consent_required");
  EXPECT_THAT(readings_of(codes + "consent_required"), SizeIs(3));
}

TEST(PastedError, DecodesPercentEscapesOfATextOnceAndTwice) {
  for (const auto* pasted : {"No%20matching%20state", "No%2520matching%2520state", "No+matching%20state"}) {
    const auto readings = readings_of(pasted);
    ASSERT_THAT(readings, SizeIs(2)) << pasted;
    EXPECT_EQ(readings.back().text, "No matching state");
  }
}

TEST(PastedError, LooksAtABoundedBeginning) {
  const auto readings = readings_of(std::string(longest_paste, 'x') + "#error=access_denied");
  ASSERT_THAT(readings, SizeIs(1));
  EXPECT_EQ(readings.front().text.size(), longest_paste);
}

TEST(PastedError, LosesNothingAndEndsWithHostileText) {
  std::string braces, addresses, escapes;
  for (int n = 0; n < 5000; ++n) {
    braces += "{\"a\":";
    addresses += "#error=x ";
    escapes += "%25";
  }
  for (const auto& pasted :
       {braces, addresses, escapes, std::string("\0\xff{\"error\":\"\\u0000\"}", 17), std::string("error=%"),
        std::string("error=\""), std::string("{"), std::string("#"), std::string()})
    EXPECT_EQ(
        std::ranges::count(readings_of(pasted), std::string(pasted.substr(0, longest_paste)), &PastedReading::text), 1)
        << pasted.substr(0, 20);
}

}  // namespace
}  // namespace flowsim::explain
