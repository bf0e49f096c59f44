// The user (resource owner): opens the client, signs in, consents, or does not.
#pragma once

#include <memory>
#include <string>

#include "oauth/check.hpp"
#include "oauth/settings.hpp"
#include "sim/actor.hpp"
#include "trace/edge.hpp"

namespace flowsim::flows::implicit {

/// One person before one browser. What the references point to must outlive the actor. `trusted_origin` is where the
/// user knows the account lives.
std::unique_ptr<Actor> make_user(const UserSettings& settings, Defences defences, std::string trusted_origin);

/// The event that starts the run: the user wants to sign in.
inline constexpr std::string_view sign_in_wanted = "sign_in_wanted";

/// The table of that actor.
const Edges& user_edges();

}  // namespace flowsim::flows::implicit
