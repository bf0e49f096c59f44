// What the client checks of an ID token.
#include <algorithm>
#include <type_traits>

#include "oauth/checks.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

bool promises_id_token(const IdTokenContext& context) {
  return has_word(context.transaction.response_type, "id_token");
}

Finding no_id_token_promised(const IdTokenContext& context) {
  return not_applicable({"found.response_type_brings_no_id_token", {context.transaction.response_type}});
}

constexpr Duration oldest_id_token = std::chrono::hours{24};

/// A rule about an ID token, applied where there is one that can be read.
template <auto rule>
Finding in_id_token(const IdTokenContext& context) {
  if (!promises_id_token(context)) return no_id_token_promised(context);
  if (context.id_token == nullptr) return fails({"found.id_token"}, {"found.none_readable"});
  if constexpr (std::is_invocable_v<decltype(rule), const SignedToken&>)
    return rule({*context.id_token, context.keys, context.transaction.issuer, context.now, context.client.leeway,
                 oldest_id_token, context.memory});
  else
    return rule(context, context.id_token->claims);
}

std::size_t parts_of(std::string_view compact) {
  std::size_t parts = 1;
  for (auto dot = compact.find('.'); dot != std::string_view::npos; dot = compact.find('.', dot + 1)) ++parts;
  return parts;
}

// OpenID Connect Core §3.1.3.7: a client that registered no encryption refuses an encrypted ID token (five parts).
Finding id_token_not_encrypted(const IdTokenContext& context) {
  if (!promises_id_token(context)) return no_id_token_promised(context);
  const auto id_token = context.response.value("id_token");
  if (!id_token) return not_applicable({"found.no_id_token"});
  const auto parts = parts_of(*id_token);
  return holds_if(parts != 5, {"found.signed_token"}, {"found.parts", {std::to_string(parts)}});
}

// RFC 7519 §7.2, RFC 8725 §2.6: three base64url parts, two of them JSON objects without repeated names.
// An extension marked critical is refused (RFC 7515 §4.1.11).
Finding id_token_well_formed(const IdTokenContext& context) {
  if (!promises_id_token(context)) return no_id_token_promised(context);
  return is_well_formed(context.id_token, context.malformed);
}

bool names_only(const Claims& claims, std::string_view client_id) {
  const auto audiences = audiences_of(claims);
  return !client_id.empty() && !audiences.empty() &&
         std::ranges::all_of(audiences, [&](std::string_view audience) { return audience == client_id; });
}

// OpenID Connect Core §3.1.3.7: the token is for this client, and for nobody this client does not know.
// Without this a token that some other application received would sign its bearer in here.
Finding id_token_audience_matches(const IdTokenContext& context, const Claims& claims) {
  return holds_if(names_only(claims, context.client.client_id), {"found.named", {"aud", context.client.client_id}},
                  shown_claim(claims, "aud"));
}

// OpenID Connect Core §3.1.3.7: where azp is there, it names this client.
Finding id_token_authorized_party_matches(const IdTokenContext& context, const Claims& claims) {
  if (!claims.has("azp")) return not_applicable({"found.named_absent", {"azp"}});
  return holds_if(claims.text("azp") == context.client.client_id, {"found.named", {"azp", context.client.client_id}},
                  shown_claim(claims, "azp"));
}

// OpenID Connect Core §3.2.2.11: the ID token was made for this very request.
// An absent nonce is a wrong one.
Finding nonce_matches(const IdTokenContext& context, const Claims& claims) {
  const std::string_view expected = context.transaction.nonce;
  const auto nonce = claims.text("nonce");
  return holds_if(nonce && equal_secrets(*nonce, expected),
                  expected.empty() ? Phrase{"found.nonce_but_none"} : shown_secret(expected, expected),
                  nonce ? shown_secret(nonce, expected) : shown_value(claims.shown("nonce")));
}

constexpr std::size_t longest = 255;

// OpenID Connect Core §2: sub names the user in at most 255 ASCII characters.
// A missing one would be looked up as some account all the same.
Finding id_token_subject_present(const IdTokenContext&, const Claims& claims) {
  const auto subject = claims.text("sub");
  const bool holds = subject && !subject->empty() && subject->size() <= longest &&
                     std::ranges::none_of(*subject, [](char byte) { return static_cast<unsigned char>(byte) > 127; });
  return holds_if(holds, {"found.sub_of_ascii"}, shown_claim(claims, "sub"));
}

// OpenID Connect Core §3.1.3.7: acr_values is only a wish to the server, so the client looks at what it got.
Finding id_token_acr_satisfied(const IdTokenContext& context, const Claims& claims) {
  const std::string_view wanted = context.transaction.acr_values;
  if (wanted.empty()) return not_applicable({"found.no_acr_sent"});
  if (has_word(wanted, "urn:okta:loa:2fa:any:ifpossible")) return not_applicable({"found.only_where_possible"});
  const auto acr = claims.text("acr");
  return holds_if(acr && has_word(wanted, *acr), {"found.claim", {"acr", std::string(wanted)}},
                  shown_claim(claims, "acr"));
}

