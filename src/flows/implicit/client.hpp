// The client: a single-page application that asks for tokens, judges what comes back, and uses it.
#pragma once

#include <memory>
#include <string>

#include "base/random.hpp"
#include "oauth/check.hpp"
#include "oauth/keys.hpp"
#include "oauth/settings.hpp"
#include "sim/actor.hpp"
#include "trace/edge.hpp"

namespace flowsim::flows::implicit {

/// One run of the application in one browser. What the references point to must outlive the actor; `memory` may be
/// null. `random` gives its random values (state, nonce).
std::unique_ptr<Actor> make_client(const ClientSettings& settings, Defences defences, Random random,
                                   SignatureMemory* memory);

/// The table of that actor.
const Edges& client_edges();

}  // namespace flowsim::flows::implicit
