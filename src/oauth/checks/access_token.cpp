// What the app checks of an access token.
#include <algorithm>
#include <type_traits>

#include "base/text.hpp"
#include "oauth/checks.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

/// A rule about an access token, applied where there is one that can be read.
template <auto rule>
Finding in_access_token(const AccessTokenContext& context) {
  if (context.token == nullptr) return fails({"found.access_token"}, {"found.none_readable"});
  if constexpr (std::is_invocable_v<decltype(rule), const SignedToken&>)
    return rule({*context.token, context.keys, context.app.issuer, context.now, context.app.leeway, std::nullopt,
                 context.memory});
  else
    return rule(context, context.token->claims);
}

// RFC 6750 §3.1, RFC 7519 §7.2: three base64url parts, two of them JSON objects without repeated names.
// An extension marked critical is refused (RFC 7515 §4.1.11).
Finding access_token_well_formed(const AccessTokenContext& context) {
  return is_well_formed(context.token, context.malformed);
}

bool names_audience(const Claims& claims, std::string_view audience) {
  const auto audiences = audiences_of(claims);
  return !audience.empty() && std::ranges::find(audiences, audience) != audiences.end();
}

// RFC 9700 §4.10.2, RFC 7519 §4.1.3: a token for another API stays useless here, also when that API passes it on.
Finding access_token_audience_matches(const AccessTokenContext& context, const Claims& claims) {
  return holds_if(names_audience(claims, context.app.audience), {"found.named", {"aud", context.app.audience}},
                  shown_claim(claims, "aud"));
}

// RFC 8725 §3.12: okta signs both kinds of token with the same keys, so the app tells them apart by what only access
// tokens have: scp, cid, and a jti that starts with `AT.`.
Finding access_token_is_no_id_token(const AccessTokenContext&, const Claims& claims) {
  const auto identifier = claims.text("jti");
  const Phrase expected{"found.scp_cid_jti"};
  if (!identifier || !identifier->starts_with("AT.")) return fails(expected, shown_claim(claims, "jti"));
  if (claims.texts("scp") == nullptr) return fails(expected, shown_claim(claims, "scp"));
  return holds_if(claims.text("cid").has_value(), expected,
                  claims.text("cid") ? Phrase{"found.all_there"} : shown_claim(claims, "cid"));
}

// RFC 6819 §5.1.5.8: an API may be for some client applications only; Okta names the client in cid.
Finding access_token_client_allowed(const AccessTokenContext& context, const Claims& claims) {
  const auto& allowed = context.app.allowed_clients;
  if (allowed.empty()) return not_applicable({"found.every_client_may_call"});
  const auto client = claims.text("cid");
  return holds_if(client && std::ranges::find(allowed, *client) != allowed.end(), {"found.cid_either", allowed},
                  shown_claim(claims, "cid"));
}

// RFC 7662 §2.2: only okta knows that a token was revoked.
// An app that does not ask accepts it until exp.
Finding access_token_not_revoked(const AccessTokenContext& context) {
  if (!context.active) return not_applicable({"found.not_introspected"});
  return holds_if(*context.active, {"found.active"}, {*context.active ? "found.active" : "found.not_active"});
}

// RFC 6750 §3.1: every scope the resource needs is one of the token's, as a whole word: orders:read is not
// orders:readall.
Finding scope_sufficient(const AccessTokenContext& context, const Claims& claims) {
  if (context.app.required_scope.empty()) return not_applicable({"found.no_scope_needed"});
  const auto* const granted = claims.texts("scp");
  const bool holds =
      granted != nullptr && std::ranges::all_of(split_words(context.app.required_scope), [&](auto needed) {
        return std::ranges::find(*granted, needed) != granted->end();
      });
  return holds_if(
      holds, {"found.scp_with", {context.app.required_scope}},
      granted != nullptr ? Phrase{"found.claim", {"scp", join(*granted, " ")}} : shown_claim(claims, "scp"));
}

// RFC 9700 §4.15: scope says what may be done, not to whose things.
// Okta's uid is the user; sub may be a login name, or a client.
Finding resource_belongs_to_user(const AccessTokenContext& context, const Claims& claims) {
  if (context.app.resource_owner.empty()) return not_applicable({"found.nobodys_resource"});
  return holds_if(claims.text("uid") == context.app.resource_owner,
                  {"found.named", {"uid", context.app.resource_owner}}, shown_claim(claims, "uid"));
}

constexpr std::string_view token_is_invalid = "The access token is invalid";

}  // namespace

// Cheap syntax, then the signature before any claim is believed; then whose token it is, and last what it may do: only
// that is answered with 403. One text for all that is wrong with a token but its age (OpenID Connect Core §16.12).
std::span<const CheckRow<AccessTokenContext>> access_token_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<AccessTokenContext> rows[] = {
      {{"access_token_well_formed", app, 5, "RFC 7519 §7.2", challenge, "invalid_token", 401, token_is_invalid},
       access_token_well_formed},
      // RFC 8725 §3.1: the app says which algorithm counts, never the token.
      // With HS256 the public key would be the secret.
      {{"access_token_algorithm_allowed", app, 5, "RFC 8725 §3.1", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<names_rs256>},
      // RFC 8725 §3.10: keys come from the issuer's published set only; jwk, jku and x5u in the header are ignored.
      {{"access_token_key_known", app, 5, "RFC 8725 §3.10", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<names_a_known_key>},
      // RFC 7515 §5.2: without a valid signature anyone could write the claims.
      {{"access_token_signature_valid", app, 5, "RFC 7515 §5.2", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<has_valid_signature>},
      // RFC 8725 §3.8: the org authorization server and another organisation's are other issuers.
      {{"access_token_issuer_matches", app, 5, "RFC 8725 §3.8", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<names_issuer>},
      {{"access_token_audience_matches", app, 5, "RFC 9700 §4.10.2", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<access_token_audience_matches>},
      // RFC 6750 §3.1, RFC 7519 §4.1.4: a leaked token must die at exp.
      // One without exp is refused.
      {{"access_token_not_expired", app, 5, "RFC 6750 §3.1", challenge, "invalid_token", 401,
        "The access token expired"},
       in_access_token<has_not_expired>},
      // RFC 7519 §4.1.6: a token from the future, or one that ended before it began, comes from a wrong clock or a
      // forger.
      {{"access_token_issued_at_plausible", app, 5, "RFC 7519 §4.1.6", challenge, "invalid_token", 401,
        token_is_invalid},
       in_access_token<was_issued_plausibly>},
      {{"access_token_is_no_id_token", app, 5, "RFC 8725 §3.12", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<access_token_is_no_id_token>},
      {{"access_token_client_allowed", app, 5, "RFC 6819 §5.1.5.8", challenge, "invalid_token", 401, token_is_invalid},
       in_access_token<access_token_client_allowed>},
      {{"access_token_not_revoked", app, 5, "RFC 7662 §2.2", challenge, "invalid_token", 401, token_is_invalid},
       access_token_not_revoked},
      {{"scope_sufficient", app, 5, "RFC 6750 §3.1", challenge, "insufficient_scope", 403,
        "The access token must provide access to the scope of this resource"},
       in_access_token<scope_sufficient>},
      {{"resource_belongs_to_user", app, 5, "RFC 9700 §4.15", challenge, "", 403},
       in_access_token<resource_belongs_to_user>},
  };
  return rows;
}

}  // namespace flowsim::oauth
