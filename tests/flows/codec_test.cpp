// This flow's messages go to HTTP and come back, whatever is in them.
#include "flows/implicit/codec.hpp"

#include <gtest/gtest.h>

#include <random>

namespace flowsim::flows::implicit {
namespace {

const std::string callback = "https://spa.example.com/callback";
const std::string orders = "https://api.example.com/orders";
const std::string form = "application/x-www-form-urlencoded";

std::string header_or_none(const Parameters& headers, std::string_view name) {
  return std::string(header(headers, name).value_or("none"));
}

TEST(RequestParameters, ComeFromTheQueryOrTheForm) {
  EXPECT_EQ(request_parameters({"GET", callback + "?a=1&b=x+y&a=2", {}, "c=3"}),
            (Parameters{{"a", "1"}, {"b", "x y"}, {"a", "2"}}));
  EXPECT_EQ(request_parameters({"POST", callback + "?a=1", {}, "c=3&c="}), (Parameters{{"c", "3"}, {"c", ""}}));
  EXPECT_EQ(request_parameters({"GET", callback, {}, {}}), Parameters{});
  EXPECT_EQ(request_parameters({"GET", "no address", {}, {}}), Parameters{});
}

TEST(RequestCookies, AreReadFromTheirHeader) {
  const auto cookies = request_cookies({"GET", callback, {{"cookie", "sid=a=b; dt=; x;  y=1;;=z"}}, {}});
  EXPECT_EQ(cookies, (Parameters{{"sid", "a=b", Place::header},
                                 {"dt", "", Place::header},
                                 {"y", "1", Place::header},
                                 {"", "z", Place::header}}));
  EXPECT_EQ(request_cookies({"GET", callback, {}, {}}), Parameters{});
}

TEST(Headers, AreTheItemsPlacedThere) {
  const Parameters items{{"a", "1"},
                         {"Set-Cookie", "x=1", Place::header},
                         {"status", "401", Place::header},
                         {"url", callback, Place::header},
                         {":method", "GET", Place::header},
                         {"b", "2", Place::query},
                         {"Set-Cookie", "y=2", Place::header}};
  EXPECT_EQ(headers_of(items), (Parameters{{"Set-Cookie", "x=1"}, {"Set-Cookie", "y=2"}}));
  EXPECT_EQ(without_headers(items), (Parameters{{"a", "1"}, {"b", "2", Place::query}}));
}

TEST(Status, IsANumberOrTheOther) {
  EXPECT_EQ(status_of({{"status", "403"}}, 200), 403);
  EXPECT_EQ(status_of({{"status", "403", Place::header}}, 200), 403);
  EXPECT_EQ(status_of({}, 200), 200);
  for (const std::string text : {"", "x", "40x", " 400", "4e2", "99999999999999999999"})
    EXPECT_EQ(status_of({{"status", text}}, 200), 200) << text;
}

struct Response {
  std::string name, redirect_uri;
  Parameters parameters;
  std::string location;
};

class ResponseLocation : public testing::TestWithParam<Response> {};

TEST_P(ResponseLocation, CarriesTheResponseThereAndBack) {
  const auto& [name, redirect_uri, parameters, location] = GetParam();
  EXPECT_EQ(response_location(redirect_uri, parameters), location);
  const auto response = read_response(location, redirect_uri);
  ASSERT_TRUE(response.has_value());
  EXPECT_EQ(response->parameters, parameters);
  EXPECT_EQ(response->kind, parameters.has("error") ? "authorization_error" : "access_token_response");
}

INSTANTIATE_TEST_SUITE_P(
    Codec, ResponseLocation,
    testing::Values(Response{"Tokens",
                             callback,
                             {{"access_token", "ey.J-_"}, {"token_type", "Bearer"}, {"scope", "openid orders:read"}},
                             callback + "#access_token=ey.J-_&token_type=Bearer&scope=openid+orders%3Aread"},
                    Response{"Error",
                             callback,
                             {{"error", "access_denied"}, {"state", "a&b=c#d?e"}},
                             callback + "#error=access_denied&state=a%26b%3Dc%23d%3Fe"},
                    Response{"ErrorInTheQuery",
                             callback,
                             {{"error", "invalid_request", Place::query}, {"state", "s", Place::query}},
                             callback + "?error=invalid_request&state=s"},
                    Response{"Both",
                             callback,
                             {{"access_token", "t"}, {"state", "s", Place::query}},
                             callback + "?state=s#access_token=t"},
                    Response{"BesideTheQueryOfTheRedirectUri",
                             callback + "?tenant=1",
                             {{"access_token", "t"}, {"state", "s", Place::query}},
                             callback + "?tenant=1&state=s#access_token=t"},
                    Response{"Repeated",
                             callback,
                             {{"state", "s"}, {"state", "s"}, {"state", ""}},
                             callback + "#state=s&state=s&state="}),
    [](const auto& test) { return test.param.name; });

TEST(ResponseLocation, BringsAnyBytesBack) {
  std::mt19937 engine(1);
  const auto text = [&engine](unsigned least) {
    std::string bytes;
    for (auto length = least + engine() % 12; length > 0; --length) bytes += static_cast<char>(engine() & 0xFF);
    return bytes;
  };
  for (int round = 0; round < 300; ++round) {
    Parameters parameters;
    for (auto count = 1 + engine() % 4; count > 0; --count) parameters.add(text(1), text(0));
    for (auto count = engine() % 3; count > 0; --count) parameters.add(text(1), text(0), Place::query);
    const auto response = read_response(response_location(callback, parameters), callback);
    ASSERT_TRUE(response.has_value());
    EXPECT_EQ(response->parameters, parameters);
  }
}

TEST(ReadResponse, TellsAnotherValueOfAnOwnParameterApart) {
  const auto response = read_response(callback + "?tenant=2&tenant=1#state=s", callback + "?tenant=1");
  ASSERT_TRUE(response.has_value());
  EXPECT_EQ(response->parameters, (Parameters{{"state", "s"}, {"tenant", "2", Place::query}}));
}

TEST(ReadResponse, FindsNoneElsewhere) {
  for (const std::string address : {"", "no address", "https://spa.example.com/", "https://spa.example.com/#state=s"})
    EXPECT_FALSE(read_response(address, callback)) << address;
  EXPECT_FALSE(read_response(callback, callback));
  EXPECT_FALSE(read_response(callback + "?tenant=1", callback + "?tenant=1"));
  EXPECT_FALSE(read_response(callback + "#state=s", "no address"));
  EXPECT_EQ(read_response(callback + "#", callback), (Message{"access_token_response", {}}));
}

struct Request {
  std::string name;
  Parameters parameters;
  std::string method, url, authorization, body;
};

class ResourceRequest : public testing::TestWithParam<Request> {};

TEST_P(ResourceRequest, CarriesTheTokenThereAndBack) {
  const auto& wanted = GetParam();
  const auto request = resource_request(orders, wanted.parameters);
  EXPECT_EQ(request.method, wanted.method);
  EXPECT_EQ(request.url, wanted.url);
  EXPECT_EQ(header_or_none(request.headers, "Authorization"), wanted.authorization);
  EXPECT_EQ(request.body, wanted.body);
  EXPECT_EQ(header_or_none(request.headers, "Content-Type"), wanted.body.empty() ? "none" : form);
  auto read = read_resource_request(request);
  EXPECT_EQ(read.find(":scheme"), "https");
  read.remove(":scheme");
  EXPECT_EQ(read, wanted.parameters);
}

INSTANTIATE_TEST_SUITE_P(
    Codec, ResourceRequest,
    testing::Values(
        Request{
            "InTheHeader", {{"access_token", "ey.J-_~+/==", Place::header}}, "GET", orders, "Bearer ey.J-_~+/==", ""},
        Request{"InTheBody", {{"access_token", "a+b", Place::body}}, "POST", orders, "none", "access_token=a%2Bb"},
        Request{
            "InTheQuery", {{"access_token", "a+b", Place::query}}, "GET", orders + "?access_token=a%2Bb", "none", ""},
        Request{"InThreePlaces",
                {{"access_token", "a", Place::header},
                 {"access_token", "b", Place::query},
                 {"access_token", "c", Place::body}},
                "POST",
                orders + "?access_token=b",
                "Bearer a",
                "access_token=c"},
        Request{"Nowhere", {}, "GET", orders, "none", ""},
        Request{"AsAnotherScheme", {{"authorization", "Basic am9l", Place::header}}, "GET", orders, "Basic am9l", ""},
        Request{"MalformedHeader", {{"authorization", "Bearer a b", Place::header}}, "GET", orders, "Bearer a b", ""}),
    [](const auto& test) { return test.param.name; });

Parameters read_authorization(std::string value) {
  auto read = read_resource_request({"GET", orders, {{"AUTHORIZATION", std::move(value)}}, {}});
  read.remove(":scheme");
  return read;
}

TEST(ReadResourceRequest, TakesTheSchemeInAnyCaseAndWithAnySpaces) {
  for (const std::string value : {"Bearer t", "bearer t", "BEARER   t"})  // RFC 6750 §2.1: 1*SP
    EXPECT_EQ(read_authorization(value), (Parameters{{"access_token", "t", Place::header}})) << value;
}

TEST(ReadResourceRequest, KeepsAnyOtherCredentialsVerbatim) {
  for (const std::string value : {"", "Bearer", "Bearer ", "Bearer  ", "Bearer =", "Bearer t,u", "Bearer\tt",
                                  "Bearer t ", "Bearer \"t\"", "Bearert", "DPoP t", "Bearer t=u", "Bearer \xFF"})
    EXPECT_EQ(read_authorization(value), (Parameters{{"authorization", value, Place::header}})) << value;
}

TEST(ReadResourceRequest, ReadsEveryAuthorizationHeader) {
  auto read =
      read_resource_request({"GET",
                             "http://api.example.com/orders",
                             {{"Authorization", "Bearer a"}, {"authorization", "Bearer b"}, {"Authorizations", "x"}},
                             {}});
  EXPECT_EQ(read, (Parameters{{"access_token", "a", Place::header},
                              {"access_token", "b", Place::header},
                              {":scheme", "http", Place::header}}));
}

TEST(ReadResourceRequest, ReadsABodyOnlyWhereItIsAForm) {
  const auto tokens = [](std::string type) {
    return read_resource_request({"POST", orders, {{"content-type", std::move(type)}}, "access_token=t"})
        .count("access_token");
  };
  for (const auto& type :
       {form, form + "; charset=utf-8", form + " ;charset=utf-8", std::string("Application/X-WWW-Form-UrlEncoded")})
    EXPECT_EQ(tokens(type), 1u) << type;
  for (const auto& type : {std::string(), std::string("application/json"), form + "x", "x" + form, "; " + form})
    EXPECT_EQ(tokens(type), 0u) << type;
}

struct Answer {
  std::string name;
  Message message;
  HttpResponse response;
};

class ResourceResponse : public testing::TestWithParam<Answer> {};

TEST_P(ResourceResponse, GoesThereAndBack) {
  const auto& [name, message, response] = GetParam();
  EXPECT_EQ(resource_response(message), response);
  EXPECT_EQ(read_resource_response(response), message);
}

const std::string not_shared = "private, no-store";
INSTANTIATE_TEST_SUITE_P(
    Codec, ResourceResponse,
    testing::Values(
        Answer{"Resource",
               {"resource_response", {{"status", "200"}, {"body", "{}"}}},
               {200, {{"Cache-Control", not_shared}, {"Content-Type", "application/json"}}, "{}"}},
        Answer{"Outage", {"resource_response", {{"status", "503"}}}, {503, {{"Cache-Control", not_shared}}, ""}},
        Answer{"NoToken",
               {"bearer_challenge", {{"status", "401"}, {"realm", "orders"}}},
               {401, {{"WWW-Authenticate", "Bearer realm=\"orders\""}, {"Cache-Control", not_shared}}, ""}},
        Answer{"NoRealm",
               {"bearer_challenge", {{"status", "401"}, {"realm", ""}}},
               {401, {{"WWW-Authenticate", "Bearer realm=\"\""}, {"Cache-Control", not_shared}}, ""}},
        Answer{"InsufficientScope",
               {"bearer_challenge",
                {{"status", "403"},
                 {"realm", "orders"},
                 {"scope", "orders:read orders:write"},
                 {"error", "insufficient_scope"},
                 {"error_description", "The access token must do more"}}},
               {403,
                {{"WWW-Authenticate",
                  "Bearer realm=\"orders\", scope=\"orders:read orders:write\", error=\"insufficient_scope\", "
                  "error_description=\"The access token must do more\""},
                 {"Cache-Control", not_shared}},
                ""}},
        Answer{"HostileRealm",
               {"bearer_challenge", {{"status", "401"}, {"realm", "a, error=, scope="}, {"error", "invalid_token"}}},
               {401,
                {{"WWW-Authenticate", "Bearer realm=\"a, error=, scope=\", error=\"invalid_token\""},
                 {"Cache-Control", not_shared}},
                ""}}),
    [](const auto& test) { return test.param.name; });

TEST(ResourceResponse, LetsNoTextOutOfItsQuotes) {
  const auto response =
      resource_response({"bearer_challenge", {{"realm", "a\", error=\"none\\\r\nX: y\x7F\xFF"}, {"status", "401"}}});
  EXPECT_EQ(header_or_none(response.headers, "WWW-Authenticate"), "Bearer realm=\"a, error=noneX: y\"");
}

TEST(ReadResourceResponse, ReadsAnyChallenge) {
  const auto read = [](std::string text) {
    auto message = read_resource_response({401, {{"www-authenticate", std::move(text)}}, {}});
    EXPECT_EQ(message.kind, "bearer_challenge");
    message.parameters.remove("status");
    return message.parameters;
  };
  EXPECT_EQ(read("Bearer"), Parameters{});
  EXPECT_EQ(read(""), Parameters{});
  EXPECT_EQ(read("bearer ERROR=invalid_token,realm=\"x\""), (Parameters{{"realm", "x"}, {"error", "invalid_token"}}));
  EXPECT_EQ(read("Bearer xerror=\"a\", error = \"b\" , other=\"c\""), (Parameters{{"error", "b"}}));
  EXPECT_EQ(read("Bearer realm=\"a \\\"b\\\", error=\\\\\", error=\"c\""),
            (Parameters{{"realm", "a \"b\", error=\\"}, {"error", "c"}}));
  EXPECT_EQ(read("Bearer realm=\"never closed, error=x"), (Parameters{{"realm", "never closed, error=x"}}));
  EXPECT_EQ(read("Bearer , =, ,,=\"\", realm"), Parameters{});
  EXPECT_EQ(read("Bearer error=\"a\", error=\"b\""), (Parameters{{"error", "a"}}));
}

TEST(ReadMetadata, KeepsTextsAndShowsTheRestAsJson) {
  const auto metadata = read_metadata(
      R"({"issuer":"https://a.example","authorization_response_iss_parameter_supported":true,"response_modes_supported":["query","fragment"]})");
  EXPECT_EQ(metadata.find("issuer"), "https://a.example");
  EXPECT_EQ(metadata.find("authorization_response_iss_parameter_supported"), "true");
  EXPECT_EQ(metadata.find("response_modes_supported"), R"(["query","fragment"])");
  for (const std::string document : {"", "[]", "null", "{", R"({"issuer":"a","issuer":"b"})", "{\"issuer\":\"\xFF\"}"})
    EXPECT_EQ(read_metadata(document), Parameters{}) << document;
}

TEST(AllowOrigin, ChangesNothingForNoOrigin) {
  HttpResponse response;
  allow_origin(response, "");
  EXPECT_EQ(response, HttpResponse{});
  allow_origin(response, "https://spa.example.com");
  EXPECT_EQ(header_or_none(response.headers, "Access-Control-Allow-Origin"), "https://spa.example.com");
  EXPECT_EQ(header_or_none(response.headers, "Access-Control-Expose-Headers"), "WWW-Authenticate");
}

TEST(PreflightResponse, AllowsTheTokenToFollow) {
  const auto response = preflight_response({"OPTIONS", orders, {{"Origin", "https://spa.example.com"}}, {}});
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(header_or_none(response.headers, "Access-Control-Allow-Origin"), "https://spa.example.com");
  EXPECT_EQ(header_or_none(response.headers, "Access-Control-Allow-Headers"), "Authorization");
  EXPECT_EQ(header_or_none(preflight_response({}).headers, "Access-Control-Allow-Origin"), "none");
}

TEST(PageResponse, IsNeitherFramedNorCachedNorAReferrer) {
  const auto response = page_response({"error_page", "Okta", "", {}, ""}, 400);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(header_or_none(response.headers, "Content-Security-Policy"), "frame-ancestors 'none'");
  EXPECT_EQ(header_or_none(response.headers, "X-Frame-Options"), "DENY");
  EXPECT_EQ(header_or_none(response.headers, "Cache-Control"), "no-store");
  EXPECT_EQ(header_or_none(response.headers, "Referrer-Policy"), "no-referrer");
  EXPECT_EQ(read_page(response.body), (Page{"error_page", "Okta", "", {}, ""}));
  EXPECT_EQ(header_or_none(json_response("{}").headers, "Access-Control-Allow-Origin"), "*");
}

}  // namespace
}  // namespace flowsim::flows::implicit
