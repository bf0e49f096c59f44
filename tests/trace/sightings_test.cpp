// Who has seen a secret is read from what arrived, leg by leg, and from the browsers' histories.
#include "trace/sightings.hpp"

#include <gmock/gmock.h>

#include <fmt/core.h>

#include <algorithm>
#include <random>

#include "support/sightings_oracle.hpp"
#include "support/trace_builder.hpp"

namespace flowsim::trace {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::TraceBuilder;
using enum Participant;

const std::string callback = "https://spa.example.com/callback#access_token=secret";

/// The sightings of the secret of that name, each as `by: where`, in their order.
std::vector<std::string> seen(const Trace& trace, std::string_view name) {
  std::vector<std::string> texts;
  for (const auto& secret : who_has_seen(trace))
    if (secret.name == name)
      for (const auto& sighting : secret.seen)
        texts.push_back(fmt::format("{}: {}", name_of(sighting.by), sighting.where));
  return texts;
}

/// A run whose message 1 is the response with the token `secret`.
TraceBuilder response() {
  TraceBuilder builder;
  builder.interaction(4, {{"access_token", "secret"}});
  return builder;
}

TEST(WhoHasSeen, FollowsATokenToEveryoneWhoWasShownIt) {
  auto builder = response();
  builder.leg(okta, browser, HttpResponse{302, {{"Location", callback}}, {}});
  builder.visit(callback, "https://spa.example.com/callback");
  builder.leg(browser, client, BrowserAction{"run_script", callback, {}});
  builder.interaction(5, {{"access_token", "secret", Place::header}});
  builder.leg(client, app, HttpRequest{"GET", "https://api.example.com/", {{"Authorization", "Bearer secret"}}, {}});
  builder.leg(app, client, HttpResponse{200, {}, "an order"});
  const auto trace = builder.build();
  EXPECT_THAT(seen(trace, "access_token"), ElementsAre("browser: redirect", "browser: history, until it was rewritten",
                                                       "client: script", "app: Authorization"));
  const auto secret = who_has_seen(trace).at(0);
  EXPECT_EQ(secret.owner, user);
  EXPECT_EQ(secret.message, 1);
  EXPECT_FALSE(secret.premise);
  EXPECT_EQ(secret.seen.at(0).leg, 1);
  EXPECT_EQ(secret.seen.at(0).moment, trace.legs[0].arrived);
  EXPECT_EQ(secret.seen.at(1).leg, 0);
}

/// One leg, and where it shows a secret.
struct Showing {
  Participant to;
  Payload payload;
  std::string where;
};

TEST(WhoHasSeen, SaysWhereItStood) {
  const std::vector<Showing> showings{
      {app, HttpRequest{"GET", "https://api.example.com/?access_token=secret", {}, {}}, "app: address"},
      {app, HttpRequest{"POST", "https://api.example.com/", {}, "access_token=secret"}, "app: body"},
      {attacker, HttpRequest{"GET", "https://evil.example/", {{"Referer", "https://x/?t=secret"}}, {}},
       "attacker: Referer"},
      {okta, HttpRequest{"GET", "https://okta.example.com/", {{"Cookie", "sid=secret"}}, {}}, "okta: cookie"},
      {browser, HttpResponse{200, {{"Set-Cookie", "sid=secret"}}, {}}, "browser: cookie"},
      {browser, HttpResponse{200, {}, "<p>secret</p>"}, "browser: body"},
      {user, BrowserAction{"show", {}, {{"text", "secret"}}}, "user: page"},
      {user, BrowserAction{"show", "https://x/#secret", {}}, "user: address"},
      {attacker, BrowserAction{"leak", {}, {{"url", "https://x/#secret"}}}, "attacker: leak"},
  };
  for (const auto& [to, payload, where] : showings) {
    auto builder = response();
    builder.leg(okta, to, payload);
    EXPECT_THAT(seen(builder.build(), "access_token"), ElementsAre(where));
  }
}

TEST(WhoHasSeen, TakesNothingForSeenThatIsNotThere) {
  auto builder = response();
  builder.leg(okta, browser, HttpResponse{200, {}, "secre"});
  builder.leg(okta, browser, HttpResponse{200, {}, "secret"});
  builder.trace().legs.back().arrived.reset();
  EXPECT_THAT(seen(builder.build(), "access_token"), IsEmpty());
  EXPECT_EQ(who_has_seen(builder.build()).size(), 1u) << "it is a secret of the run all the same";
}

TEST(WhoHasSeen, CountsAPartyOnceInEachPlace) {
  auto builder = response();
  builder.leg(okta, app, HttpResponse{200, {}, "secret"});
  builder.leg(okta, app, HttpResponse{200, {}, "secret"});
  builder.leg(okta, app, HttpRequest{"GET", "https://api.example.com/?t=secret", {}, {}});
  EXPECT_THAT(seen(builder.build(), "access_token"), ElementsAre("app: body", "app: address"));
}

TEST(WhoHasSeen, ReadsAPasswordAsAFormWritesIt) {
  TraceBuilder builder;
  builder.message(3, user, okta, "Credentials", {{"password", "correct horse & co"}});
  builder.leg(browser, okta, HttpRequest{"POST", "https://x/", {}, "username=joe&password=correct+horse+%26+co"});
  EXPECT_THAT(seen(builder.build(), "password"), ElementsAre("okta: body"));
}

TEST(WhoHasSeen, FindsTheSessionCookie) {
  TraceBuilder builder;
  builder.message(3, okta, user, "Consent prompt", {{"Set-Cookie", "sid=session; Secure"}, {"Set-Cookie", "other=1"}});
  builder.leg(okta, browser, HttpResponse{200, {{"Set-Cookie", "sid=session; Secure"}}, {}});
  EXPECT_THAT(seen(builder.build(), "session_cookie"), ElementsAre("browser: cookie"));
  EXPECT_EQ(who_has_seen(builder.build()).size(), 1u);
}

TEST(WhoHasSeen, SaysWhoseItIs) {
  auto builder = response();
  builder.interaction(4, {{"access_token", "own"}}).in_attacker_browser();
  const auto secrets = who_has_seen(builder.build());
  ASSERT_EQ(secrets.size(), 2u);
  EXPECT_EQ(secrets[0].owner, user);
  EXPECT_EQ(secrets[1].owner, attacker);
}

TEST(WhoHasSeen, NamesEachSecretOnceAndByItsFirstMessage) {
  auto builder = response();
  builder.interaction(4, {{"access_token", "secret"}, {"id_token", "other"}});
  const auto secrets = who_has_seen(builder.build());
  ASSERT_EQ(secrets.size(), 2u);
  EXPECT_EQ(secrets[0].message, 1);
  EXPECT_EQ(secrets[1].name, "id_token");
  EXPECT_EQ(secrets[1].message, 2);
}

TEST(WhoHasSeen, KnowsWhatTheScenarioGaveTheAttacker) {
  auto builder = response();
  builder.message(0, user, attacker, "Premise", {{"anything", "secret"}}).kind("premise");
  builder.interaction(4, {{"access_token", "another"}});
  const auto secrets = who_has_seen(builder.build());
  ASSERT_EQ(secrets.size(), 2u);
  EXPECT_TRUE(secrets[0].premise);
  EXPECT_FALSE(secrets[1].premise);
}

TEST(WhoHasSeen, FindsWhatAFaultPutIntoAMessage) {
  TraceBuilder builder;
  builder.interaction(4, {{"access_token", "meant"}});
  builder.trace().messages[0].altered = Message{"kind", {{"access_token", "to.ke.n"}}};
  const auto secrets = who_has_seen(builder.build());
  ASSERT_EQ(secrets.size(), 2u);
  EXPECT_EQ(secrets[1].message, 1);
}

TEST(WhoHasSeen, TakesNoWordThatAFaultMadeUpForASecret) {
  TraceBuilder builder;
  builder.interaction(4, {{"access_token", "meant"}});
  builder.trace().messages[0].altered = Message{"kind", {{"access_token", "e"}}};
  EXPECT_EQ(who_has_seen(builder.build()).size(), 1u);
}

TEST(WhoHasSeen, FindsNoSecretInsideALongerWord) {
  TraceBuilder builder;
  builder.interaction(4, {{"access_token", "a"}});
  builder.visit("https://spa.example.com/callback#access_token=abc&scope=a-b");
  EXPECT_THAT(seen(builder.build(), "access_token"), ElementsAre());
  builder.visit("https://spa.example.com/callback#access_token=a&scope=b");
  EXPECT_THAT(seen(builder.build(), "access_token"), ElementsAre("browser: history"));
}

TEST(WhoHasSeen, KeepsInTheHistoryWhatAReplacementStillSays) {
  auto builder = response();
  builder.visit(callback, callback + "&more");
  EXPECT_THAT(seen(builder.build(), "access_token"), ElementsAre("browser: history"));
  auto kept = response();
  kept.visit(callback);
  EXPECT_THAT(seen(kept.build(), "access_token"), ElementsAre("browser: history"));
}

/// Texts in which secrets touch one another, stand inside longer words, and are spelled as forms spell them.
class Scribble {
 public:
  explicit Scribble(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }
  std::string text(unsigned most) {
    constexpr std::array pieces{"a",   "a-b", "ab", ".", "a.b.c",  "==", " ",  "+",
                                "%20", "%3D", "&",  "_", "\u00e9", "b",  "%2E"};
    std::string made;
    for (auto count = below(most + 1); count > 0; --count) made += pieces[below(std::size(pieces))];
    return made;
  }

