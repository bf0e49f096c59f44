// The transition tables of the five actors as plain data, and what each of their states means.
#pragma once

#include <span>
#include <string_view>

#include "trace/edge.hpp"
#include "wire/participant.hpp"

namespace flowsim::flows::implicit {

/// The table of `user`, `client`, `okta`, `app` or `attacker`. Others have none: the result is empty.
const Edges& edges_of(Participant actor);

/// What a state means at the end of a run.
struct StateMeaning {
  Participant actor;
  std::string_view state;
  std::string_view meaning;  ///< one sentence without a full stop
};

/// One row for every state of every actor.
std::span<const StateMeaning> state_meanings();

/// The meaning of that state, or empty where there is no such state.
std::string_view meaning_of(Participant actor, std::string_view state);

}  // namespace flowsim::flows::implicit
