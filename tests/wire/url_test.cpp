// URLs come apart as written, and forms, queries and fragments go there and back.
#include "wire/url.hpp"

#include <gtest/gtest.h>

#include <boost/url/parse.hpp>
#include <random>

namespace flowsim::wire {
namespace {

using namespace std::string_view_literals;

struct Encoding {
  std::string_view name, value, encoded;
};

constexpr Encoding encodings[] = {
    {"Rfc6749AppendixB", " %&+£€", "+%25%26%2B%C2%A3%E2%82%AC"},
    {"Unreserved", "AZaz09-._~", "AZaz09-._~"},
    {"ReservedOnes", "!*'();:@&=+$,/?#[]", "%21%2A%27%28%29%3B%3A%40%26%3D%2B%24%2C%2F%3F%23%5B%5D"},
    {"Url", "https://spa.example.com/callback", "https%3A%2F%2Fspa.example.com%2Fcallback"},
    {"Scopes", "openid profile orders:read", "openid+profile+orders%3Aread"},
    {"Control", "\r\n\t", "%0D%0A%09"},
    {"Nul", "a\0b"sv, "a%00b"},
    {"NotUtf8", "\xFF\xFE", "%FF%FE"},
    {"Empty", "", ""},
};

class FormEncoding : public testing::TestWithParam<Encoding> {};

TEST_P(FormEncoding, GoesThereAndBack) {
  const auto& [name, value, encoded] = GetParam();
  EXPECT_EQ(encode_form({{"p", std::string(value)}}), "p=" + std::string(encoded));
  EXPECT_EQ(encode_form({{std::string(value), ""}}), std::string(encoded) + "=");
  EXPECT_EQ(decode_form("p=" + std::string(encoded)), (Parameters{{"p", std::string(value)}}));
}

INSTANTIATE_TEST_SUITE_P(Url, FormEncoding, testing::ValuesIn(encodings),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(EncodeForm, KeepsOrderAndRepetitions) {
  EXPECT_EQ(encode_form({{"b", "1"}, {"a", "2"}, {"b", "3"}}), "b=1&a=2&b=3");
  EXPECT_EQ(encode_form({}), "");
}

TEST(DecodeForm, TakesPlusAndPercent20AsASpace) {
  EXPECT_EQ(decode_form("scope=openid+profile%20email"), (Parameters{{"scope", "openid profile email"}}));
  EXPECT_EQ(decode_form("a+b=c%2Bd"), (Parameters{{"a b", "c+d"}}));
}

TEST(DecodeForm, TakesSmallAndCapitalHexDigits) { EXPECT_EQ(decode_form("p=%e2%82%AC"), (Parameters{{"p", "€"}})); }

TEST(DecodeForm, KeepsBrokenEscapesAsTheyStand) {
  struct Row {
    std::string_view text, value;
  };
  for (const auto& [text, value] :
       {Row{"%", "%"}, Row{"%4", "%4"}, Row{"%zz", "%zz"}, Row{"%4z+%41", "%4z A"}, Row{"%%41", "%A"},
        Row{"100%", "100%"}, Row{"%u20AC", "%u20AC"}, Row{"%-1", "%-1"}, Row{"%41%", "A%"}})
    EXPECT_EQ(decode_form("p=" + std::string(text)), (Parameters{{"p", std::string(value)}})) << text;
}

TEST(DecodeForm, KeepsEmptyValuesAndDropsEmptyPieces) {
  EXPECT_EQ(decode_form("a&b=&&=c&=&d=1=2"), (Parameters{{"a", ""}, {"b", ""}, {"", "c"}, {"", ""}, {"d", "1=2"}}));
  EXPECT_EQ(decode_form(""), Parameters{});
  EXPECT_EQ(decode_form("&&"), Parameters{});
}

TEST(DecodeForm, KeepsEveryByteOfWhatWasEncoded) {
  std::mt19937 engine(1);
  for (int round = 0; round < 200; ++round) {
    Parameters parameters;
    for (auto count = engine() % 5 + 1; count > 0; --count) {
      std::string name, value;
      for (auto length = engine() % 20; length > 0; --length) name += static_cast<char>(engine() & 0xFF);
      for (auto length = engine() % 50; length > 0; --length) value += static_cast<char>(engine() & 0xFF);
      parameters.add(std::move(name), std::move(value));
    }
    EXPECT_EQ(decode_form(encode_form(parameters)), parameters);
  }
}

TEST(SplitUrl, GivesThePartsAsWritten) {
  const auto parts = split_url("HTTPS://User@Ex%61mple.com:8443/a/../b?x=%20&y#f?g");
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->scheme, "HTTPS");
  EXPECT_EQ(parts->authority, "User@Ex%61mple.com:8443");
  EXPECT_EQ(parts->path, "/a/../b");
  EXPECT_EQ(parts->query, "x=%20&y");
  EXPECT_EQ(parts->fragment, "f?g");
  EXPECT_TRUE(parts->has_query);
  EXPECT_TRUE(parts->has_fragment);
  EXPECT_EQ(parts->origin(), "HTTPS://User@Ex%61mple.com:8443");
}

TEST(SplitUrl, TellsAnEmptyPartFromNone) {
  const auto none = split_url("https://a.example");
  ASSERT_TRUE(none);
  EXPECT_EQ(none->path, "");
  EXPECT_FALSE(none->has_query);
  EXPECT_FALSE(none->has_fragment);
  const auto empty = split_url("https://a.example/?#");
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->path, "/");
  EXPECT_EQ(empty->query, "");
  EXPECT_EQ(empty->fragment, "");
  EXPECT_TRUE(empty->has_query);
  EXPECT_TRUE(empty->has_fragment);
}

TEST(SplitUrl, PointsIntoTheUrl) {
  const std::string url = "https://a.example/p?q#f";
  const auto parts = split_url(url);
  ASSERT_TRUE(parts);
  for (const auto part : {parts->scheme, parts->authority, parts->path, parts->query, parts->fragment}) {
    EXPECT_GE(part.data(), url.data());
    EXPECT_LE(part.data() + part.size(), url.data() + url.size());
  }
}

TEST(SplitUrl, TakesEveryAbsoluteUrlWithAnAuthority) {
  for (const auto* url : {"http://a", "https://[::1]:80/", "https://192.0.2.1/x", "https://192.0.2.1.example/",
                          "com.example.app://callback", "https://user:pass@a.example/", "https://a.example:/",
                          "https://a.example?q", "x://", "https://a.example#frag", "file:///etc/hosts"})
    EXPECT_TRUE(split_url(url)) << url;
}

TEST(SplitUrl, RefusesEverythingElse) {
  for (const auto url : {""sv,
                         "a.example"sv,
                         "/callback"sv,
                         "//a.example/"sv,
                         "mailto:joe@example.com"sv,
                         "urn:okta:x"sv,
                         "https:/a.example"sv,
                         "https:"sv,
                         "://a"sv,
                         "https://a b/"sv,
                         "https://a/%zz"sv,
                         "https://a/\n"sv,
                         "https://a/\0"sv,
                         "https://a/€"sv,
                         "https://a:port/"sv,
                         "1https://a/"sv,
                         " https://a/"sv,
                         "https://a/ "sv,
                         "https://[::1/"sv,
                         "https://a/#x#y"sv,
                         "https://a/\\"sv})
    EXPECT_FALSE(split_url(url)) << url;
}

// Boost.URL's parser as the second opinion, on texts made of the pieces that matter. Addresses are not among them: it
// refuses names that begin like one, such as `192.0.2.1.example`.
TEST(SplitUrl, AgreesWithBoostUrl) {
  constexpr std::string_view pieces[] = {
      "https", "x+1.-", "1", ":", "://", "//",  "/",   "a", "b.example", "user", "@", ":8443", ":",  "?",  "#",
      "[::1]", "[",     "]", "%", "%4",  "%41", "%zz", ".", "..",        "&a=b", "+", "€",     " ",  "\\", "\"",
      "<",     "{",     "^", "|", "`",   "!",   "$",   "'", "(",         "*",    ";", "~",     "\n", "_"};
  std::mt19937 engine(1);
  int accepted = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string url = round % 4 == 0 ? "" : "https://";
    for (auto count = engine() % 8; count > 0; --count) url += pieces[engine() % std::size(pieces)];
    const auto parts = split_url(url);
    const auto other = boost::urls::parse_uri(url);
    // Boost.URL takes `https://a:b/` for an empty port and the path `b/`, which RFC 3986 §3.3 does not allow.
    const bool good =
        other && other->has_authority() && (other->encoded_path().empty() || other->encoded_path()[0] == '/');
    ASSERT_EQ(parts.has_value(), good) << url;
    if (!good) continue;
    ++accepted;
    EXPECT_EQ(parts->scheme, std::string_view(other->scheme())) << url;
    EXPECT_EQ(parts->authority, std::string_view(other->encoded_authority())) << url;
    EXPECT_EQ(parts->path, std::string_view(other->encoded_path())) << url;
    EXPECT_EQ(parts->query, std::string_view(other->encoded_query())) << url;
    EXPECT_EQ(parts->fragment, std::string_view(other->encoded_fragment())) << url;
    EXPECT_EQ(parts->has_query, other->has_query()) << url;
    EXPECT_EQ(parts->has_fragment, other->has_fragment()) << url;
  }
  EXPECT_GT(accepted, 5'000);
}

TEST(WithoutFragment, IsWhatAServerSees) {
  EXPECT_EQ(without_fragment("https://a/p?q#access_token=x#y"), "https://a/p?q");
  EXPECT_EQ(without_fragment("https://a/p"), "https://a/p");
  EXPECT_EQ(without_fragment("#"), "");
}

TEST(OriginOf, IsSchemeAndAuthorityInLowerCase) {
  EXPECT_EQ(origin_of("HTTPS://SPA.Example.com:8443/CallBack?Q#F"), "https://spa.example.com:8443");
  EXPECT_EQ(origin_of("https://okta.example.com"), "https://okta.example.com");
  EXPECT_EQ(origin_of("/callback"), "");
  EXPECT_EQ(origin_of("not a url"), "");
}

TEST(OriginOf, DoesNotTakeAUserNameForTheHost) {
  EXPECT_NE(origin_of("https://example.okta.com@evil.example/"), origin_of("https://example.okta.com/"));
  for (const auto* url : {"https://example.okta.com@evil.example/", "https://example.okta.com:443@evil.example/",
                          "https://example.okta.com%2F@evil.example/", "https://@evil.example/",
                          "https://joe:secret@EVIL.example/callback#https://example.okta.com/"})
    EXPECT_EQ(origin_of(url), "https://evil.example") << url;
  EXPECT_EQ(origin_of("https://example.okta.com@joe@evil.example/"), "") << "such a text is no URL";
  EXPECT_EQ(origin_of("https://joe@evil.example:8443/"), "https://evil.example:8443");
  EXPECT_EQ(origin_of("https://evil.example/joe@example.okta.com"), "https://evil.example");
  EXPECT_EQ(origin_of("https://evil.example?joe@example.okta.com"), "https://evil.example");
}

struct Resolution {
  std::string_view reference, resolved;
};

// RFC 3986 §5.4: against http://a/b/c/d;p?q.
constexpr Resolution resolutions[] = {
    {"g:h", "g:h"},
    {"g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/g/"},
    {"/g", "http://a/g"},
    {"//g", "http://g"},
    {"?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q#s"},
    {"g#s", "http://a/b/c/g#s"},
    {"g?y#s", "http://a/b/c/g?y#s"},
    {";x", "http://a/b/c/;x"},
    {"g;x", "http://a/b/c/g;x"},
    {"g;x?y#s", "http://a/b/c/g;x?y#s"},
    {"", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/"},
    {"./", "http://a/b/c/"},
    {"..", "http://a/b/"},
    {"../", "http://a/b/"},
    {"../g", "http://a/b/g"},
    {"../..", "http://a/"},
    {"../../", "http://a/"},
    {"../../g", "http://a/g"},
    {"../../../g", "http://a/g"},
    {"../../../../g", "http://a/g"},
    {"/./g", "http://a/g"},
    {"/../g", "http://a/g"},
    {"g.", "http://a/b/c/g."},
    {".g", "http://a/b/c/.g"},
    {"g..", "http://a/b/c/g.."},
    {"..g", "http://a/b/c/..g"},
    {"./../g", "http://a/b/g"},
    {"./g/.", "http://a/b/c/g/"},
    {"g/./h", "http://a/b/c/g/h"},
    {"g/../h", "http://a/b/c/h"},
    {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
    {"g;x=1/../y", "http://a/b/c/y"},
    {"g?y/./x", "http://a/b/c/g?y/./x"},
    {"g?y/../x", "http://a/b/c/g?y/../x"},
    {"g#s/./x", "http://a/b/c/g#s/./x"},
    {"g#s/../x", "http://a/b/c/g#s/../x"},
    {"http:g", "http:g"},
};

TEST(ResolveRedirect, FollowsTheExamplesOfRfc3986) {
  for (const auto& [reference, resolved] : resolutions)
    EXPECT_EQ(resolve_redirect("http://a/b/c/d;p?q", reference), resolved) << reference;
}

TEST(ResolveRedirect, LetsTheTargetInheritTheFragment) {
  struct Row {
    std::string_view base, reference, resolved;
  };
  for (const auto& [base, reference, resolved] : {
           Row{"https://a.example/x#kept", "/y", "https://a.example/y#kept"},
           Row{"https://a.example/x#kept", "https://b.example/", "https://b.example/#kept"},
           Row{"https://a.example/x#lost", "/y#own", "https://a.example/y#own"},
           Row{"https://a.example/x#lost", "/y#", "https://a.example/y#"},
           Row{"https://a.example/x#%41+b=%26", "/y", "https://a.example/y#%41+b=%26"},
           Row{"https://a.example/x", "/y", "https://a.example/y"},
       })
    EXPECT_EQ(resolve_redirect(base, reference), resolved);
}

TEST(ResolveRedirect, LeavesAnAbsoluteTargetAsItIs) {
  constexpr std::string_view target = "https://spa.example.com/callback?x=1#access_token=a%2Bb&state=%7E";
  EXPECT_EQ(resolve_redirect("https://example.okta.com/oauth2/v1/authorize?q", target), target);
  EXPECT_EQ(resolve_redirect("https://a.example/", "com.example.app://callback#x"), "com.example.app://callback#x");
}

TEST(ResolveRedirect, LeavesEscapesAsTheyAre) {
  EXPECT_EQ(resolve_redirect("https://a.example/x%2Fy/z", "%2e%2E/b%7E"), "https://a.example/x%2Fy/%2e%2E/b%7E");
  EXPECT_EQ(resolve_redirect("https://a.example/", "https://b.example/x%2Fy"), "https://b.example/x%2Fy");
}

TEST(ResolveRedirect, NeverTurnsAPathIntoAnAuthority) {
  EXPECT_EQ(resolve_redirect("g:/a/b", "/..//evil.example/"), "g:/.//evil.example/");
  EXPECT_EQ(resolve_redirect("https://a.example/b", "/..//evil.example/"), "https://a.example//evil.example/");
}

TEST(ResolveRedirect, RefusesWhatCannotBeParsed) {
  for (const auto& [base, reference] : {std::pair{"https://a.example/", "https://b.example/ space"},
                                        {"https://a.example/", "\r\nSet-Cookie: a=b"},
                                        {"https://a.example/", "https://[::1"},
                                        {"/relative", "/y"},
                                        {"", "/y"},
                                        {"not a url", "https://b.example/"},
                                        {"https://a:port/", "/y"},
                                        {"https://a.example/", "//a:port/"}})
    EXPECT_EQ(resolve_redirect(base, reference), std::nullopt) << base << " " << reference;
}

TEST(WithQuery, AppendsBehindWhatIsThere) {
  const Parameters parameters{{"b", "x y"}, {"a", "€"}};
  struct Row {
    std::string_view url, result;
  };
  for (const auto& [url, result] : {
           Row{"https://a.example/p", "https://a.example/p?b=x+y&a=%E2%82%AC"},
           Row{"https://a.example/p?q=1", "https://a.example/p?q=1&b=x+y&a=%E2%82%AC"},
           Row{"https://a.example/p?", "https://a.example/p?b=x+y&a=%E2%82%AC"},
           Row{"https://a.example/p?q&", "https://a.example/p?q&b=x+y&a=%E2%82%AC"},
           Row{"https://a.example/p#f?g", "https://a.example/p?b=x+y&a=%E2%82%AC#f?g"},
           Row{"https://a.example/p?q#f", "https://a.example/p?q&b=x+y&a=%E2%82%AC#f"},
       })
    EXPECT_EQ(with_query(url, parameters), result);
  EXPECT_EQ(with_query("https://a.example/p?q#f", {}), "https://a.example/p?q#f");
}

TEST(WithFragment, ReplacesTheOneThatIsThere) {
  const Parameters parameters{{"access_token", "a+b"}, {"scope", "x y"}};
  EXPECT_EQ(with_fragment("https://a.example/p?q", parameters), "https://a.example/p?q#access_token=a%2Bb&scope=x+y");
  EXPECT_EQ(with_fragment("https://a.example/p#old", parameters), "https://a.example/p#access_token=a%2Bb&scope=x+y");
  EXPECT_EQ(with_fragment("https://a.example/p#old", {}), "https://a.example/p");
}

}  // namespace
}  // namespace flowsim::wire