// OpenID Connect Core §3.1.3.7: after max_age the client sees for itself that the user signed in recently enough.
Finding id_token_auth_time_recent(const IdTokenContext& context, const Claims& claims) {
  if (!context.transaction.max_age) return not_applicable({"found.no_max_age_sent"});
  const auto leeway = context.client.leeway;
  const auto earliest = context.now - leeway - std::chrono::seconds{*context.transaction.max_age};
  Phrase expected{
      "found.auth_time_from",
      {milliseconds_text(earliest), std::to_string(*context.transaction.max_age), milliseconds_text(leeway)}};
  const auto auth_time = claims.number("auth_time");
  if (!auth_time) return fails(std::move(expected), shown_number(claims, "auth_time"));
  const bool holds = *auth_time >= unix_seconds(earliest) && *auth_time <= unix_seconds(context.now + leeway);
  return holds_if(holds, std::move(expected), claim_moment("auth_time", *auth_time, context.now));
}

// OpenID Connect Core §3.2.2.9, §3.2.2.10: at_hash binds the access token to the ID token beside it.
// A client that checks it only where it is there accepts any access token with the hash left out.
Finding at_hash_matches(const IdTokenContext& context, const Claims& claims) {
  if (!has_word(context.transaction.response_type, "token")) return not_applicable({"found.brings_no_access_token"});
  const auto access_token = context.response.value("access_token");
  if (!access_token) return fails({"found.hash_of_access_token"}, {"found.no_access_token"});
  const auto expected = at_hash(*access_token);
  const auto hash = claims.text("at_hash");
  return holds_if(hash && equal_secrets(*hash, expected), {"found.text", {expected}},
                  hash ? shown_value(*hash) : shown_value(claims.shown("at_hash")));
}

}  // namespace

// The order of OpenID Connect Core §3.1.3.7, with two rows moved. Encryption first, so that an encrypted token is
// called that, not malformed. And alg, which Core has behind the signature, before the key and the signature: what may
// verify a token must be settled before it is used (RFC 8725 §3.1). Who issued it for whom comes before either, because
// it says whose keys count; no claim is used until all rows have passed. at_hash last: it judges the other token by
// this one.
std::span<const CheckRow<IdTokenContext>> id_token_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<IdTokenContext> rows[] = {
      {{"id_token_not_encrypted", client, 4, "OpenID Connect Core §3.1.3.7", discard}, id_token_not_encrypted},
      {{"id_token_well_formed", client, 4, "RFC 7519 §7.2", discard}, id_token_well_formed},
      // OpenID Connect Core §3.1.3.7: iss is exactly the issuer the request went to; a trailing slash makes another
      // issuer.
      {{"id_token_issuer_matches", client, 4, "OpenID Connect Core §3.1.3.7", discard}, in_id_token<names_issuer>},
      {{"id_token_audience_matches", client, 4, "OpenID Connect Core §3.1.3.7", discard},
       in_id_token<id_token_audience_matches>},
      {{"id_token_authorized_party_matches", client, 4, "OpenID Connect Core §3.1.3.7", discard},
       in_id_token<id_token_authorized_party_matches>},
      // RFC 8725 §3.1, OpenID Connect Core §3.1.3.7: the client says which algorithm counts, never the token.
      // A list of what is allowed, compared with case, because a list of what is forbidden misses `nOnE`.
      {{"id_token_algorithm_allowed", client, 4, "RFC 8725 §3.1", discard}, in_id_token<names_rs256>},
      // OpenID Connect Core §10.1: keys come from the issuer's published set only; jwk, jku and x5u in the header are
      // ignored.
      {{"id_token_key_known", client, 4, "OpenID Connect Core §10.1", discard}, in_id_token<names_a_known_key>},
      // OpenID Connect Core §3.2.2.11: this ID token came through the browser, where anyone can change it, so its
      // signature must be checked.
      {{"id_token_signature_valid", client, 4, "OpenID Connect Core §3.2.2.11", discard},
       in_id_token<has_valid_signature>},
      // OpenID Connect Core §3.1.3.7: the current time is before exp.
      // A token without exp would live for ever.
      {{"id_token_not_expired", client, 4, "OpenID Connect Core §3.1.3.7", discard}, in_id_token<has_not_expired>},
      // OpenID Connect Core §3.1.3.7: the client may refuse tokens issued too far from now.
      // This one takes a day, because it asked for the token minutes ago, and clocks are sometimes hours wrong.
      {{"id_token_issued_at_plausible", client, 4, "OpenID Connect Core §3.1.3.7", discard},
       in_id_token<was_issued_plausibly>},
      {{"nonce_matches", client, 4, "OpenID Connect Core §3.2.2.11", discard}, in_id_token<nonce_matches>},
      {{"id_token_subject_present", client, 4, "OpenID Connect Core §2", discard},
       in_id_token<id_token_subject_present>},
      {{"id_token_acr_satisfied", client, 4, "OpenID Connect Core §3.1.3.7", discard},
       in_id_token<id_token_acr_satisfied>},
      {{"id_token_auth_time_recent", client, 4, "OpenID Connect Core §3.1.3.7", discard},
       in_id_token<id_token_auth_time_recent>},
      {{"at_hash_matches", client, 4, "OpenID Connect Core §3.2.2.9", discard}, in_id_token<at_hash_matches>},
  };
  return rows;
}

}  // namespace flowsim::oauth
