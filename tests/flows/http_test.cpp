// What stands beside the messages in HTTP is read and written as the standards say.
#include "flows/implicit/http.hpp"

#include <gtest/gtest.h>

namespace flowsim::flows::implicit {
namespace {

const std::string shop = "https://spa.example.com/shop";

TEST(RequestParameters, ComeFromTheQueryOrTheForm) {
  EXPECT_EQ(request_parameters({"GET", shop + "?a=1&b=x+y&a=2", {}, "c=3"}),
            (Parameters{{"a", "1"}, {"b", "x y"}, {"a", "2"}}));
  EXPECT_EQ(request_parameters({"POST", shop + "?a=1", {}, "c=3&c="}), (Parameters{{"c", "3"}, {"c", ""}}));
  EXPECT_EQ(request_parameters({"GET", shop, {}, {}}), Parameters{});
  EXPECT_EQ(request_parameters({"GET", "no address", {}, {}}), Parameters{});
}

TEST(RequestCookies, AreReadFromTheirHeader) {
  const auto cookies = request_cookies({"GET", shop, {{"cookie", "sid=a=b; dt=; x;  y=1;;=z"}}, {}});
  EXPECT_EQ(cookies, (Parameters{{"sid", "a=b", Place::header},
                                 {"dt", "", Place::header},
                                 {"y", "1", Place::header},
                                 {"", "z", Place::header}}));
  EXPECT_EQ(request_cookies({"GET", shop, {}, {}}), Parameters{});
}

TEST(WithoutHeaders, KeepsTheRestInItsOrder) {
  EXPECT_EQ(without_headers({{"a", "1"}, {"Set-Cookie", "x=1", Place::header}, {"b", "2", Place::query}}),
            (Parameters{{"a", "1"}, {"b", "2", Place::query}}));
}

TEST(AddHeaders, SendsTheItemsPlacedThere) {
  const Parameters items{{"a", "1"},
                         {"Set-Cookie", "x=1", Place::header},
                         {"status", "401", Place::header},
                         {"url", shop, Place::header},
                         {":method", "GET", Place::header},
                         {"b", "2", Place::query},
                         {"Set-Cookie", "y=2", Place::header}};
  HttpResponse response;
  add_headers(response, items);
  EXPECT_EQ(response.headers, (Parameters{{"Set-Cookie", "x=1"}, {"Set-Cookie", "y=2"}}));
}

TEST(IssuerUrl, HasOneSlashBetween) {
  for (const std::string issuer : {"https://a.example/x", "https://a.example/x/", "https://a.example/x//"})
    EXPECT_EQ(issuer_url(issuer, keys_path), "https://a.example/x/v1/keys");
  EXPECT_EQ(issuer_url("https://a.example/"), "https://a.example");
}

TEST(WithoutQuery, EndsBeforeQueryOrFragment) {
  for (const auto& url : {shop, shop + "?a#b", shop + "#a?b", shop + "#"}) EXPECT_EQ(without_query(url), shop);
}

TEST(AddScheme, TellsWhatStandsBeforeTheColon) {
  Message message;
  add_scheme(message, {"GET", "http://a.example/", {}, {}});
  EXPECT_EQ(message.parameters, (Parameters{{":scheme", "http", Place::header}}));
}

TEST(AllowOrigin, ChangesNothingForNoOrigin) {
  HttpResponse response;
  allow_origin(response, "");
  EXPECT_EQ(response, HttpResponse{});
  allow_origin(response, "https://spa.example.com");
  EXPECT_EQ(header(response.headers, "Access-Control-Allow-Origin"), "https://spa.example.com");
  EXPECT_EQ(header(response.headers, "Access-Control-Expose-Headers"), "WWW-Authenticate");
}

TEST(PreflightResponse, AllowsTheTokenToFollow) {
  const auto response = preflight_response({"OPTIONS", shop, {{"Origin", "https://spa.example.com"}}, {}});
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(header(response.headers, "Access-Control-Allow-Origin"), "https://spa.example.com");
  EXPECT_EQ(header(response.headers, "Access-Control-Allow-Headers"), "Authorization");
  EXPECT_EQ(header(preflight_response({}).headers, "Access-Control-Allow-Origin"), std::nullopt);
}

TEST(JsonResponse, MayBeReadByEveryOrigin) {
  EXPECT_EQ(json_response("{}", 401),
            (HttpResponse{401, {{"Content-Type", "application/json"}, {"Access-Control-Allow-Origin", "*"}}, "{}"}));
}

}  // namespace
}  // namespace flowsim::flows::implicit
