// Known error texts are found however they were copied, and a likeness is never called more than it is.
#include "explain/error_text_search.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace flowsim::explain {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

struct Copy {
  std::string name, pasted, text;
  Likeness likeness;
};
void PrintTo(const Copy& value, std::ostream* out) { *out << value.name; }

class Copied : public testing::TestWithParam<Copy> {};

TEST_P(Copied, IsFoundAndCalledWhatItIs) {
  const auto all = error_texts_in(GetParam().pasted);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all.front().text->text, GetParam().text);
  EXPECT_EQ(all.front().likeness, GetParam().likeness);
}

const std::string lost = "No matching state found in storage";
const std::string kid = "The key id, {kid}, was not found in the server's keys";
const std::string refused = "Refused to display '{address}' in a frame because it set 'X-Frame-Options' to '{value}'";

INSTANTIATE_TEST_SUITE_P(
    ErrorText, Copied,
    testing::Values(
        Copy{"AsItStands", lost, lost, Likeness::exact},
        Copy{"WithBlanksAround", "  " + lost + ".\n", lost, Likeness::exact},
        Copy{"WithOneFullStopOfTwo",
             "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response "
             "types.",
             "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response "
             "types..",
             Likeness::exact},
        Copy{"InCapitals", "NO MATCHING STATE FOUND IN STORAGE", lost, Likeness::spelled_otherwise},
        Copy{"OverTwoLines", "No matching state\n   found in storage", lost, Likeness::spelled_otherwise},
        Copy{"InTypographicQuotes",
             "The \u2018redirect_uri\u2019 parameter must be a Login redirect URI in the client app settings",
             "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
             Likeness::spelled_otherwise},
        Copy{"InALogLine",
             "2026-01-02T03:04:05Z ERROR [oidc] Error: No matching state found in storage\n    at "
             "https://spa.example.com/main.js:1:2345",
             lost, Likeness::part},
        Copy{
            "WithEscapedQuotes",
            R"(AuthSdkError: Unable to parse OAuth flow response: response type \"token\" was requested but \"access_token\" was not returned.)",
            R"(response type "{type}" was requested but "{parameter}" was not returned)", Likeness::part},
        Copy{"WithAValue", "The key id, 0oA-b.9, was not found in the server's keys", kid, Likeness::exact},
        Copy{"WithItsPlaceholder", kid, kid, Likeness::exact},
        Copy{"WithAValueInOtherLetters", "the KEY ID, x, was not found in the server\u2019s keys", kid,
             Likeness::spelled_otherwise},
        Copy{"WithAValueAtTheEnd", "Uncaught: Wrong nonce: n-0S6_WzA2Mj at main.js:1", "Wrong nonce: {nonce}",
             Likeness::part},
        Copy{"WithAnAddressAsValue",
             "Refused to display 'https://example.okta.com/error?x=1' in a frame because it set 'X-Frame-Options' to "
             "'sameorigin'.",
             refused, Likeness::exact},
        Copy{"TheLongerOfTwo",
             "Error: The response type is not supported by the authorization server. Configured response types: "
             "[id_token].",
             "The response type is not supported by the authorization server.", Likeness::part}),
    [](const auto& test) { return test.param.name; });

TEST(ErrorTextSearch, FindsEveryTextThatItKnows) {
  for (const auto& row : error_texts()) {
    const auto alone = error_texts_in(row.text);
    ASSERT_FALSE(alone.empty()) << row.text;
    EXPECT_EQ(alone.front().text, &row);
    EXPECT_EQ(alone.front().likeness, Likeness::exact);
    const auto inside = error_texts_in("x: " + std::string(row.text) + " (y)");
    EXPECT_TRUE(std::ranges::any_of(inside, [&](const auto& hit) { return hit.text == &row; })) << row.text;
  }
}

