// The transition tables of the five actors as plain data, and their states.
#pragma once

#include <span>
#include <string_view>

#include "trace/edge.hpp"
#include "wire/participant.hpp"

namespace flowsim::flows::implicit {

/// The table of `user`, `client`, `okta`, `app` or `attacker`. Others have none: the result is empty.
const Edges& edges_of(Participant actor);

/// A state of an actor. The catalogue says what it means: `states.client.Rejected`.
struct ActorState {
  Participant actor;
  std::string_view state;
};

/// Every state of every actor.
std::span<const ActorState> actor_states();

/// Whether the actor has a state of that name.
bool has_state(Participant actor, std::string_view state);

}  // namespace flowsim::flows::implicit
