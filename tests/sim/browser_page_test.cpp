// The browser shows pages, runs their scripts, and lets a script fetch what the other origin allows (CORS).
#include "sim/browser.hpp"
#include "sim/browser_window.hpp"

namespace flowsim::sim {
namespace {

using testing_support::api;
using testing_support::BrowserWindow;
using testing_support::okta_origin;
using testing_support::only;
using testing_support::spa;

class BrowserPage : public BrowserWindow {
 protected:
  Handling show(const Page& page) { return visit(okta_origin + "/signin", {200, {}, page_html(page)}); }
};

TEST_F(BrowserPage, ShowsAPromptToTheUser) {
  const auto shown =
      show({"consent_prompt", "Okta", okta_origin + "/signin/consent", {{"scope", "a b"}, {"csrf_token", "t"}}, ""});
  EXPECT_EQ(shown.onward.at(0).to, Participant::user);
  EXPECT_EQ(only<BrowserAction>(shown), (BrowserAction{"show",
                                                       okta_origin + "/signin",
                                                       {{"scope", "a b"},
                                                        {"csrf_token", "t"},
                                                        {"kind", "consent_prompt"},
                                                        {"action", okta_origin + "/signin/consent"}}}));
}

TEST_F(BrowserPage, RunsAScriptOfThePage) {
  const auto shown = visit(spa + "/callback#x=1", {200, {}, page_html({"", "Orders", "", {}, "/app.js"})});
  EXPECT_EQ(shown.onward.at(0).to, Participant::client);
  EXPECT_EQ(only<BrowserAction>(shown), (BrowserAction{"run_script", spa + "/callback#x=1", {}}));
}

TEST_F(BrowserPage, ShowsNothingOfAPageWithoutData) {
  for (const std::string body : {"", "<html>Hello</html>", "{\"errorCode\":\"E0000007\"}", "<script>", "\xFF\xFE"}) {
    const auto shown = visit(spa + "/", {200, {}, body});
    EXPECT_TRUE(shown.onward.empty()) << body;
    EXPECT_EQ(shown.visited, spa + "/") << body;
  }
}

TEST_F(BrowserPage, ShowsHostileTextsAsTheyAre) {
  const std::string hostile = "</script><script>alert(1)</script>\"'\\\n<!--";
  const auto action = only<BrowserAction>(show({"error_page", hostile, hostile, {{hostile, hostile}}, ""}));
  EXPECT_EQ(action.fields, (Parameters{{hostile, hostile}, {"kind", "error_page"}, {"action", hostile}}));
}

TEST_F(BrowserPage, TakesNoFieldForTheKindOfThePage) {
  const auto action = only<BrowserAction>(
      show({"error_page", "", "", {{"kind", "authentication_prompt"}, {"action", "https://evil.example/"}}, ""}));
  EXPECT_EQ(action.fields.find("kind"), "error_page");
  EXPECT_EQ(action.fields.find("action"), "");
}

TEST_F(BrowserPage, GivesUpOnAPageThatIsTooLarge) {
  EXPECT_TRUE(show({"error_page", "", "", {{"text", std::string(1024 * 1024, 'x')}}, ""}).onward.empty());
}

class BrowserFetch : public BrowserWindow {
 protected:
  void SetUp() override { visit(spa + "/callback#secret"); }
  HttpRequest with_token(std::string url) { return {"GET", std::move(url), {{"Authorization", "Bearer t"}}, {}}; }
  /// What a preflight must be answered with.
  HttpResponse allowed() {
    return {204, {{"Access-Control-Allow-Origin", spa}, {"Access-Control-Allow-Headers", "Authorization"}}, {}};
  }
  /// The script was told that its `fetch` failed, and nothing else happens.
  void expect_refused(const Handling& handling) {
    EXPECT_FALSE(handling.problem.empty());
    EXPECT_EQ(only<HttpResponse>(handling), (HttpResponse{0, {}, {}}));
    ASSERT_EQ(handling.onward.size(), 1u);
    EXPECT_EQ(handling.onward.front().to, Participant::client);
    EXPECT_EQ(handling.onward.front().exchange, 77);
  }
};

TEST_F(BrowserFetch, AsksItsOwnOriginWithoutFurtherAdo) {
  const auto sent = fetch(with_token(spa + "/data"));
  const auto request = only<HttpRequest>(sent);
  EXPECT_EQ(request.method, "GET");
  EXPECT_FALSE(header(request.headers, "Origin"));
  const HttpResponse response{200, {}, "data"};
  const auto given = answer(sent, response);
  EXPECT_EQ(only<HttpResponse>(given), response);
  EXPECT_EQ(given.onward.at(0).to, Participant::client);
  EXPECT_EQ(given.onward.at(0).exchange, 77);
}

TEST_F(BrowserFetch, AsksBeforeItSendsATokenElsewhere) {
  browser.remember_cookie(api, "sid", "s");
  const auto preflight = fetch(with_token(api + "/orders"));
  const auto question = only<HttpRequest>(preflight);
  EXPECT_EQ(question.method, "OPTIONS");
  EXPECT_EQ(question.headers, (Parameters{{"Origin", spa},
                                          {"Access-Control-Request-Method", "GET"},
                                          {"Access-Control-Request-Headers", "authorization"}}));
  const auto sent = answer(preflight, allowed());
  const auto request = only<HttpRequest>(sent);
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.headers, (Parameters{{"Authorization", "Bearer t"}, {"Origin", spa}}));
  EXPECT_NE(sent.onward.at(0).exchange, preflight.onward.at(0).exchange);
  const HttpResponse response{401, {{"Access-Control-Allow-Origin", "*"}}, "no"};
  EXPECT_EQ(only<HttpResponse>(answer(sent, response)), response);
}

TEST_F(BrowserFetch, SendsNoTokenWhereThePreflightForbidsIt) {
  auto other_origin = allowed();
  other_origin.headers.set("Access-Control-Allow-Origin", okta_origin);
  auto no_headers = allowed();
  no_headers.headers.remove("Access-Control-Allow-Headers");
  auto any_header = allowed();
  any_header.headers.set("Access-Control-Allow-Headers", "*");  // covers every header but Authorization
  auto other_header = allowed();
  other_header.headers.set("Access-Control-Allow-Headers", "Content-Type, X-Authorization");
  auto failed = allowed();
  failed.status = 403;
  auto redirected = allowed();
  redirected.status = 302;
  for (const auto& response :
       {HttpResponse{204, {}, {}}, other_origin, no_headers, any_header, other_header, failed, redirected})
    expect_refused(answer(fetch(with_token(api + "/orders")), response));
}

TEST_F(BrowserFetch, FindsAuthorizationAmongAllowedHeaders) {
  for (const std::string names : {"authorization", "Content-Type, AUTHORIZATION", "*,Authorization ,x"}) {
    auto response = allowed();
    response.headers.set("Access-Control-Allow-Headers", names);
    EXPECT_EQ(only<HttpRequest>(answer(fetch(with_token(api + "/orders")), response)).method, "GET") << names;
  }
}

TEST_F(BrowserFetch, AsksNothingBeforeASimpleRequest) {
  const auto request =
      only<HttpRequest>(fetch({"GET", okta_origin + "/v1/keys", {{"Accept", "application/json"}}, {}}));
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(header(request.headers, "Origin"), spa);
}

TEST_F(BrowserFetch, KeepsAnAnswerFromAScriptThatMayNotReadIt) {
  const HttpRequest simple{"GET", okta_origin + "/v1/keys", {}, {}};
  expect_refused(answer(fetch(simple), {200, {}, "secret"}));
  for (const auto& allowed_origin : {okta_origin, spa + "/", std::string("null"), std::string()})
    expect_refused(answer(fetch(simple), {200, {{"Access-Control-Allow-Origin", allowed_origin}}, "secret"}));
}

TEST_F(BrowserFetch, TellsTheScriptThatThereIsNoSuchServer) {
  expect_refused(fetch({"GET", "https://nobody.example/", {}, {}}));
  expect_refused(fetch(with_token("https://nobody.example/")));
  expect_refused(fetch(with_token("no address at all")));
}

TEST_F(BrowserFetch, ChangesNeitherAddressNorHistory) {
  const auto given = answer(fetch({"GET", spa + "/data", {}, {}}), {200, {{"Set-Cookie", "a=b"}}, "data"});
  EXPECT_EQ(given.visited, std::nullopt);
  EXPECT_EQ(browser.address(), spa + "/callback#secret");
}

}  // namespace
}  // namespace flowsim::sim