TEST(ErrorTextSearch, KnowsTheTextsThatPeopleAskAboutMost) {
  for (const auto* text :
       {"The issuer [https://a] does not match [https://b]",
        "The audience [a] does not match [b]",
        "The key id, X, was not found in the server's keys",
        "The token signature is not valid",
        "The JWT expired and is no longer valid",
        "The JWT was issued in the future",
        "The JWT expired before it was issued",
        "OAuth flow response nonce doesn't match request nonce",
        "Token hash verification failed",
        "Invalid value for 'client_id' parameter.",
        "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
        "User is not assigned to the client application.",
        "Policy evaluation failed for this request, please check the policy configurations.",
        "The resource owner or authorization server denied the request.",
        "The client specified not to prompt, but the user is not logged in.",
        "The client specified not to prompt, but the user isn't signed in.",
        "Authentication failed",
        "API call exceeded rate limit due to too many requests.",
        "Not found: Resource not found: aus1 (AuthorizationServer)",
        "Refused to display 'https://a' in a frame because it set 'X-Frame-Options' to 'deny'",
        "refused to connect",
        "No 'Access-Control-Allow-Origin' header is present on the requested resource",
        "Access to XMLHttpRequest at 'https://a' from origin 'https://b' has been blocked by CORS policy",
        "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a",
        "jwt expired",
        "invalid signature",
        "jwt malformed",
        "jwt audience invalid. expected: api://default",
        "jwt issuer invalid. expected: https://a",
        "No authorization token was found",
        "state mismatch, expected a, got: b",
        "nonce mismatch, expected a, got: b"}) {
    const auto all = error_texts_in(text);
    ASSERT_THAT(all, SizeIs(1)) << text;
    EXPECT_EQ(all.front().likeness, Likeness::exact) << text;
  }
}

struct Stranger {
  std::string name, pasted;
};
void PrintTo(const Stranger& value, std::ostream* out) { *out << value.name; }

class NotFound : public testing::TestWithParam<Stranger> {};

