// The app, the resource server: judges the bearer token of each request, and serves or refuses.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "oauth/check.hpp"
#include "oauth/keys.hpp"
#include "oauth/settings.hpp"
#include "sim/actor.hpp"
#include "trace/edge.hpp"

namespace flowsim::flows::implicit {

/// What all requests at the app share: its configuration and the keys it has fetched from the issuer.
struct AppServer {
  const AppSettings& settings;
  Defences defences;
  SignatureMemory* memory = nullptr;
  std::optional<std::vector<Jwk>> keys{};

  /// The app's own clock.
  Instant clock(Instant now) const { return now + settings.clock_skew; }
};

/// One request at the app. `server` must outlive the actor.
std::unique_ptr<Actor> make_app(AppServer& server);

/// The table of that actor.
const Edges& app_edges();

}  // namespace flowsim::flows::implicit
