// Okta's tokens, claim by claim, in the order in which Okta writes them.
#include "oauth/tokens.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "oauth/jwt.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::int64_t token_version = 1;
constexpr std::string_view identity_provider = "00o1k8j2dQw4Xn7Yt0g3";  // the id of okta's own organisation

/// What the settings leave open about the user.
constexpr std::string_view time_zone = "America/Los_Angeles", locale = "en_US", phone_number = "+1 555 0100";
constexpr std::string_view address =
    R"({"street_address":"1 Main Street","locality":"Springfield","region":"OR","postal_code":"97477","country":"US"})";
constexpr std::int64_t profile_updated_at = 1735689600;  // 2025-01-01T00:00:00Z

bool contains(const std::vector<std::string>& scopes, std::string_view scope) {
  return std::ranges::find(scopes, scope) != scopes.end();
}

std::int64_t expiry(Instant now, Duration lifetime) {
  return unix_seconds(now) + std::chrono::floor<std::chrono::seconds>(lifetime).count();
}

void add_text(Claims& claims, std::string_view name, std::string_view value) {
  if (!value.empty()) claims.add(std::string(name), std::string(value));
}

void add_email(Claims& claims, const OktaSettings& okta) {
  if (okta.username.find('@') != std::string::npos) add_text(claims, "email", okta.username);
}

void add_profile(Claims& claims, const OktaSettings& okta) {
  const std::string_view whole = okta.user_name;
  const auto space = whole.rfind(' ');
  add_text(claims, "name", whole);
  add_text(claims, "preferred_username", okta.username);
  add_text(claims, "given_name", whole.substr(0, space));
  if (space != std::string_view::npos) add_text(claims, "family_name", whole.substr(space + 1));
  add_text(claims, "zoneinfo", time_zone);
  add_text(claims, "locale", locale);
  claims.add("updated_at", profile_updated_at);
}

/// Every claim of the scopes (OpenID Connect Core §5.4).
void add_fat_claims(Claims& claims, const OktaSettings& okta, const std::vector<std::string>& scopes) {
  if (contains(scopes, "profile")) add_profile(claims, okta);
  if (contains(scopes, "email")) {
    add_email(claims, okta);
    if (claims.has("email")) claims.add("email_verified", true);
  }
  if (contains(scopes, "address")) claims.add("address", OtherJson{std::string(address)});
  if (contains(scopes, "phone")) add_text(claims, "phone_number", phone_number);
}

void add_thin_claims(Claims& claims, const OktaSettings& okta, const std::vector<std::string>& scopes) {
  if (contains(scopes, "profile")) {
    add_text(claims, "name", okta.user_name);
    add_text(claims, "preferred_username", okta.username);
  }
  if (contains(scopes, "email")) add_email(claims, okta);
}

}  // namespace

Claims access_token_claims(const OktaSettings& okta, const Grant& grant, std::string_view unique) {
  Claims claims;
  claims.add("ver", token_version);
  claims.add("jti", fmt::format("AT.{}", unique));
  claims.add("iss", okta.issuer);
  claims.add("aud", okta.audience);
  claims.add("iat", unix_seconds(grant.now));
  claims.add("exp", expiry(grant.now, okta.access_token_lifetime));
  claims.add("cid", grant.client_id);
  claims.add("uid", okta.user_id);
  claims.add("scp", grant.scopes);
  claims.add("auth_time", unix_seconds(grant.auth_time));
  add_text(claims, "acr", grant.acr);
  claims.add("sub", okta.username);
  return claims;
}

Claims id_token_claims(const OktaSettings& okta, const Grant& grant, std::string_view access_token,
                       std::string_view unique) {
  Claims claims;
  claims.add("sub", okta.user_id);
  const auto add_claims_of_scopes = access_token.empty() ? add_fat_claims : add_thin_claims;
  add_claims_of_scopes(claims, okta, grant.scopes);
  claims.add("ver", token_version);
  claims.add("iss", okta.issuer);
  claims.add("aud", grant.client_id);
  claims.add("iat", unix_seconds(grant.now));
  claims.add("exp", expiry(grant.now, okta.id_token_lifetime));
  claims.add("jti", fmt::format("ID.{}", unique));
  claims.add("amr", std::vector<std::string>{"pwd"});
  claims.add("idp", std::string(identity_provider));
  add_text(claims, "nonce", grant.nonce);
  claims.add("auth_time", unix_seconds(grant.auth_time));
  add_text(claims, "acr", grant.acr);
  if (!access_token.empty()) claims.add("at_hash", at_hash(access_token));
  return claims;
}

Claims userinfo_claims(const OktaSettings& okta, const std::vector<std::string>& scopes) {
  Claims claims{{"sub", okta.user_id}};
  add_fat_claims(claims, okta, scopes);
  return claims;
}

}  // namespace flowsim::oauth
