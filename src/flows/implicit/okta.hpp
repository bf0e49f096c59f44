// okta, the authorization server: what its transactions share, and one actor for each of them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "oauth/keys.hpp"
#include "oauth/settings.hpp"
#include "sim/actor.hpp"
#include "trace/edge.hpp"

namespace flowsim::implicit {

/// An access token okta has issued, as its own records know it.
struct IssuedAccessToken {
  std::vector<std::string> scopes;
  std::int64_t expires = 0;  ///< Unix seconds, on okta's clock
  bool revoked = false;
};

/// What all transactions at okta share: registrations, sessions, keys, and the records of what was issued.
struct OktaServer {
  OktaSettings settings;  ///< a copy: what the user consents to during the run is kept here
  std::span<const std::string> disabled_checks;
  SigningKey key;
  SigningKey next_key;
  std::string published_keys;  ///< the JWK Set with both, as okta publishes it
  Random random;
  std::map<std::string, Instant, std::less<>> sessions;          ///< by session cookie: when its user authenticated
  std::map<std::string, IssuedAccessToken, std::less<>> issued;  ///< by access token

  /// okta's own clock.
  Instant clock(Instant now) const { return now + settings.clock_skew; }
};

/// What the browser's cookies tell okta about a request: the session cookie and the cookie that ties a pending request
/// to the browser it was started in. The endpoint adds both to the message as parameters with place `header`.
inline constexpr std::string_view session_cookie = "sid";
inline constexpr std::string_view transaction_cookie = "transaction";

/// One authorization request on its way through okta. `server` must outlive the actor.
std::unique_ptr<Actor> make_okta(OktaServer& server);

/// The table of that actor.
const Edges& okta_edges();

}  // namespace flowsim::implicit
