// Each kind of message is recognised where it was spelled, whatever is in it.
#include "flows/implicit/spelling.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "oauth/interactions.hpp"
#include "wire/page.hpp"

namespace flowsim::flows::implicit {
namespace {

const std::string callback = "https://spa.example.com/callback";
const std::string orders = "https://api.example.com/orders";
const std::string form = "application/x-www-form-urlencoded";

std::string header_or_none(const Parameters& headers, std::string_view name) {
  return std::string(header(headers, name).value_or("none"));
}

/// What the client's script reads at an address.
std::optional<Message> read_response(const std::string& address, const std::string& redirect_uri) {
  return recognised({"access_token_response", "authorization_error"}, BrowserAction{"run_script", address, {}},
                    redirect_uri);
}

struct Response {
  std::string name, redirect_uri;
  Parameters parameters;
  std::string location;
};

class ResponseLocation : public testing::TestWithParam<Response> {};

TEST_P(ResponseLocation, CarriesTheResponseThereAndBack) {
  const auto& [name, redirect_uri, parameters, location] = GetParam();
  const Message message{parameters.has("error") ? "authorization_error" : "access_token_response", parameters};
  const auto response = spelled_response(message, redirect_uri);
  EXPECT_EQ(response.status, 302);
  EXPECT_EQ(header_or_none(response.headers, "Location"), location);
  EXPECT_EQ(recognised({"access_token_response", "authorization_error"}, response, redirect_uri), message);
  EXPECT_EQ(read_response(location, redirect_uri), message);
}

INSTANTIATE_TEST_SUITE_P(
    Spelling, ResponseLocation,
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

Parameters read_resource_request(const HttpRequest& request) {
  const auto message = recognised({"resource_request"}, request, without_query(request.url));
  EXPECT_TRUE(message.has_value());
  return message ? message->parameters : Parameters{};
}

struct Request {
  std::string name;
  Parameters parameters;
  std::string method, url, authorization, body;
};

class ResourceRequest : public testing::TestWithParam<Request> {};

TEST_P(ResourceRequest, CarriesTheTokenThereAndBack) {
  const auto& wanted = GetParam();
  const auto request = std::get<HttpRequest>(spelled({"resource_request", wanted.parameters}, orders));
  EXPECT_EQ(request.method, wanted.method);
  EXPECT_EQ(request.url, wanted.url);
  EXPECT_EQ(header_or_none(request.headers, "Authorization"), wanted.authorization);
  EXPECT_EQ(request.body, wanted.body);
  EXPECT_EQ(header_or_none(request.headers, "Content-Type"), wanted.body.empty() ? "none" : form);
  EXPECT_EQ(read_resource_request(request), wanted.parameters);
}

INSTANTIATE_TEST_SUITE_P(
    Spelling, ResourceRequest,
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
  return read_resource_request({"GET", orders, {{"AUTHORIZATION", std::move(value)}}, {}});
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
  EXPECT_EQ(read, (Parameters{{"access_token", "a", Place::header}, {"access_token", "b", Place::header}}));
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
  EXPECT_EQ(spelled_response(message), response);
  EXPECT_EQ(recognised_answer("resource_request", response), message);
}

const std::string not_shared = "private, no-store";
INSTANTIATE_TEST_SUITE_P(
    Spelling, ResourceResponse,
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
      spelled_response({"bearer_challenge", {{"realm", "a\", error=\"none\\\r\nX: y\x7F\xFF"}, {"status", "401"}}});
  EXPECT_EQ(header_or_none(response.headers, "WWW-Authenticate"), "Bearer realm=\"a, error=noneX: y\"");
}

TEST(ReadResourceResponse, ReadsAnyChallenge) {
  const auto read = [](std::string text) {
    auto message = recognised_answer("resource_request", HttpResponse{401, {{"www-authenticate", std::move(text)}}, {}})
                       .value_or(Message{});
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

Parameters read_metadata(std::string document) {
  return recognised({"metadata_response"}, json_response(std::move(document))).value_or(Message{}).parameters;
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

TEST(ReadMetadata, TellsATextThatLooksLikeJsonApart) {
  EXPECT_EQ(read_metadata(R"({"a":"true","b":true,"c":"\"x\"","d":"[1, 2]","e":"truth"})"),
            (Parameters{{"a", "\"true\""}, {"b", "true"}, {"c", R"("\"x\"")"}, {"d", "\"[1, 2]\""}, {"e", "truth"}}));
  for (const std::string document :
       {R"({"a":"true","b":true,"c":"\"x\"","d":"[1, 2]"})", R"({"a":{"b":[1,null]},"c":-7,"d":"-7","e":""})",
        R"({"a":"1,\"b\":2"})", R"({"a":"}"})"})
    EXPECT_EQ(spelled_response({"metadata_response", read_metadata(document)}).body, document);
}

TEST(ErrorPage, IsNeitherFramedNorCachedNorAReferrer) {
  const Message message{"error_page",
                        {{"error", "<x>"}, {"status", "405", Place::header}, {"Allow", "GET", Place::header}}};
  const auto response = spelled_response(message);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(header_or_none(response.headers, "Content-Security-Policy"), "frame-ancestors 'none'");
  EXPECT_EQ(header_or_none(response.headers, "X-Frame-Options"), "DENY");
  EXPECT_EQ(header_or_none(response.headers, "Cache-Control"), "no-store");
  EXPECT_EQ(header_or_none(response.headers, "Referrer-Policy"), "no-referrer");
  EXPECT_EQ(header_or_none(response.headers, "Allow"), "GET");
  EXPECT_EQ(read_page(response.body), (Page{"error_page", "Okta", "", {{"error", "<x>"}}, ""}));
  EXPECT_EQ(recognised({"error_page"}, response), message);
}

TEST(SpelledResponse, HasTheStatusWhereItIsANumber) {
  const auto status = [](std::string text) {
    return spelled_response({"resource_response", {{"status", std::move(text)}}}).status;
  };
  EXPECT_EQ(status("403"), 403);
  EXPECT_EQ(spelled_response({"resource_response", {{"status", "403", Place::header}}}).status, 403);
  EXPECT_EQ(spelled_response({"resource_response", {}}).status, 200);
  for (const std::string text : {"", "x", "40x", " 400", "4e2", "99999999999999999999"})
    EXPECT_EQ(status(text), 200) << text;
}

TEST(Document, SaysWhyItIsNotThere) {
  const Message refused{"userinfo_response",
                        {{"status", "401", Place::header}, {"WWW-Authenticate", "Bearer error=\"x\"", Place::header}}};
  const auto response = spelled_response(refused);
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.body, "{}");
  EXPECT_EQ(recognised_answer("userinfo_request", response), refused);
  for (const std::string kind : {"metadata", "key_set", "userinfo", "introspection"}) {
    const Message missing{kind + "_response", {{"body", "{\"a\":1}"}, {"status", "404", Place::header}}};
    EXPECT_EQ(recognised_answer(kind + "_request", spelled_response(missing)), missing);
  }
}

TEST(Spellings, AreThoseOfAllKinds) {
  std::vector<std::string_view> kinds, rows;
  for (const auto& kind : message_kinds()) kinds.push_back(kind.name);
  for (const auto& row : spellings()) rows.push_back(row.kind);
  EXPECT_EQ(rows, kinds);
  for (const auto& row : spellings())
    EXPECT_TRUE(row.answers.empty() || message_kind(row.answers) != nullptr) << row.kind;
}

}  // namespace
}  // namespace flowsim::flows::implicit
