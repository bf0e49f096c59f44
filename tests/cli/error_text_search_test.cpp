// Known error texts are found however they were copied, and a likeness is never called more than it is.
#include "cli/error_text_search.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace flowsim {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

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
                                         Stranger{"WithAnEndlessValue", "The key id, " + std::string(400, 'k') +
                                                                            ", was not found in the server's keys"},
                                         Stranger{"Another", "Cannot read properties of undefined"}),
                         [](const auto& test) { return test.param.name; });

TEST(ErrorTextSearch, FindsSeveralTextsTheLongestFirst) {
  const auto all = error_texts_in(
      "State does not match; No matching state found in storage; Wrong at_hash; Token hash verification failed");
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_EQ(all[0].text->text, lost);
  EXPECT_EQ(all[1].text->text, "Token hash verification failed");
  EXPECT_EQ(all[2].text->text, "State does not match");
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
}  // namespace flowsim
