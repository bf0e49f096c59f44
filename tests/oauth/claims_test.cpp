// Claims as values, as JSON, and as read from JSON, also from hostile JSON.
#include "oauth/claims.hpp"

#include "words/say.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace flowsim::oauth {
namespace {

using namespace std::string_literals;
using Texts = std::vector<std::string>;

ClaimValue value_read_from(const std::string& json) {
  const auto claims = read_claims("{\"claim\":" + json + "}");
  if (!claims || claims->find("claim") == nullptr) {
    ADD_FAILURE() << "not read: " << json;
    return nullptr;
  }
  return *claims->find("claim");
}

std::string reason_against(std::string_view json) {
  Phrase why;
  EXPECT_FALSE(read_claims(json, &why)) << json.substr(0, 80);
  return words::say(why);
}

std::string nested(std::size_t depth) {
  return "{\"claim\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

const Claims one_of_each{{"none", nullptr},
                         {"yes", true},
                         {"exp", 1767603600},
                         {"iss", "https://example.okta.com"},
                         {"scp", Texts{"openid", "orders:read"}},
                         {"address", OtherJson{R"({"country":"US"})"}}};

TEST(Claims, FindsValuesByNameAndType) {
  EXPECT_EQ(one_of_each.text("iss"), "https://example.okta.com");
  EXPECT_EQ(one_of_each.number("exp"), 1767603600);
  ASSERT_NE(one_of_each.texts("scp"), nullptr);
  EXPECT_EQ(*one_of_each.texts("scp"), (Texts{"openid", "orders:read"}));
  EXPECT_TRUE(one_of_each.has("none"));
}

TEST(Claims, TakesNoValueOfAnotherType) {
  EXPECT_EQ(one_of_each.number("iss"), std::nullopt);
  EXPECT_EQ(one_of_each.text("exp"), std::nullopt);
  EXPECT_EQ(one_of_each.texts("iss"), nullptr);
  EXPECT_EQ(one_of_each.text("scp"), std::nullopt);
  EXPECT_EQ(Claims({{"exp", "1767603600"}}).number("exp"), std::nullopt);
}

TEST(Claims, MissNamesThatAreNotThere) {
  EXPECT_EQ(one_of_each.find("ISS"), nullptr);
  EXPECT_EQ(one_of_each.text("sub"), std::nullopt);
  EXPECT_EQ(one_of_each.number("sub"), std::nullopt);
  EXPECT_EQ(one_of_each.texts("sub"), nullptr);
}

TEST(Claims, ShowValuesAsJson) {
  EXPECT_EQ(one_of_each.shown("iss"), R"("https://example.okta.com")");
  EXPECT_EQ(one_of_each.shown("exp"), "1767603600");
  EXPECT_EQ(one_of_each.shown("scp"), R"(["openid","orders:read"])");
  EXPECT_EQ(one_of_each.shown("address"), R"({"country":"US"})");
  EXPECT_EQ(one_of_each.shown("yes"), "true");
  EXPECT_EQ(one_of_each.shown("none"), "null");
  EXPECT_EQ(one_of_each.shown("sub"), std::nullopt);
}

TEST(Claims, SetReplacesInPlaceOrAppends) {
  Claims claims{{"a", 1}, {"b", 2}};
  claims.set("a", "changed");
  claims.set("c", 3);
  EXPECT_EQ(claims, (Claims{{"a", "changed"}, {"b", 2}, {"c", 3}}));
}

TEST(Claims, RemoveTakesEveryMemberOfTheName) {
  Claims claims{{"a", 1}, {"b", 2}, {"a", 3}};
  claims.remove("a");
  EXPECT_EQ(claims, (Claims{{"b", 2}}));
}

TEST(ToJson, WritesMembersInTheirOrderWithoutWhiteSpace) {
  EXPECT_EQ(to_json(one_of_each), R"({"none":null,"yes":true,"exp":1767603600,"iss":"https://example.okta.com",)"
                                  R"("scp":["openid","orders:read"],"address":{"country":"US"}})");
  EXPECT_EQ(to_json({}), "{}");
  EXPECT_EQ(to_json({{"scp", Texts{}}}), R"({"scp":[]})");
}

TEST(ToJson, EscapesNamesAndTexts) {
  EXPECT_EQ(to_json({{"a\"b", "\\ \" \n \x01 é"}}), R"({"a\"b":"\\ \" \n \u0001 é"})");
}

TEST(ToJson, WritesLongTextsWhole) {
  const std::string text(10'000, '"');
  const auto json = to_json({{"claim", text}});
  EXPECT_EQ(json.size(), text.size() * 2 + R"({"claim":""})"s.size());
  EXPECT_EQ(read_claims(json), (Claims{{"claim", text}}));
}

TEST(ToJson, IsReadBackAsTheSameClaims) { EXPECT_EQ(read_claims(to_json(one_of_each)), one_of_each); }

TEST(ReadClaims, GivesEachKindOfValueItsType) {
  const std::vector<std::pair<std::string, ClaimValue>> rows{
      {"null", nullptr},
      {"true", true},
      {"0", 0},
      {"-0", 0},
      {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
      {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
      {"5.0", 5},
      {"1e3", 1000},
      {"1.311280970e9", 1311280970},
      {R"("text")", "text"},
      {R"("5")", "5"},
      {R"("\u00e9\ud83d\ude00\u0000")", "é😀\0"s},
      {"[]", Texts{}},
      {R"([ "a" , "b" ])", Texts{"a", "b"}},
  };
  for (const auto& [json, value] : rows) EXPECT_EQ(value_read_from(json), value) << json;
}

TEST(ReadClaims, KeepsOtherValuesAsJsonWithoutWhiteSpace) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"9223372036854775808", "9223372036854775808"},
      {"18446744073709551616", "18446744073709551616"},
      {"1.5", "1.5"},
      {"-1.25e-2", "-1.25e-2"},
      {"1e300", "1e300"},
      {"9007199254740993.0", "9007199254740993.0"},
      {"{ }", "{}"},
      {R"([ "a" , 1 , null ])", R"(["a",1,null])"},
      {R"([ [ "a" ] , "b" ])", R"([["a"],"b"])"},
      {R"([ "a" , { "b" : [ true , 1.50 ] , "c" : "d\n\"," } ])", R"(["a",{"b":[true,1.50],"c":"d\n\","}])"},
      {R"({ "a" : [ "b" ] , "c" : [ ] , "d" : { "e" : -7 } })", R"({"a":["b"],"c":[],"d":{"e":-7}})"},
  };
  for (const auto& [json, text] : rows) EXPECT_EQ(value_read_from(json), ClaimValue(OtherJson{text})) << json;
}

