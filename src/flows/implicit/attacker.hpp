// The attacker: reads along, keeps what it sees, and uses the user's access token as soon as it holds one.
#pragma once

#include <memory>
#include <string>

#include "oauth/settings.hpp"
#include "sim/actor.hpp"
#include "sim/knowledge.hpp"
#include "trace/edge.hpp"

namespace flowsim::flows::implicit {

/// The person behind the attacks. What the references point to must outlive the actor. `redirect_uri` is that of the
/// attacker's own client.
std::unique_ptr<Actor> make_attacker(const AttackerSettings& settings, Knowledge& knowledge);

/// The event that starts the attacker's own flow in its own browser.
inline constexpr std::string_view own_flow_wanted = "own_flow_wanted";

/// Says of which kind the message was that the attacker has read; a parameter with place `header`.
inline constexpr std::string_view observed_kind = ":kind";

/// The table of that actor.
const Edges& attacker_edges();

}  // namespace flowsim::flows::implicit
