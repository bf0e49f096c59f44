// Contexts in which every check passes, to be changed one thing at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oauth/checks.hpp"
#include "oauth/checks/cases.hpp"
#include "oauth/tokens.hpp"

namespace flowsim::oauth::checks_test {

inline const Instant nine_o_clock = *parse_utc("2026-01-05T09:00:00Z");
inline constexpr std::string_view good_state = "kV3state-of-this-browser_0123456789abcdefgh";
inline constexpr std::string_view good_nonce = "9Qanonce-of-this-request_0123456789abcdefgh";
inline constexpr std::string_view good_csrf_token = "csrf-token-of-this-form";

/// An authorization request (interaction 1).
struct Request {
  std::string method = "GET", scheme = "https";
  Parameters parameters{{"client_id", "0oabv6kx4qq6h1U5l0h7"},
                        {"response_type", "id_token token"},
                        {"redirect_uri", "https://spa.example.com/callback"},
                        {"scope", "openid profile orders:read"},
                        {"state", std::string(good_state)},
                        {"nonce", std::string(good_nonce)}};
  OktaSettings okta;

  template <class Change>
  Request but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  Request with(std::string_view name, std::string value) && {
    parameters.set(name, std::move(value));
    return std::move(*this);
  }
  Request twice(std::string name) && {
    parameters.add(name, std::string(parameters.value_or_empty(name)));
    return std::move(*this);
  }
  Request without(std::string_view name) && {
    parameters.remove(name);
    return std::move(*this);
  }
  Request in(Profile profile) && {
    okta.profile = profile;
    return std::move(*this);
  }
  AuthorizationRequestContext context() const { return {method, scheme, parameters, okta}; }
  Finding operator()(std::string_view check) const {
    return apply_row(authorization_request_checks(), check, context());
  }
};

/// What okta knows when it decides whether to prompt (interaction 2).
struct Prompt {
  Parameters parameters;
  OktaSettings okta;
  std::optional<Duration> signed_in_for = std::chrono::minutes{10};
  bool consent_needed = false;

  template <class Change>
  Prompt but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  Prompt with(std::string_view name, std::string value) && {
    parameters.set(name, std::move(value));
    return std::move(*this);
  }
  PromptContext context() const {
    return {parameters,     okta,        signed_in_for.has_value(), nine_o_clock - signed_in_for.value_or(Duration{0}),
            consent_needed, nine_o_clock};
  }
  Finding operator()(std::string_view check) const { return apply_row(prompt_checks(), check, context()); }
};

/// A form at okta (interaction 3).
struct Form {
  Parameters form{{"csrf_token", std::string(good_csrf_token)},
                  {"username", "joe.smith@example.com"},
                  {"password", "correct horse battery staple"},
                  {"consent", "granted"}};
  OktaSettings okta;
  bool transaction_known = true;
  std::string csrf_token{good_csrf_token};
  int failed_attempts = 0;

  template <class Change>
  Form but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  Form with(std::string_view name, std::string value) && {
    form.set(name, std::move(value));
    return std::move(*this);
  }
  SignInContext context() const { return {form, okta, transaction_known, csrf_token, failed_attempts}; }
  Finding operator()(std::string_view check) const {
    const auto finding = apply_row(sign_in_checks(), check, context());
    return finding.status == CheckStatus::switched_off ? apply_row(consent_checks(), check, context()) : finding;
  }
};

/// The request the client remembers.
inline Transaction good_transaction() {
  Transaction transaction;
  transaction.state = good_state;
  transaction.nonce = good_nonce;
  transaction.scope = "openid profile orders:read";
  transaction.response_type = "id_token token";
  transaction.issuer = "https://example.okta.com/oauth2/default";
  return transaction;
}

/// A response at the client (interaction 4).
struct Response {
  Parameters parameters{
      {"access_token", "SlAV32hkKG"},          {"token_type", "Bearer"},           {"expires_in", "3600"},
      {"scope", "openid profile orders:read"}, {"state", std::string(good_state)}, {"id_token", "one.two.three"}};
  std::optional<Transaction> transaction = good_transaction();
  bool issuer_announced = false;

