// One row for every state of every actor.
#include "flows/implicit/states.hpp"

#include <algorithm>
#include <array>

#include "flows/implicit/app.hpp"
#include "flows/implicit/attacker.hpp"
#include "flows/implicit/client.hpp"
#include "flows/implicit/okta.hpp"
#include "flows/implicit/user.hpp"

namespace flowsim::flows::implicit {
namespace {

using enum Participant;

constexpr std::array all_states{
    ActorState{user, "Ready"},
    ActorState{user, "AwaitingPage"},
    ActorState{user, "CredentialsSent"},
    ActorState{user, "ConsentGiven"},
    ActorState{user, "ConsentDenied"},
    ActorState{user, "GaveUp"},
    ActorState{user, "Left"},
    ActorState{user, "SawErrorPage"},
    ActorState{client, "Ready"},
    ActorState{client, "FetchingMetadata"},
    ActorState{client, "AwaitingResponse"},
    ActorState{client, "FetchingKeys"},
    ActorState{client, "FetchingUserinfo"},
    ActorState{client, "AwaitingResource"},
    ActorState{client, "HasResource"},
    ActorState{client, "SignedIn"},
    ActorState{client, "ErrorShown"},
    ActorState{client, "Rejected"},
    ActorState{client, "ResourceRefused"},
    ActorState{client, "TimedOut"},
    ActorState{okta, "Idle"},
    ActorState{okta, "AwaitingSignIn"},
    ActorState{okta, "AwaitingConsent"},
    ActorState{okta, "TokensIssued"},
    ActorState{okta, "ErrorReturned"},
    ActorState{okta, "ErrorPageShown"},
    ActorState{okta, "Expired"},
    ActorState{app, "Idle"},
    ActorState{app, "FetchingKeys"},
    ActorState{app, "Introspecting"},
    ActorState{app, "ResourceServed"},
    ActorState{app, "RequestRefused"},
    ActorState{attacker, "Watching"},
    ActorState{attacker, "UsingToken"},
    ActorState{attacker, "HasResource"},
    ActorState{attacker, "TokenRefused"},
};

}  // namespace

const Edges& edges_of(Participant actor) {
  static const Edges none;
  switch (actor) {
    case user:
      return user_edges();
    case client:
      return client_edges();
    case okta:
      return okta_edges();
    case app:
      return app_edges();
    case attacker:
      return attacker_edges();
    default:
      return none;
  }
}

std::span<const ActorState> actor_states() { return all_states; }

bool has_state(Participant actor, std::string_view state) {
  return std::ranges::any_of(all_states, [&](const auto& row) { return row.actor == actor && row.state == state; });
}

}  // namespace flowsim::flows::implicit
