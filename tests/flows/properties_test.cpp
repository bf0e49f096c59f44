// Each property holds of one small trace made by hand and is violated in another.
#include "flows/implicit/properties.hpp"

#include <gtest/gtest.h>

#include <string>

#include "oauth/claims.hpp"
#include "oauth/jwt.hpp"
#include "support/trace_builder.hpp"
#include "trace/property.hpp"
#include "trace/sightings.hpp"
#include "words/say.hpp"

namespace flowsim::flows {
namespace {

using testing_support::TraceBuilder;
using enum Participant;

const Settings settings;

std::string id_token_of(const std::string& subject) {
  static SignatureMemory memory;
  return sign_jwt({{"sub", subject}}, SigningKey::okta(&memory));
}

std::string order_of(const std::string& owner) { return to_json({{"owner", owner}}); }

/// The explanation of that property; empty where it held.
std::string violation(PropertyKind kind, TraceBuilder& builder) {
  auto trace = builder.build();
  trace.secrets = who_has_seen(trace);
  for (const auto& record : implicit::properties_of(trace, settings)) {
    if (record.property != name_of(kind)) continue;
    EXPECT_EQ(record.held, record.explanation.empty());
    return words::say_all(record.explanation);
  }
  ADD_FAILURE() << "no record of " << name_of(kind);
  return {};
}

/// The app serves a resource to the client, or to the attacker itself.
TraceBuilder serving(const std::string& owner, Participant to = client) {
  TraceBuilder builder;
  builder.message(6, app, to, "Response", {{"status", "200"}, {"body", order_of(owner)}}).kind("resource_response");
  return builder;
}

/// The client accepts a response with these parameters.
TraceBuilder& accepting(TraceBuilder& builder, Parameters parameters) {
  builder.interaction(4, std::move(parameters));
  builder.verdict({}).trace().verdicts.back().verdict.decision = "request_resource";
  return builder;
}

TEST(Properties, AreTheRowsOfTheTableInTheirOrder) {
  const auto records = implicit::properties_of(TraceBuilder().build(), settings);
  ASSERT_EQ(records.size(), properties().size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    EXPECT_EQ(records[i].property, properties()[i].name);
    EXPECT_TRUE(records[i].held) << "nothing has happened: " << records[i].property;
  }
}

TEST(Authorization, HoldsWhileEverybodyGetsTheirOwn) {
  auto users = serving(settings.okta.user_id);
  EXPECT_EQ(violation(PropertyKind::authorization, users), "");
  auto attackers = serving(settings.attacker.user_id);
  attackers.in_attacker_browser();
  EXPECT_EQ(violation(PropertyKind::authorization, attackers), "");
  auto swapped = serving(settings.attacker.user_id);  // the user works on what is the attacker's: not this property's
  EXPECT_EQ(violation(PropertyKind::authorization, swapped), "");
  auto nobodys = serving("", attacker);
  EXPECT_EQ(violation(PropertyKind::authorization, nobodys), "");
}

TEST(Authorization, IsViolatedWhereTheAttackerGetsTheUsersResource) {
  auto direct = serving(settings.okta.user_id, attacker);
  EXPECT_EQ(violation(PropertyKind::authorization, direct), "The app served the resource of the user to the attacker.");
  auto through_client = serving(settings.okta.user_id);
  through_client.in_attacker_browser();
  EXPECT_EQ(violation(PropertyKind::authorization, through_client),
            "The app served the resource of the user to the attacker, through the client in the attacker's browser.");
  auto lost = serving(settings.okta.user_id, attacker);
  lost.never_arrives();
  EXPECT_EQ(violation(PropertyKind::authorization, lost), "");
}

TEST(Authentication, HoldsWhileTheClientKnowsWhoIsThere) {
  TraceBuilder builder;
  accepting(builder, {{"id_token", id_token_of(settings.okta.user_id)}});
  accepting(builder, {{"id_token", id_token_of(settings.attacker.user_id)}}).in_attacker_browser();
  EXPECT_EQ(violation(PropertyKind::authentication, builder), "");
}

TEST(Authentication, IsViolatedWhereTheClientTakesOnePersonForAnother) {
  TraceBuilder builder;
  accepting(builder, {{"id_token", id_token_of(settings.attacker.user_id)}});
  EXPECT_EQ(violation(PropertyKind::authentication, builder),
            "In the browser of the user the client takes the attacker for the one who is signed in.");
  builder.trace().verdicts.back().verdict.decision = "discard";
  EXPECT_EQ(violation(PropertyKind::authentication, builder), "") << "what it throws away tells it nothing";
}

TEST(SessionIntegrity, HoldsOfWhatOktaIssuedInThisFlow) {
  TraceBuilder builder;
  accepting(builder, {{"access_token", "of the user"}, {"id_token", "also"}});
  accepting(builder, {{"access_token", "of the attacker"}}).in_attacker_browser();
  EXPECT_EQ(violation(PropertyKind::session_integrity, builder), "");
}

TEST(SessionIntegrity, IsViolatedByATokenOfAnotherFlow) {
  TraceBuilder builder;
  builder.interaction(4, {{"access_token", "of the attacker"}}).in_attacker_browser();
  accepting(builder, {{"access_token", "of the user"}});
  builder.trace().messages.back().altered = Message{"kind", {{"access_token", "of the attacker"}}};
  EXPECT_EQ(violation(PropertyKind::session_integrity, builder),
            "The client accepted an access token that okta issued in another browser's flow.");
}

TEST(SessionIntegrity, IsViolatedByATokenThatOktaNeverIssued) {
  TraceBuilder builder;
  builder.message(4, attacker, client, "Response", {{"id_token", "made up"}}).verdict({});
  builder.trace().verdicts.back().verdict.decision = "sign_in";
  EXPECT_EQ(violation(PropertyKind::session_integrity, builder),
            "The client accepted an ID token that okta never issued.");
}

/// Somebody is shown a secret of the user's.
struct Sight {
  std::string name;
  Participant by;
  bool held;
};

TEST(Secrecy, SaysWhoMaySeeWhat) {
  for (const auto& [name, by, held] :
       {Sight{"access_token", app, true}, Sight{"access_token", client, true}, Sight{"access_token", attacker, false},
        Sight{"access_token", attacker_browser, false}, Sight{"id_token", app, true},
        Sight{"id_token", attacker, false}, Sight{"password", okta, true}, Sight{"password", browser, true},
        Sight{"password", client, false}, Sight{"password", app, false}, Sight{"password", attacker, false}}) {
    TraceBuilder builder;
    builder.message(4, okta, client, "Message", {{name, "secret"}}).leg(okta, by, HttpResponse{200, {}, "secret"});
    EXPECT_EQ(violation(PropertyKind::secrecy, builder).empty(), held) << name << " and " << name_of(by);
  }
}

TEST(Secrecy, SaysWhatReachedWhomAndHow) {
  TraceBuilder builder;
  builder.interaction(4, {{"id_token", "secret"}});
  builder.leg(browser, attacker, HttpRequest{"GET", "https://evil.example/", {{"Referer", "https://x/?secret"}}, {}});
  EXPECT_EQ(violation(PropertyKind::secrecy, builder), "The user's ID token reached the attacker (Referer).");
}

TEST(Secrecy, IsNotLostByWhatIsTheAttackersOwnOrWasGivenToIt) {
  const auto leak = [](TraceBuilder& builder) {
    builder.leg(browser, attacker, BrowserAction{"leak", {}, {{"x", "secret"}}});
    return violation(PropertyKind::secrecy, builder);
  };
  TraceBuilder own;
  own.interaction(4, {{"access_token", "secret"}}).in_attacker_browser();
  EXPECT_EQ(leak(own), "");
  TraceBuilder given;
  given.interaction(4, {{"access_token", "secret"}});
  given.message(0, user, attacker, "Premise", {{"access_token", "secret"}}).kind("premise");
  EXPECT_EQ(leak(given), "");
  TraceBuilder consented;  // the attacker's own client asked for it, and the user agreed
  consented.message(4, okta, attacker, "Response", {{"access_token", "secret"}});
  EXPECT_EQ(leak(consented), "");
  TraceBuilder lost;
  lost.interaction(4, {{"access_token", "secret"}});
  EXPECT_NE(leak(lost), "");
}

TEST(Termination, HoldsOfExplainedStatesOnly) {
  TraceBuilder builder;
  builder.final_state(client, "HasResource", "the client has the resource it asked for");
  EXPECT_EQ(violation(PropertyKind::termination, builder), "");
  builder.final_state(app, "Lost", "");
  EXPECT_EQ(violation(PropertyKind::termination, builder), "app ended in Lost, which nobody explains.");
}

TEST(Compromise, WinsOverEveryOtherOutcome) {
  TraceBuilder builder;
  builder.interaction(4, {{"access_token", "secret"}});
  builder.verdict(
      {{"state_matches", CheckStatus::switched_off, testing_support::saying("a"), testing_support::saying("b"), true},
       {"nonce_matches", CheckStatus::switched_off, testing_support::saying("a"), testing_support::saying("a"),
        false}});
  builder.property("authorization").property("secrecy", "One.").property("termination", "Two.");
  builder.outcome(OutcomeKind::resource_served, "All is well.");
  auto trace = builder.build();
  implicit::compromise(trace);
  ASSERT_TRUE(trace.outcome.has_value());
  EXPECT_EQ(trace.outcome->kind, OutcomeKind::compromised);
  EXPECT_EQ(trace.outcome->property, "secrecy");
  EXPECT_EQ(trace.outcome->participant, client) << "no attacker has taken part";
  EXPECT_EQ(words::say_all(trace.outcome->explanation),
            "One. Two. Switched off, or it would have failed: state_matches.");
}

TEST(Compromise, LeavesTheOutcomeAloneWhereAllPropertiesHeld) {
  TraceBuilder builder;
  builder.property("authorization").property("secrecy").outcome(OutcomeKind::signed_in, "All is well.");
  auto trace = builder.build();
  const auto before = trace;
  implicit::compromise(trace);
  EXPECT_EQ(trace, before);
}

}  // namespace
}  // namespace flowsim::flows
