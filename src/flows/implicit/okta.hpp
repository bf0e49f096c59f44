// okta, the authorization server: what its transactions share, and one actor for each of them.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "oauth/check.hpp"
#include "oauth/keys.hpp"
#include "oauth/settings.hpp"
#include "sim/actor.hpp"
#include "trace/edge.hpp"

namespace flowsim::flows::implicit {

/// An access token okta has issued, as its own records know it.
struct IssuedAccessToken {
  const OktaSettings* settings = nullptr;  ///< the client and the account it was issued for
  std::vector<std::string> scopes;
  std::int64_t expires = 0;  ///< Unix seconds, on okta's clock
  bool revoked = false;
};

/// A browser in which somebody is signed in.
struct BrowserSession {
  Instant auth_time{};
  std::string username;
};

/// What all transactions at okta share: registrations, sessions, keys, and the records of what was issued.
struct OktaServer {
  const OktaSettings& settings;
  const AttackerSettings& attacker;  ///< the other account, and perhaps the other registered client
  Defences defences;
  SigningKey key;
  SigningKey next_key;
  const std::string& published_keys;  ///< the JWK Set with both, as okta publishes it
  Random random;
  std::map<std::string, BrowserSession, std::less<>> sessions;   ///< by session cookie
  std::map<std::string, IssuedAccessToken, std::less<>> issued;  ///< by access token
  std::set<std::pair<std::string, std::string>> consents;        ///< user id and client id: given during the run

  std::array<std::unique_ptr<OktaSettings>, 8> views{};  ///< what `about` has made so far

  /// What okta's configuration says about that client and that account: the one client and the one user of the
  /// settings, or the attacker's where the names are the attacker's. It stays valid as long as the server.
  const OktaSettings& about(std::string_view client_id, std::string_view username);
  bool is_attackers_client(std::string_view client_id) const {
    return attacker.client_registered && client_id == attacker.client_id;
  }

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

}  // namespace flowsim::flows::implicit
