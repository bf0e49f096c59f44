// What the four actors are and do in a run: plain values, whose defaults are the happy path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "wire/parameters.hpp"

namespace flowsim::oauth {

/// Which rules apply where the sources differ.
enum class Profile : std::uint8_t {
  okta,      ///< what Okta does and demands
  rfc6749,   ///< what RFC 6749 and OpenID Connect Core ask for, and no more
  hardened,  ///< the RFC 9700 advice on top: 303 redirects, errors only after sign-in
};

/// What the user does with the consent prompt.
enum class ConsentAnswer : std::uint8_t { grant, deny };

/// Where the user closes the tab, if at all.
enum class LeavesAt : std::uint8_t { never, sign_in, consent };

/// Whose site the user opens at the start.
enum class Opens : std::uint8_t { client, attacker_site };

/// The user (resource owner).
struct UserSettings {
  Opens opens = Opens::client;
  Duration starts_after{0};  ///< how long after the run's start the user opens it; at least 0
  std::string username = "joe.smith@example.com";
  std::string password = "correct horse battery staple";
  int mistypes = 0;  ///< how many wrong passwords come before the right one; 0 to 20
  int patience = 3;  ///< how many refused sign-in attempts until the user gives up; 1 to 20
  ConsentAnswer consent = ConsentAnswer::grant;
  LeavesAt leaves_at = LeavesAt::never;
  Duration think_time = Duration{2500};  ///< from seeing a page to acting on it; at least 0
};

/// How the client presents the access token (RFC 6750 §2).
enum class TokenCarrier : std::uint8_t { header, body, query };

/// The client: a single-page application, a public client.
struct ClientSettings {
  std::string client_id = "0oabv6kx4qq6h1U5l0h7";
  std::string redirect_uri = "https://spa.example.com/callback";
  std::string response_type = "id_token token";
  std::string scope = "openid profile orders:read";
  std::string response_mode;                 ///< empty: not sent
  std::string prompt;                        ///< empty: not sent
  std::optional<int> max_age;                ///< seconds; nothing: not sent
  std::string acr_values;                    ///< empty: not sent
  std::string login_hint;                    ///< empty: not sent
  std::string state;                         ///< empty: random, 43 characters
  std::string nonce;                         ///< empty: random, 43 characters
  std::vector<std::string> omit_parameters;  ///< names of request parameters the client leaves out
  Parameters extra_parameters;               ///< sent behind all others; may repeat a name
  std::string issuer = "https://example.okta.com/oauth2/default";  ///< the issuer it was configured to trust
  std::string resource = "https://api.example.com/orders";         ///< what it asks the app for
  TokenCarrier token_carrier = TokenCarrier::header;
  bool calls_userinfo = false;
  bool retries = false;    ///< asks once for a new token where the app says `invalid_token`
  Duration clock_skew{0};  ///< how far its clock is ahead of true time; may be negative
  Duration leeway = std::chrono::minutes{5};
  Duration patience = std::chrono::minutes{2};  ///< how long it waits for the authorization server's response
};

/// Whether a scope needs the user's consent (Okta: IMPLICIT, FLEXIBLE, REQUIRED).
enum class ScopeConsent : std::uint8_t { implicit, flexible, required };

/// A scope the authorization server knows.
struct ScopeRegistration {
  std::string name;
  ScopeConsent consent = ScopeConsent::implicit;
};

/// Whether the client application needs consent at all (Okta: TRUSTED, REQUIRED).
enum class ConsentMethod : std::uint8_t { trusted, required };

/// The authorization server, with its one registered client and its one user. It sends tokens in the fragment only.
struct OktaSettings {
  Profile profile = Profile::okta;
  std::string issuer = "https://example.okta.com/oauth2/default";
  std::string audience = "api://default";  ///< the `aud` of its access tokens

  std::string client_id = "0oabv6kx4qq6h1U5l0h7";
  std::string client_name = "Orders";
  bool client_active = true;
  std::vector<std::string> redirect_uris{"https://spa.example.com/callback"};
  std::vector<std::string> response_types{"token", "id_token"};  ///< the two switches of the implicit grant
  std::vector<std::string> grant_types{"implicit"};
  ConsentMethod consent_method = ConsentMethod::required;

  std::vector<ScopeRegistration> scopes{
      {"openid", ScopeConsent::implicit},      {"profile", ScopeConsent::implicit},
      {"email", ScopeConsent::implicit},       {"address", ScopeConsent::implicit},
      {"phone", ScopeConsent::implicit},       {"orders:read", ScopeConsent::required},
      {"orders:write", ScopeConsent::required}};
  bool policy_allows = true;  ///< an access policy rule matches the request

  std::string username = "joe.smith@example.com";
  std::string password = "correct horse battery staple";
  std::string user_id = "00uid4BxXw6I6TV4m0g3";
  std::string user_name = "Joe Smith";
  bool user_assigned = true;  ///< the user is assigned to the client application
  bool user_locked = false;

  std::optional<Duration> session_age;  ///< how long ago this browser's user signed in; nothing: no session
  bool consent_granted = false;         ///< the user has consented to this client's scopes before
  std::vector<std::string> acr_supported{"urn:okta:loa:1fa:any", "urn:okta:loa:1fa:pwd"};

  Duration access_token_lifetime = std::chrono::hours{1};  ///< 5 min to 24 h (Okta access policies)
  Duration id_token_lifetime = std::chrono::hours{1};
  Duration clock_skew{0};
  Duration sign_in_timeout = std::chrono::minutes{60};  ///< how long a pending authorization request is kept
  /// Answer faulty requests at once, not only once the user has signed in (RFC 9700 §4.11.2); in the `hardened` profile
  /// they wait in any case, but never with prompt=none, nor where the answer is an error page.
  bool error_before_login = true;
  bool revokes_access_token = false;  ///< the access token is revoked as soon as it was issued
};

/// The app (resource server).
struct AppSettings {
  std::string issuer = "https://example.okta.com/oauth2/default";
  std::string audience = "api://default";
  std::string resource = "https://api.example.com/orders";
  std::string required_scope = "orders:read";           ///< space-separated; empty: none
  std::vector<std::string> allowed_clients;             ///< client ids; empty: every client of the issuer
  std::string resource_owner = "00uid4BxXw6I6TV4m0g3";  ///< the `uid` whose resource it is; empty: nobody's own
  std::string realm = "orders";
  bool introspects = false;  ///< asks okta whether the token is still active (RFC 7662)
  Duration clock_skew{0};
  Duration leeway = std::chrono::minutes{2};
};

/// The attacker: a person with a browser, an account at okta and a site, which may also be a registered client.
struct AttackerSettings {
  std::string site = "https://evil.example";
  std::string username = "mallory@example.net";
  std::string password = "hunter2";
  std::string user_id = "00umAll0ryXx6I6TV4m0g";
  std::string user_name = "Mallory";
  std::string client_id = "0oaEvi1kx4qq6h1U5l0h7";
  std::string client_name = "Order Helper";
  bool client_registered = false;                ///< okta knows the attacker's client
  std::string response_type = "id_token token";  ///< what that client asks for
  bool signs_in = false;    ///< starts a flow of its own with the honest client, in its own browser
  bool uses_tokens = true;  ///< asks the app for the user's resource as soon as it holds the user's token
  Duration think_time{300};
};

/// All of them.
struct Settings {
  UserSettings user;
  ClientSettings client;
  OktaSettings okta;
  AppSettings app;
  AttackerSettings attacker;
};

}  // namespace flowsim::oauth