TEST_P(NotFound, IsNotCalledAKnownText) { EXPECT_THAT(error_texts_in(GetParam().pasted), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(ErrorText, NotFound,
                         testing::Values(Stranger{"Nothing", ""}, Stranger{"FullStops", "..."},
                                         Stranger{"Cut", "No matching state found in"},
                                         Stranger{"InsideALongerWord", "xNo matching state found in storages"},
                                         Stranger{"WithoutItsValue", "The key id, was not found in the server's keys"},
                                         Stranger{"WithAnEndlessValue", "The key id, " + std::string(3000, 'k') +
                                                                            ", was not found in the server's keys"},
                                         Stranger{"Another", "Cannot read properties of undefined"}),
                         [](const auto& test) { return test.param.name; });

std::vector<std::string_view> texts_of(const std::vector<FoundErrorText>& all) {
  std::vector<std::string_view> texts;
  for (const auto& found : all) texts.push_back(found.text->text);
  return texts;
}

TEST(ErrorTextSearch, FindsSeveralTextsInTheirOrderEachOnce) {
  EXPECT_THAT(texts_of(error_texts_in("Wrong at_hash; No matching state found in storage; State does not match; Wrong "
                                      "at_hash; Token hash verification failed")),
              ElementsAre("Wrong at_hash", lost, "State does not match", "Token hash verification failed"));
}

TEST(ErrorTextSearch, FindsAHandfulOfTexts) {
  std::string all;
  for (const auto& row : error_texts()) all += std::string(row.text) + " | ";
  EXPECT_THAT(error_texts_in(all), SizeIs(5));
}

TEST(ErrorTextSearch, FindsATextBehindMuchElseWithoutLookingLong) {
  std::string log;
  while (log.size() < 1'000'000) log += "aud: x Access to y at 'z wrong token n't {\n";
  EXPECT_THAT(texts_of(error_texts_in(log + "Error: " + lost)), ElementsAre(lost));
}

struct Piece {
  std::string name, pasted;
  std::vector<std::string> texts;
};
void PrintTo(const Piece& value, std::ostream* out) { *out << value.name; }

class PieceOfText : public testing::TestWithParam<Piece> {};

TEST_P(PieceOfText, IsFoundWhereItSaysWhichIsMeant) {
  const auto all = error_texts_around(GetParam().pasted);
  EXPECT_THAT(texts_of(all), ElementsAreArray(GetParam().texts));
  for (const auto& found : all) EXPECT_EQ(found.likeness, Likeness::stretch);
}

INSTANTIATE_TEST_SUITE_P(
    ErrorText, PieceOfText,
    testing::Values(Piece{"WithoutItsEnd",
                          "Policy evaluation failed for this request",
                          {"Policy evaluation failed for this request, please check the policy configurations."}},
                    Piece{"WithoutItsArticle", "JWT was issued in the future", {"The JWT was issued in the future"}},
                    Piece{"InOtherLettersWithoutQuotes",
                          "INVALID STATE",
                          {"The authentication request has an invalid 'state' parameter."}},
                    Piece{"OfTwoTexts",
                          "was issued in the future",
                          {"The JWT was issued in the future", "the token was issued in the future"}},
                    Piece{"OfManyTexts", "access token", {}}, Piece{"OfOneWord", "storage", {}},
                    Piece{"CutInAWord", "olicy evaluation failed", {}}),
    [](const auto& test) { return test.param.name; });

struct Retold {
  std::string name, pasted, text;
};
void PrintTo(const Retold& value, std::ostream* out) { *out << value.name; }

class RetoldText : public testing::TestWithParam<Retold> {};

TEST_P(RetoldText, IsNearestToTheTextOfItsSubject) {
  const auto near = error_texts_near(GetParam().pasted, 0.6);
  ASSERT_FALSE(near.empty());
  EXPECT_EQ(near.front().text->text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    ErrorText, RetoldText,
    testing::Values(Retold{"Nonce", "NONCE DOES NOT MATCH", "nonce mismatch, expected {nonce}, got: {other}"},
                    Retold{"State", "the state doesn't match", "State does not match"},
                    Retold{"Issuer", "issuer mismatch", "The issuer [{issuer}] does not match [{expected}]"},
                    Retold{"Audience", "audience mismatch", "The audience [{audience}] does not match [{expected}]"},
                    Retold{"TheOtherWayRound", "signature invalid", "invalid signature"},
                    Retold{"OnALineOfALog", "nothing to see\nError: state not found in storage\nat main.js:1", lost}),
    [](const auto& test) { return test.param.name; });

TEST(ErrorTextSearch, IsNearToNoTextOfAnotherSubject) {
  for (const auto* subject : {"Nonce", "Issuer", "Audience", "Password", "Cookie", "at_hash"})
    for (const auto& near : error_texts_near(std::string(subject) + " does not match", 0.1))
      EXPECT_NE(near.text->text, "State does not match") << subject;
  for (const auto& near : error_texts_near("OAuth flow response issuer doesn't match request issuer", 0.1))
    EXPECT_THAT(std::string(near.text->text), Not(StartsWith("OAuth flow response"))) << "this text is about no issuer";
  EXPECT_THAT(error_texts_near("signature verification failed", 0.6), IsEmpty());
}

TEST(ErrorTextSearch, NamesTheNearestByTheWordsTheyShare) {
  const auto near = error_texts_near("there was no matching state in the storage", 0.5);
  ASSERT_FALSE(near.empty());
  EXPECT_EQ(near.front().text->text, lost);
  EXPECT_EQ(near.front().likeness, Likeness::nearest);
  EXPECT_EQ(near.front().shared, 3U);
  EXPECT_EQ(near.front().of_text, 4U);
  EXPECT_THAT(error_texts_near("state matches", 0.1), IsEmpty());
  EXPECT_THAT(error_texts_near("a cat sat on a mat", 0.3), IsEmpty());
}

}  // namespace
}  // namespace flowsim::explain
