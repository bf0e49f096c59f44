// Secrets are shortened where people may publish them, and nothing else is.
#include "diagram/secrets.hpp"

#include <gtest/gtest.h>

namespace flowsim::diagram {
namespace {

const std::string secret = "kV3aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_zz";

TEST(ShownValue, ShortensSecretsAndHidesPasswords) {
  EXPECT_EQ(shown_value("state", secret, false), "kV3…(43)");
  EXPECT_EQ(shown_value("client_id", secret, false), secret);
  EXPECT_EQ(shown_value("password", "hunter2", false), "••••••••");
  EXPECT_EQ(shown_value("password", "", false), "");
  EXPECT_EQ(shown_value("password", "hunter2", true), "hunter2");
  EXPECT_EQ(shown_value("access_token", secret, true), secret);
}

struct Case {
  const char* name;
  std::string text, shown;
};

class ShownAddress : public ::testing::TestWithParam<Case> {};

TEST_P(ShownAddress, ShortensTheValuesOfSecretParameters) {
  EXPECT_EQ(shown_address(GetParam().text, false), GetParam().shown);
  EXPECT_EQ(shown_address(GetParam().text, true), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    All, ShownAddress,
    ::testing::Values(
        Case{"Query", "https://a.example/x?state=" + secret + "&b=c", "https://a.example/x?state=kV3…(43)&b=c"},
        Case{"Fragment", "https://a.example/#id_token=" + secret, "https://a.example/#id_token=kV3…(43)"},
        Case{"Both", "/x?nonce=" + secret + "#access_token=" + secret, "/x?nonce=kV3…(43)#access_token=kV3…(43)"},
        Case{"Form", "transaction=" + secret + "&scope=a+b", "transaction=kV3…(43)&scope=a+b"},
        Case{"FormPassword", "username=joe&password=p+w", "username=joe&password=••••••••"},
        Case{"Bare", "https://a.example/", "https://a.example/"}, Case{"Empty", "", ""}, Case{"Ends", "?&#", "?&#"},
        Case{"ShortSecret", "?state=abc", "?state=abc"}),
    [](const auto& test) { return test.param.name; });

TEST(ShownHeader, ShortensCookiesAndCredentials) {
  EXPECT_EQ(shown_header("set-cookie", "sid=" + secret + "; Path=/; Secure", false), "sid=kV3…(43); Path=/; Secure");
  EXPECT_EQ(shown_header("Cookie", "a=" + secret + "; b=" + secret, false), "a=kV3…(43); b=kV3…(43)");
  EXPECT_EQ(shown_header("Cookie", ";;=", false), ";;=");
  EXPECT_EQ(shown_header("Authorization", "Bearer " + secret, false), "Bearer kV3…(43)");
  EXPECT_EQ(shown_header("AUTHORIZATION", secret, false), "kV3…(43)");
  EXPECT_EQ(shown_header("Authorization", "", false), "");
  EXPECT_EQ(shown_header("Location", "/a#state=" + secret, false), "/a#state=kV3…(43)");
  EXPECT_EQ(shown_header("Cookie", "sid=" + secret, true), "sid=" + secret);
  EXPECT_EQ(shown_value("Set-Cookie", "sid=" + secret, false), "sid=kV3…(43)");
}

class ShownProse : public ::testing::TestWithParam<Case> {};

TEST_P(ShownProse, ShortensWordsThatLookRandom) { EXPECT_EQ(shown_prose(GetParam().text, false), GetParam().shown); }

INSTANTIATE_TEST_SUITE_P(
    All, ShownProse,
    ::testing::Values(Case{"Word", secret, "kV3…(43)"},
                      Case{"InSentence", "state " + secret + ", then", "state kV3…(43), then"},
                      Case{"FullStop", "It was " + secret + ".", "It was kV3…(43)."},
                      Case{"Quoted", '"' + secret + '"', "\"kV3…(43)\""},
                      Case{"LongName", "authorization_response_iss_parameter_supported",
                           "authorization_response_iss_parameter_supported"},
                      Case{"Host", "https://login.Some-long-hostname.example.com/x",
                           "https://login.Some-long-hostname.example.com/x"},
                      Case{"ClientId", "0oabv6kx4qq6h1U5l0h7", "0oabv6kx4qq6h1U5l0h7"}, Case{"Empty", "", ""},
                      Case{"Dots", "...", "..."}, Case{"CsrfToken", "\"8hTabcdefghijklmnopqr1\"", "\"8hT…(22)\""},
                      Case{"StateName", "AwaitingAuthenticationAndConsent", "AwaitingAuthenticationAndConsent"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace flowsim::diagram