TEST(ReadClaims, KeepsNoRestOfOneMemberForTheNext) {
  EXPECT_EQ(read_claims(R"({"a":["x",1],"b":["y"],"c":{"d":"z"},"e":["w"],"f":"v"})"),
            (Claims{{"a", OtherJson{R"(["x",1])"}},
                    {"b", Texts{"y"}},
                    {"c", OtherJson{R"({"d":"z"})"}},
                    {"e", Texts{"w"}},
                    {"f", "v"}}));
}

TEST(ReadClaims, AllowsWhiteSpaceAroundEverything) {
  EXPECT_EQ(read_claims(" {\r\n \"a\" :\t1 } \n"), (Claims{{"a", 1}}));
  EXPECT_EQ(read_claims("{}"), Claims{});
}

TEST(ReadClaims, RefusesWhatIsNoJsonObject) {
  for (const auto& text : {""s,
                           " "s,
                           "5"s,
                           "null"s,
                           "true"s,
                           "\"text\""s,
                           "[]"s,
                           "[{}]"s,
                           "{"s,
                           "}"s,
                           "{}{}"s,
                           "{} x"s,
                           "{\"a\"}"s,
                           "{\"a\":}"s,
                           "{\"a\":1,}"s,
                           "{,}"s,
                           "{a:1}"s,
                           "{'a':1}"s,
                           "{\"a\":01}"s,
                           "{\"a\":+1}"s,
                           "{\"a\":1.}"s,
                           "{\"a\":NaN}"s,
                           "{\"a\":Infinity}"s,
                           "{\"a\":tru}"s,
                           "{\"a\":[1,]}"s,
                           "{\"a\":[1}"s,
                           "{\"a\":\"\n\"}"s,
                           "{\"a\":\"\\x\"}"s,
                           "{\"a\":\"\\ud800\"}"s,
                           "{\"a\":\"b}"s,
                           "{/**/}"s,
                           "{}//"s,
                           "\xef\xbb\xbf{}"s,
                           "{}\0"s})
    EXPECT_EQ(reason_against(text), "the text is not a JSON object") << text;
}

TEST(ReadClaims, RefusesANameThatOccursTwiceInOneObject) {
  EXPECT_EQ(reason_against(R"({"aud":"a","iss":"b","aud":"a"})"), R"(the text repeats the name "aud")");
  EXPECT_EQ(reason_against(R"({"aud":1,"\u0061ud":2})"), R"(the text repeats the name "aud")");
  EXPECT_EQ(reason_against(R"({"a":[{"b":1,"b":2}]})"), R"(the text repeats the name "b")");
  EXPECT_EQ(reason_against(R"({"":1,"":2})"), R"(the text repeats the name "")");
  EXPECT_EQ(reason_against("{\"a\\n\":1,\"a\\n\":2}"), R"(the text repeats the name "a\n")");
}

TEST(ReadClaims, AllowsANameOnceInEachOfTwoObjects) {
  EXPECT_TRUE(read_claims(R"({"a":{"b":1},"b":[{"b":1},{"b":1}]})"));
}

TEST(ReadClaims, DoesNotRepeatAVeryLongName) {
  const auto member = "\"" + std::string(65, 'a') + "\":1";
  EXPECT_EQ(reason_against("{" + member + "," + member + "}"), "the text repeats a name");
}

TEST(ReadClaims, RefusesTextThatIsNotUtf8) {
  for (const auto& text : {"\x80"s, "\xff"s, "\xc3"s, "\xc0\xaf"s, "\xed\xa0\x80"s, "\xf4\x90\x80\x80"s}) {
    EXPECT_EQ(reason_against("{\"a\":\"" + text + "\"}"), "the text is not UTF-8");
    EXPECT_EQ(reason_against("{\"" + text + "\":1}"), "the text is not UTF-8");
  }
}

TEST(ReadClaims, ReadsThirtyTwoLevelsAndNoMore) {
  EXPECT_TRUE(read_claims(nested(32)));
  EXPECT_EQ(reason_against(nested(33)), "the text is nested more than 32 deep");
  EXPECT_EQ(reason_against(nested(30'000)), "the text is nested more than 32 deep");
}

TEST(ReadClaims, ReadsSixtyFourKibibytesAndNoMore) {
  const std::string frame = R"({"a":""})";
  const auto longest = R"({"a":")" + std::string(64 * 1024 - frame.size(), 'x') + R"("})";
  EXPECT_TRUE(read_claims(longest));
  EXPECT_EQ(reason_against(longest + " "), "the text is longer than 64 KiB");
}

TEST(ReadClaims, NeedsNoPlaceForTheReason) { EXPECT_EQ(read_claims("{"), std::nullopt); }

}  // namespace
}  // namespace flowsim::oauth