 private:
  std::mt19937 engine_;
};

TEST(WhoHasSeen, AgreesWithALookAtEachSecretByItself) {
  std::size_t sightings = 0;
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    Scribble scribble(seed);
    TraceBuilder builder;
    for (auto count = scribble.below(5) + 1; count > 0; --count) {
      constexpr std::array names{"access_token", "id_token", "password", "Set-Cookie", "state"};
      const std::string name = names[scribble.below(std::size(names))];
      builder.message(4, okta, user, scribble.below(6) == 0 ? "premise" : "kind",
                      {{name, (name == "Set-Cookie" ? "sid=" : "") + scribble.text(3)}});
      if (scribble.below(4) == 0)
        builder.trace().messages.back().altered = Message{"kind", {{"id_token", scribble.text(4)}}};
      const auto to = all_participants[scribble.below(std::size(all_participants))];
      const Parameters fields{{scribble.below(2) == 0 ? "Location" : "Cookie", scribble.text(6)},
                              {"x", scribble.text(6)}};
      builder.leg(okta, to, HttpRequest{"GET", scribble.text(8), fields, scribble.text(4)});
      builder.leg(okta, to, HttpResponse{200, fields, scribble.text(8)});
      builder.leg(okta, to, BrowserAction{scribble.below(2) == 0 ? "leak" : "run_script", scribble.text(8), fields});
      if (scribble.below(3) == 0) builder.trace().legs.back().arrived.reset();
      builder.visit(scribble.text(6), scribble.below(2) == 0 ? scribble.text(6) : "");
    }
    const auto trace = builder.build();
    const auto secrets = who_has_seen(trace);
    EXPECT_EQ(secrets, testing_support::who_has_seen_slowly(trace)) << seed;
    for (const auto& secret : secrets) sightings += secret.seen.size();
  }
  EXPECT_GT(sightings, 2000u) << "most texts show something";
}

}  // namespace
}  // namespace flowsim::trace
