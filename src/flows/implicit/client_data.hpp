// What the client knows, and the judging of what it receives.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "flows/implicit/outbox.hpp"
#include "oauth/checks.hpp"
#include "oauth/jwt.hpp"

namespace flowsim::flows::implicit {

/// What the client does next, decided once for each message; the guards only read it.
namespace client_decision {
inline constexpr std::string_view trust_metadata = "trust_metadata";
inline constexpr std::string_view fetch_keys = "fetch_keys";
inline constexpr std::string_view fetch_userinfo = "fetch_userinfo";
inline constexpr std::string_view request_resource = "request_resource";
inline constexpr std::string_view sign_in = "sign_in";
inline constexpr std::string_view show_error = "show_error";
inline constexpr std::string_view discard = "discard";
inline constexpr std::string_view ask_once_more = "ask_once_more";
inline constexpr std::string_view give_up = "give_up";
}  // namespace client_decision

/// The client's memory: its configuration, what it has learnt of okta, and the one request it has under way.
struct Client {
  const ClientSettings& settings;
  Defences defences;
  SignatureMemory* memory = nullptr;
  Random random;
  Outbox outbox{};

  Parameters metadata{};
  std::optional<std::vector<Jwk>> keys{};
  bool keys_are_fresh = false;  ///< fetched since the response arrived: an unknown key is not looked for twice

  std::optional<Transaction> pending{};  ///< as browser storage keeps it; used once (RFC 6749 §10.12)
  Transaction transaction{};             ///< the one the held response answers
  Message response{};                    ///< held while keys or userinfo are fetched
  int response_id = 0;
  std::optional<Jwt> id_token{};
  Phrase malformed{};
  bool has_retried = false;  ///< a refused token was replaced once already

  Instant clock(Instant now) const { return now + settings.clock_skew; }
  bool asked_for(std::string_view response_type) const;
};

/// Applies the client's checks to what arrived and decides what follows.
Judging judge(Client& client, const Incoming& incoming, std::string_view state);

}  // namespace flowsim::flows::implicit
