// The five actors walked through by messages alone: every row of every table fires, and nothing else does.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "flows/implicit/states.hpp"
#include "flows/stage.hpp"
#include "oauth/checks.hpp"

namespace flowsim::flows {
namespace {

using implicit::edges_of;
using testing_support::Stage;
using enum Participant;

/// What an actor is told, word by word, and the state in which that leaves it.
struct Path {
  Participant actor;
  std::string words, end;
  void (*change)(Settings&) = [](Settings&) {};
  std::vector<std::string> disabled_checks{};
};

void PrintTo(const Path& path, std::ostream* out) { *out << name_of(path.actor) << ": " << path.words; }

void as_it_is(Settings&) {}
void leaves_at_sign_in(Settings& s) { s.user.leaves_at = LeavesAt::sign_in; }
void leaves_at_consent(Settings& s) { s.user.leaves_at = LeavesAt::consent; }
void has_no_patience(Settings& s) { s.user.patience = 0; }
void has_little_patience(Settings& s) { s.user.patience = 1; }
void denies(Settings& s) { s.user.consent = ConsentAnswer::deny; }
void wants_access_only(Settings& s) { s.client.response_type = "token"; }
void wants_identity_only(Settings& s) { s.client.response_type = "id_token"; }
void calls_userinfo(Settings& s) { s.client.calls_userinfo = true; }
void wants_access_and_calls_userinfo(Settings& s) {
  s.client.response_type = "token";
  s.client.calls_userinfo = true;
}
void user_signed_in(Settings& s) { s.okta.session_age = std::chrono::minutes{5}; }
void signed_in_with_consent(Settings& s) {
  s.okta.session_age = std::chrono::minutes{5};
  s.okta.consent_granted = true;
}
void sends_no_nonce(Settings& s) { s.client.omit_parameters = {"nonce"}; }
void is_unknown(Settings& s) { s.client.client_id = "0oaUnknown"; }
void is_trusted(Settings& s) { s.okta.consent_method = ConsentMethod::trusted; }
void is_not_assigned(Settings& s) { s.okta.user_assigned = false; }
void retries(Settings& s) { s.client.retries = true; }
void introspects(Settings& s) { s.app.introspects = true; }

void uses_no_tokens(Settings& s) { s.attacker.uses_tokens = false; }

/// What an attacker hears in whatever state it is.
const std::string everything_else = "observation premise error_page visit authentication_prompt consent_prompt";

const std::vector<Path> paths{
    {user, "sign_in_wanted", "AwaitingPage"},
    {user, "sign_in_wanted prompt", "CredentialsSent"},
    {user, "sign_in_wanted fake_prompt", "Left"},
    {user, "sign_in_wanted prompt", "Left", leaves_at_sign_in},
    {user, "sign_in_wanted prompt", "GaveUp", has_no_patience},
    {user, "sign_in_wanted consent_prompt", "ConsentGiven"},
    {user, "sign_in_wanted consent_prompt", "ConsentDenied", denies},
    {user, "sign_in_wanted consent_prompt", "Left", leaves_at_consent},
    {user, "sign_in_wanted error_page", "SawErrorPage"},
    {user, "sign_in_wanted prompt prompt", "CredentialsSent"},
    {user, "sign_in_wanted prompt fake_prompt", "Left"},
    {user, "sign_in_wanted prompt prompt", "GaveUp", has_little_patience},
    {user, "sign_in_wanted prompt consent_prompt", "ConsentGiven"},
    {user, "sign_in_wanted prompt consent_prompt", "ConsentDenied", denies},
    {user, "sign_in_wanted prompt consent_prompt", "Left", leaves_at_consent},
    {user, "sign_in_wanted prompt error_page", "SawErrorPage"},
    {user, "sign_in_wanted prompt consent_prompt error_page", "SawErrorPage"},
    {user, "sign_in_wanted prompt consent_prompt error_page", "SawErrorPage", denies},

    {client, "tokens", "Rejected"},
    {client, "tokens", "Rejected", as_it_is, {"state_matches"}},  // nothing was asked for, so nothing can be complete
    {client, "tokens", "AwaitingResource", as_it_is, {"state_matches", "response_complete"}},
    {client, "error", "Rejected"},
    {client, "error", "ErrorShown", as_it_is, {"state_matches"}},
    {client, "sign_in_request", "FetchingMetadata"},
    {client, "sign_in_request metadata", "AwaitingResponse"},
    {client, "sign_in_request other_metadata", "Rejected"},
    {client, "sign_in_request network_error", "TimedOut"},
    {client, "sign_in_request timeout", "TimedOut"},
    {client, "sign_in_request metadata tokens", "FetchingKeys"},
    {client, "sign_in_request metadata tokens_and_more", "AwaitingResource", wants_access_and_calls_userinfo},
    {client, "sign_in_request metadata tokens", "AwaitingResource", wants_access_only},
    {client, "sign_in_request metadata id_token_instead", "Rejected", wants_access_only, {"response_complete"}},
    {client, "sign_in_request metadata foreign_tokens", "Rejected"},
    {client, "sign_in_request metadata error", "ErrorShown"},
    {client, "sign_in_request metadata foreign_error", "Rejected"},
    {client, "sign_in_request metadata timeout", "TimedOut"},
    {client, "sign_in_request metadata tokens keys", "FetchingUserinfo", calls_userinfo},
    {client, "sign_in_request metadata tokens keys", "AwaitingResource"},
    {client, "sign_in_request metadata tokens keys", "SignedIn", wants_identity_only},
    {client, "sign_in_request metadata tokens no_keys", "Rejected"},
    {client, "sign_in_request metadata tokens network_error", "TimedOut"},
    {client, "sign_in_request metadata tokens timeout", "TimedOut"},
    {client, "sign_in_request metadata tokens keys userinfo", "AwaitingResource", calls_userinfo},
    {client, "sign_in_request metadata tokens keys other_userinfo", "Rejected", calls_userinfo},
    {client, "sign_in_request metadata tokens keys network_error", "TimedOut", calls_userinfo},
    {client, "sign_in_request metadata tokens keys timeout", "TimedOut", calls_userinfo},
    {client, "sign_in_request metadata tokens keys resource", "HasResource"},
    {client, "sign_in_request metadata tokens keys outage", "ResourceRefused"},
    {client, "sign_in_request metadata tokens keys bearer_challenge", "ResourceRefused"},
    {client, "sign_in_request metadata tokens keys invalid_token", "AwaitingResponse", retries},
    {client, "sign_in_request metadata tokens keys invalid_token", "ResourceRefused"},
    {client, "sign_in_request metadata tokens keys network_error", "TimedOut"},
    {client, "sign_in_request metadata tokens keys timeout", "TimedOut"},

    {okta, "request", "AwaitingSignIn"},
    {okta, "request", "AwaitingConsent", user_signed_in},
    {okta, "request", "TokensIssued", signed_in_with_consent},
    {okta, "request", "ErrorReturned", sends_no_nonce},
    {okta, "request", "ErrorPageShown", is_unknown},
    {okta, "authentication", "ErrorPageShown"},
    {okta, "consent", "ErrorPageShown"},
    {okta, "request wrong_password", "AwaitingSignIn"},
    {okta, "request right_password", "AwaitingConsent"},
    {okta, "request right_password", "TokensIssued", is_trusted},
    {okta, "request right_password", "ErrorReturned", is_not_assigned},
    {okta, "request authentication", "AwaitingSignIn"},
    {okta, "request agreement", "AwaitingSignIn"},
    {okta, "request agreement right_password", "AwaitingConsent"},  // who has not signed in cannot consent
    {okta, "request sign_in_timeout", "Expired"},
    {okta, "request right_password agreement", "TokensIssued"},
    {okta, "request right_password refusal", "ErrorReturned"},
    {okta, "request right_password consent", "AwaitingConsent"},
    {okta, "request right_password authentication", "AwaitingConsent"},
    {okta, "request right_password sign_in_timeout", "Expired"},
    {okta, "request right_password agreement right_password", "TokensIssued"},
    {okta, "request right_password agreement agreement", "TokensIssued"},
    {okta, "request right_password refusal right_password", "ErrorReturned"},
    {okta, "request right_password refusal agreement", "ErrorReturned"},
    {okta, "authentication right_password", "ErrorPageShown"},
    {okta, "authentication agreement", "ErrorPageShown"},
    {okta, "request sign_in_timeout right_password", "Expired"},
    {okta, "request sign_in_timeout agreement", "Expired"},

    {app, "token", "FetchingKeys"},
    {app, "resource_request", "RequestRefused"},
    {app, "token keys next", "ResourceServed"},
    {app, "token keys next", "Introspecting", introspects},
    {app, "token keys", "ResourceServed"},
    {app, "token keys", "Introspecting", introspects},
    {app, "token no_keys", "RequestRefused"},
    {app, "token timeout", "RequestRefused"},
    {app, "token keys active", "ResourceServed", introspects},
    {app, "token keys inactive", "RequestRefused", introspects},
    {app, "token keys timeout", "RequestRefused", introspects},

    {attacker, "own_flow_wanted", "Watching"},
    {attacker, "authentication_prompt consent_prompt error_page visit premise", "Watching"},
    {attacker, "observation", "Watching"},
    {attacker, "seen_token", "Watching", uses_no_tokens},
    {attacker, "given_token seen_token", "UsingToken"},  // what it was given before the run it uses when it sees it
    {attacker, "seen_token", "UsingToken"},
    {attacker, "resource", "HasResource"},
    {attacker, "outage", "TokenRefused"},
    {attacker, "bearer_challenge", "TokenRefused"},
    {attacker, "seen_token resource", "HasResource"},
    {attacker, "seen_token outage", "TokenRefused"},
    {attacker, "seen_token bearer_challenge", "TokenRefused"},
    {attacker, "seen_token timeout", "TokenRefused"},
    {attacker, "seen_token " + everything_else, "UsingToken"},
    {attacker, "seen_token resource resource bearer_challenge " + everything_else, "HasResource"},
    {attacker, "seen_token timeout resource bearer_challenge " + everything_else, "TokenRefused"},
};

/// One memory for all: signing and verifying take nearly all the time of a path.
SignatureMemory& memory() {
  static SignatureMemory memory;
  return memory;
}

Stage stage_of(const Path& path, std::vector<std::string> disabled_checks) {
  Settings settings;
  path.change(settings);
  return {path.actor, std::move(settings), std::move(disabled_checks), &memory()};
}

std::vector<Reaction> walk(Stage& stage, const Path& path) {
  std::vector<Reaction> reactions;
  for (const auto word : split_words(path.words)) reactions.push_back(stage.tell(word));
  return reactions;
}

std::string row(std::string_view from, std::string_view event, std::string_view to, std::string_view guard,
                std::string_view action) {
  std::string text;
  for (const auto word : {from, event, to, guard, action}) text.append(word.empty() ? "-" : word).append(" ");
  return text;
}

std::set<std::string> rows_of(Participant actor) {
  std::set<std::string> rows;
  for (const auto& edge : edges_of(actor).rows)
    rows.insert(row(edge.from, edge.event, edge.to, edge.guard, edge.action));
  return rows;
}

class ActorPath : public testing::TestWithParam<Path> {};

TEST_P(ActorPath, EndsWhereItMust) {
  auto stage = stage_of(GetParam(), GetParam().disabled_checks);
  walk(stage, GetParam());
  EXPECT_EQ(stage.state(), GetParam().end);
}

/// What a reaction may be, whatever was told.
void expect_sound(Participant actor, const Reaction& reaction) {
  if (reaction.acceptance == Acceptance::accepted) {
    const auto fired = row(reaction.from, reaction.event, reaction.to, reaction.guard, reaction.action);
    EXPECT_TRUE(rows_of(actor).contains(fired)) << fired;
    return;
  }
  EXPECT_EQ(reaction.from, reaction.to) << reaction.event;
  EXPECT_TRUE(reaction.sent.empty()) << reaction.event;
  EXPECT_TRUE(reaction.timers.empty()) << reaction.event;
  EXPECT_EQ(reaction.guard, "") << reaction.event;
  EXPECT_EQ(reaction.action, "") << reaction.event;
}

TEST_P(ActorPath, TakesNoHarmFromAnyEventAtItsEnd) {
  std::vector<std::string> all_off;
  for (const auto& check : all_checks()) all_off.emplace_back(check.name);
  std::set<std::string> events{"", "nonsense"};
  for (const auto& edge : edges_of(GetParam().actor).rows) events.insert(edge.event);
  for (const auto& disabled : {GetParam().disabled_checks, all_off})
    for (const auto& event : events) {
      auto stage = stage_of(GetParam(), disabled);
      for (const auto& reaction : walk(stage, GetParam())) expect_sound(GetParam().actor, reaction);
      expect_sound(GetParam().actor, stage.tell(event));
    }
}

INSTANTIATE_TEST_SUITE_P(Actors, ActorPath, testing::ValuesIn(paths));

class ActorTable : public testing::TestWithParam<Participant> {};

TEST_P(ActorTable, FiresEveryRow) {
  std::set<std::string> fired;
  for (const auto& path : paths) {
    if (path.actor != GetParam()) continue;
    auto stage = stage_of(path, path.disabled_checks);
    for (const auto& reaction : walk(stage, path))
      if (reaction.acceptance == Acceptance::accepted)
        fired.insert(row(reaction.from, reaction.event, reaction.to, reaction.guard, reaction.action));
  }
  EXPECT_EQ(fired, rows_of(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Actors, ActorTable, testing::Values(user, client, okta, app, attacker),
                         [](const auto& test) { return std::string(name_of(test.param)); });

}  // namespace
}  // namespace flowsim::flows