  template <class Change>
  Response but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  Response with(std::string_view name, std::string value) && {
    parameters.set(name, std::move(value));
    return std::move(*this);
  }
  Response without(std::string_view name) && {
    parameters.remove(name);
    return std::move(*this);
  }
  Response asked_for(std::string response_type) && {
    transaction->response_type = std::move(response_type);
    return std::move(*this);
  }
  ResponseContext context() const { return {parameters, transaction ? &*transaction : nullptr, issuer_announced}; }
  Finding operator()(std::string_view check) const { return apply_row(response_checks(), check, context()); }
};

/// One memory for all tests, so that each signature is computed once.
inline SignatureMemory& signatures() {
  static SignatureMemory memory;
  return memory;
}

inline std::vector<Jwk> published_keys() {
  return {SigningKey::okta().public_key(), SigningKey::okta_next().public_key()};
}

inline Grant good_grant() {
  Grant grant;
  grant.client_id = "0oabv6kx4qq6h1U5l0h7";
  grant.scopes = {"openid", "profile", "orders:read"};
  grant.nonce = good_nonce;
  grant.auth_time = nine_o_clock - std::chrono::minutes{10};
  grant.now = nine_o_clock - std::chrono::seconds{2};
  return grant;
}

/// An ID token at the client (interaction 4): claims are signed, then the token is taken apart and changed.
struct IdToken {
  Parameters response{{"access_token", "SlAV32hkKG"}};
  Transaction transaction = good_transaction();
  ClientSettings client;
  Claims claims = id_token_claims(OktaSettings{}, good_grant(), "SlAV32hkKG", "unique");
  std::vector<Jwk> keys = published_keys();
  std::function<void(Jwt&)> forge = [](Jwt&) {};
  bool readable = true;

  template <class Change>
  IdToken but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  IdToken with(std::string_view claim, ClaimValue value) && {
    claims.set(claim, std::move(value));
    return std::move(*this);
  }
  IdToken without(std::string_view claim) && {
    claims.remove(claim);
    return std::move(*this);
  }
  IdToken forged(std::function<void(Jwt&)> how) && {
    forge = std::move(how);
    return std::move(*this);
  }
  IdToken asked_for(std::string response_type) && {
    transaction.response_type = std::move(response_type);
    return std::move(*this);
  }
  template <class Use>
  auto use(Use look) const {
    auto parameters = response;
    const auto compact = sign_jwt(claims, SigningKey::okta(&signatures()));
    if (!parameters.has("id_token")) parameters.set("id_token", compact);
    auto token = decode_jwt(compact);
    if (token) forge(*token);
    return look(IdTokenContext{parameters, transaction, client, readable && token ? &*token : nullptr,
                               readable ? Phrase{} : Phrase{"found.other_parts", {"2"}}, keys, nine_o_clock,
                               &signatures()});
  }
  Finding operator()(std::string_view check) const {
    return use([&](const IdTokenContext& context) { return apply_row(id_token_checks(), check, context); });
  }
};

/// A request for the resource (interaction 5).
struct ResourceRequest {
  std::string scheme = "https";
  Parameters request{{"access_token", "eyJh.eyJp.c2ln", Place::header}};

  template <class Change>
  ResourceRequest but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  ResourceRequestContext context() const { return {scheme, request}; }
  Finding operator()(std::string_view check) const { return apply_row(resource_request_checks(), check, context()); }
};

/// An access token at the app (interaction 5).
struct AccessToken {
  AppSettings app;
  Claims claims = access_token_claims(OktaSettings{}, good_grant(), "unique");
  std::vector<Jwk> keys = published_keys();
  std::function<void(Jwt&)> forge = [](Jwt&) {};
  bool readable = true;
  std::optional<bool> active;

  template <class Change>
  AccessToken but(Change change) && {
    change(*this);
    return std::move(*this);
  }
  AccessToken with(std::string_view claim, ClaimValue value) && {
    claims.set(claim, std::move(value));
    return std::move(*this);
  }
  AccessToken without(std::string_view claim) && {
    claims.remove(claim);
    return std::move(*this);
  }
  AccessToken forged(std::function<void(Jwt&)> how) && {
    forge = std::move(how);
    return std::move(*this);
  }
  template <class Use>
  auto use(Use look) const {
    auto token = decode_jwt(sign_jwt(claims, SigningKey::okta(&signatures())));
    if (token) forge(*token);
    return look(AccessTokenContext{app, readable && token ? &*token : nullptr,
                                   readable ? Phrase{} : Phrase{"found.other_parts", {"2"}}, keys, nine_o_clock, active,
                                   &signatures()});
  }
  Finding operator()(std::string_view check) const {
    return use([&](const AccessTokenContext& context) { return apply_row(access_token_checks(), check, context); });
  }
};

}  // namespace flowsim::oauth::checks_test
