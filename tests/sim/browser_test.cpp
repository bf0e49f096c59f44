// The browser follows redirects, keeps fragments to itself, and holds cookies and history, as browsers do.
#include "sim/browser.hpp"

#include "sim/browser_window.hpp"
#include "wire/url.hpp"

namespace flowsim::sim {
namespace {

using testing_support::api;
using testing_support::BrowserWindow;
using testing_support::insecure;
using testing_support::okta_origin;
using testing_support::only;
using testing_support::redirect;
using testing_support::spa;

struct Redirect {
  int status;
  std::string verb;                // `open` sends GET, `submit` sends POST
  std::string method, body, type;  // of the request that follows
};

class BrowserRedirect : public BrowserWindow, public testing::WithParamInterface<Redirect> {};

TEST_P(BrowserRedirect, KeepsMethodAndBodyWhereTheStatusSaysSo) {
  const auto& [status, verb, method, body, type] = GetParam();
  const auto sent = act(verb, okta_origin + "/signin", {{"user name", "joe&co"}});
  const auto request = only<HttpRequest>(answer(sent, redirect(status, spa + "/callback")));
  EXPECT_EQ(request.method, method);
  EXPECT_EQ(request.url, spa + "/callback");
  EXPECT_EQ(request.body, body);
  EXPECT_EQ(header(request.headers, "Content-Type").value_or(""), type);
}

const std::string form = "application/x-www-form-urlencoded";
INSTANTIATE_TEST_SUITE_P(Browser, BrowserRedirect,
                         testing::Values(Redirect{301, "open", "GET", "", ""}, Redirect{302, "open", "GET", "", ""},
                                         Redirect{303, "open", "GET", "", ""}, Redirect{307, "open", "GET", "", ""},
                                         Redirect{308, "open", "GET", "", ""}, Redirect{301, "submit", "GET", "", ""},
                                         Redirect{302, "submit", "GET", "", ""}, Redirect{303, "submit", "GET", "", ""},
                                         Redirect{307, "submit", "POST", "user+name=joe%26co", form},
                                         Redirect{308, "submit", "POST", "user+name=joe%26co", form}),
                         [](const auto& test) {
                           return "After" + std::to_string(test.param.status) + "Of" + test.param.verb;
                         });

class BrowserTest : public BrowserWindow {};

TEST_F(BrowserTest, FollowsNoOtherStatus) {
  for (const int status : {200, 201, 300, 304, 305, 306, 309, 400, 503}) {
    const auto shown = visit(spa + "/", redirect(status, okta_origin + "/"));
    EXPECT_TRUE(shown.onward.empty()) << status;
    EXPECT_EQ(shown.visited, spa + "/") << status;
  }
}

TEST_F(BrowserTest, ShowsARedirectWithoutALocation) {
  EXPECT_EQ(visit(spa + "/", HttpResponse{302, {}, {}}).visited, spa + "/");
}

TEST_F(BrowserTest, ResolvesARelativeLocation) {
  EXPECT_EQ(only<HttpRequest>(visit(spa + "/a/b?x=1", redirect(302, "../c?y=2"))).url, spa + "/c?y=2");
}

TEST_F(BrowserTest, SubmitsAFormAsPost) {
  const auto request = only<HttpRequest>(act("submit", okta_origin + "/signin", {{"a", "1"}, {"a", "2"}}));
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.body, "a=1&a=2");
}

TEST_F(BrowserTest, KeepsTheFragmentFromServers) {
  EXPECT_EQ(only<HttpRequest>(act("open", spa + "/p?q=1#secret")).url, spa + "/p?q=1");
  EXPECT_EQ(only<HttpRequest>(act("navigate", spa + "/p#secret")).url, spa + "/p");
  EXPECT_EQ(only<HttpRequest>(act("submit", spa + "/p#secret")).url, spa + "/p");
  EXPECT_EQ(only<HttpRequest>(visit(spa + "/", redirect(302, "/callback#access_token=secret"))).url, spa + "/callback");
  EXPECT_EQ(only<HttpRequest>(fetch({"GET", spa + "/p#secret", {}, {}})).url, spa + "/p");
  EXPECT_EQ(only<HttpRequest>(fetch({"GET", api + "/p#secret", {{"Authorization", "Bearer t"}}, {}})).url, api + "/p");
}

TEST_F(BrowserTest, CarriesTheFragmentAcrossARedirectWithoutOne) {
  const auto again = visit(spa + "/callback#access_token=secret", redirect(303, okta_origin + "/elsewhere"));
  EXPECT_EQ(only<HttpRequest>(again).url, okta_origin + "/elsewhere");
  EXPECT_EQ(answer(again, {}).visited, okta_origin + "/elsewhere#access_token=secret");
}

TEST_F(BrowserTest, DropsTheFragmentWhereTheLocationHasItsOwn) {
  EXPECT_EQ(answer(visit(spa + "/callback#access_token=secret", redirect(303, "/login#_")), {}).visited,
            spa + "/login#_");
  EXPECT_EQ(answer(visit(spa + "/callback#access_token=secret", redirect(303, "/login#")), {}).visited,
            spa + "/login#");
}

TEST_F(BrowserTest, FollowsTwentyRedirectsAndNoMore) {
  auto handling = act("open", spa + "/0");
  for (int hop = 1; hop <= 20; ++hop) {
    handling = answer(handling, redirect(302, "/" + std::to_string(hop)));
    ASSERT_EQ(only<HttpRequest>(handling).url, spa + "/" + std::to_string(hop));
  }
  const auto end = answer(handling, redirect(302, "/21"));
  EXPECT_TRUE(end.onward.empty());
  EXPECT_FALSE(end.problem.empty());
  EXPECT_EQ(end.visited, std::nullopt);
}

TEST_F(BrowserTest, CountsRedirectsAnewForEachNavigation) {
  for (int navigation = 0; navigation < 15; ++navigation) {
    const auto hop = visit(spa + "/", redirect(302, "/a"));
    ASSERT_TRUE(hop.problem.empty());
    ASSERT_TRUE(answer(hop, redirect(302, "/b")).problem.empty());
  }
}

TEST_F(BrowserTest, SaysSoWhereItCannotGo) {
  EXPECT_FALSE(act("open", "https://nobody.example/").problem.empty());
  EXPECT_FALSE(act("open", "no address at all").problem.empty());
  EXPECT_FALSE(act("open", "").problem.empty());
  for (const std::string location : {"https://nobody.example/", "javascript:alert(1)", "https://[", "/a b",
                                     "/a\r\nX: y", "//nobody.example/", "data:text/html,x"}) {
    const auto lost = visit(spa + "/", redirect(302, location));
    EXPECT_FALSE(lost.problem.empty()) << location;
    EXPECT_TRUE(lost.onward.empty()) << location;
    EXPECT_EQ(lost.visited, std::nullopt) << location;
  }
}

TEST_F(BrowserTest, KeepsPortsAndSchemesApart) {
  EXPECT_FALSE(act("open", "http://spa.example.com/").problem.empty());
  EXPECT_FALSE(act("open", spa + ":8443/").problem.empty());
  EXPECT_FALSE(act("open", "https://spa.example.com@nobody.example/").problem.empty());
  EXPECT_TRUE(act("open", "HTTPS://SPA.example.COM/").problem.empty());
}

struct Referrer {
  std::string policy, target, referer;
};

class BrowserReferrer : public BrowserWindow, public testing::WithParamInterface<Referrer> {};

TEST_P(BrowserReferrer, FollowsThePolicyOfThePage) {
  const auto& [policy, target, referer] = GetParam();
  HttpResponse page;
  if (!policy.empty()) page.headers.add("Referrer-Policy", policy);
  visit(spa + "/page?q=1#secret", page);
  EXPECT_EQ(header(only<HttpRequest>(act("navigate", target + "/")).headers, "Referer").value_or(""), referer);
}

const std::string whole = spa + "/page?q=1";
const std::string bare = spa + "/";
INSTANTIATE_TEST_SUITE_P(
    Browser, BrowserReferrer,
    testing::Values(
        Referrer{"", spa, whole}, Referrer{"", api, bare}, Referrer{"", insecure, ""},
        Referrer{"no-such-policy", spa, whole}, Referrer{"no-such-policy", api, bare}, Referrer{"no-referrer", spa, ""},
        Referrer{"no-referrer", api, ""}, Referrer{"no-referrer", insecure, ""}, Referrer{"same-origin", spa, whole},
        Referrer{"same-origin", api, ""}, Referrer{"same-origin", insecure, ""}, Referrer{"origin", spa, bare},
        Referrer{"origin", api, bare}, Referrer{"origin", insecure, bare}, Referrer{"strict-origin", spa, bare},
        Referrer{"strict-origin", api, bare}, Referrer{"strict-origin", insecure, ""},
        Referrer{"origin-when-cross-origin", spa, whole}, Referrer{"origin-when-cross-origin", api, bare},
        Referrer{"origin-when-cross-origin", insecure, bare}, Referrer{"strict-origin-when-cross-origin", spa, whole},
        Referrer{"strict-origin-when-cross-origin", api, bare},
        Referrer{"strict-origin-when-cross-origin", insecure, ""}, Referrer{"no-referrer-when-downgrade", spa, whole},
        Referrer{"no-referrer-when-downgrade", api, whole}, Referrer{"no-referrer-when-downgrade", insecure, ""},
        Referrer{"unsafe-url", spa, whole}, Referrer{"unsafe-url", api, whole},
        Referrer{"unsafe-url", insecure, whole}));

TEST_F(BrowserTest, SendsNoReferrerFromAnEmptyWindow) {
  EXPECT_FALSE(header(only<HttpRequest>(act("open", spa + "/")).headers, "Referer"));
}

TEST_F(BrowserTest, TakesThePolicyOfARedirectFromThereOn) {
  visit(spa + "/page");
  auto response = redirect(302, spa + "/callback");
  response.headers.add("Referrer-Policy", "no-referrer");
  EXPECT_FALSE(header(only<HttpRequest>(answer(act("navigate", okta_origin + "/"), response)).headers, "Referer"));
}

TEST_F(BrowserTest, SendsCookiesToTheirOriginOnly) {
  visit(okta_origin + "/",
        {200, {{"Set-Cookie", "sid=s3; Path=/; Secure; HttpOnly"}, {"set-cookie", " dt = a=b "}}, {}});
  EXPECT_EQ(header(only<HttpRequest>(act("open", okta_origin + "/x")).headers, "Cookie"), "sid=s3; dt=a=b");
  EXPECT_FALSE(header(only<HttpRequest>(act("open", spa + "/")).headers, "Cookie"));
  EXPECT_FALSE(header(only<HttpRequest>(act("open", insecure + "/")).headers, "Cookie"));
}

TEST_F(BrowserTest, ReplacesACookieOfTheSameName) {
  browser.remember_cookie(okta_origin, "sid", "old");
  visit(okta_origin + "/", {200, {{"Set-Cookie", "dt=1"}, {"Set-Cookie", "sid=new"}}, {}});
  EXPECT_EQ(header(only<HttpRequest>(act("open", okta_origin + "/")).headers, "Cookie"), "sid=new; dt=1");
}

TEST_F(BrowserTest, StoresCookiesOfARedirectBeforeItFollowsIt) {
  auto response = redirect(302, "/signin");
  response.headers.add("Set-Cookie", "transaction=t");
  EXPECT_EQ(header(only<HttpRequest>(visit(okta_origin + "/", response)).headers, "Cookie"), "transaction=t");
}

TEST_F(BrowserTest, IgnoresACookieWithoutAName) {
  visit(okta_origin + "/",
        {200, {{"Set-Cookie", "=x"}, {"Set-Cookie", "y"}, {"Set-Cookie", ""}, {"Set-Cookie", "; a=b"}}, {}});
  EXPECT_FALSE(header(only<HttpRequest>(act("open", okta_origin + "/")).headers, "Cookie"));
}

TEST_F(BrowserTest, RecordsWhatItVisitsWithTheFragment) {
  EXPECT_EQ(visit(spa + "/callback#access_token=secret").visited, spa + "/callback#access_token=secret");
  EXPECT_EQ(browser.address(), spa + "/callback#access_token=secret");
}

TEST_F(BrowserTest, LetsAScriptReplaceTheAddress) {
  visit(spa + "/callback#access_token=secret");
  const auto rewritten = act("replace_state", spa + "/callback");
  EXPECT_EQ(rewritten.rewritten, spa + "/callback");
  EXPECT_EQ(rewritten.visited, std::nullopt);
  EXPECT_TRUE(rewritten.onward.empty());
  EXPECT_EQ(browser.address(), spa + "/callback");
}

TEST_F(BrowserTest, DoesNothingForAVerbItDoesNotKnow) {
  for (const std::string verb : {"close", "show", "run_script", ""}) {
    const auto nothing = act(verb, spa + "/");
    EXPECT_TRUE(nothing.onward.empty()) << verb;
    EXPECT_TRUE(nothing.problem.empty()) << verb;
  }
}

TEST_F(BrowserTest, PassesOverAnAnswerNobodyWaitsFor) {
  const auto sent = act("open", spa + "/");
  EXPECT_EQ(answer(sent, {}).visited, spa + "/");
  EXPECT_EQ(answer(sent, {}).visited, std::nullopt);
  const auto stray = browser.handle({Participant::okta, Participant::browser, 1, 4711, HttpResponse{}}, {});
  EXPECT_TRUE(stray.onward.empty());
  EXPECT_EQ(stray.visited, std::nullopt);
}

}  // namespace
}  // namespace flowsim::sim
