// How misbehaviours apply the checks: each a function over what the check looks at.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"
#include "oauth/jwt.hpp"
#include "oauth/misbehaviour.hpp"

namespace flowsim::oauth {
namespace {

void overlook_if(bool overlooked, Finding& finding) {
  if (overlooked && finding.status == CheckStatus::failed) finding.status = CheckStatus::switched_off;
}

void begins_with_a_registered_one(const AuthorizationRequestContext& context, Finding& finding) {
  const auto uri = context.request.value("redirect_uri");
  overlook_if(uri && std::ranges::any_of(context.okta.redirect_uris,
                                         [&](const std::string& registered) { return uri->starts_with(registered); }),
              finding);
}

void demands_no_nonce(const AuthorizationRequestContext&, Finding& finding) { overlook_if(true, finding); }

void needs_no_state(const ResponseContext& context, Finding& finding) {
  overlook_if(context.transaction != nullptr && !context.response.has("state"), finding);
}

void wants_the_very_word(const ResponseContext& context, Finding& finding) {
  const auto type = context.response.value("token_type");
  if (finding.status == CheckStatus::passed && type != "Bearer")
    finding = fails({"found.bearer_spelled_so"}, shown_value(type));
}

/// The token's header names no algorithm and it has no signature, or a public key was the secret of its HMAC.
bool is_as_the_header_says(const IdTokenContext& context) {
  if (context.id_token == nullptr) return false;
  const auto& token = *context.id_token;
  const auto algorithm = token.header.text("alg").value_or("");
  if (algorithm == "none") return token.signature.empty();
  return algorithm == "HS256" && std::ranges::any_of(context.keys, [&](const Jwk& key) {
           const auto secret = public_key_pem(key);
           return secret && equal_secrets(hmac_sha256(*secret, token.signing_input), token.signature);
         });
}

void believes_the_header(const IdTokenContext& context, Finding& finding) {
  overlook_if(is_as_the_header_says(context), finding);
}

template <const std::string_view& claim>
void needs_no(const IdTokenContext& context, Finding& finding) {
  overlook_if(context.id_token != nullptr && !context.id_token->claims.has(claim), finding);
}

constexpr std::string_view exp_claim = "exp", iat_claim = "iat", nonce_claim = "nonce", at_hash_claim = "at_hash";

void never_compares(const IdTokenContext& context, Finding& finding) {
  overlook_if(context.id_token != nullptr, finding);
}

void wants_a_hash_of_nothing(const IdTokenContext& context, Finding& finding) {
  if (finding.status == CheckStatus::not_applicable && context.id_token != nullptr &&
      !context.id_token->claims.has(at_hash_claim))
    finding = fails({"found.hash_of_an_access_token"}, {"found.at_hash_not_asked_for"});
}

void finds_the_text(const AccessTokenContext& context, Finding& finding) {
  const auto* granted = context.token != nullptr ? context.token->claims.texts("scp") : nullptr;
  if (granted == nullptr) return;
  const auto text = join(*granted, " ");
  overlook_if(std::ranges::all_of(split_words(context.app.required_scope),
                                  [&](std::string_view needed) { return text.find(needed) != std::string::npos; }),
              finding);
}

void needs_no_expiry(const AccessTokenContext& context, Finding& finding) {
  overlook_if(context.token != nullptr && !context.token->claims.has(exp_claim), finding);
}

constexpr Deviation<AuthorizationRequestContext> request_deviations[] = {
    {"redirect_uri_prefix_matching", "redirect_uri_exact", begins_with_a_registered_one},
    {"nonce_not_required", "nonce_present", demands_no_nonce},
};
constexpr Deviation<ResponseContext> response_deviations[] = {
    {"state_only_if_present", "state_matches", needs_no_state},
    {"token_type_case_sensitive", "token_type_bearer", wants_the_very_word},
};
constexpr Deviation<IdTokenContext> id_token_deviations[] = {
    {"algorithm_taken_from_header", "id_token_algorithm_allowed", believes_the_header},
    {"algorithm_taken_from_header", "id_token_key_known", believes_the_header},
    {"algorithm_taken_from_header", "id_token_signature_valid", believes_the_header},
    {"expiry_only_if_present", "id_token_not_expired", needs_no<exp_claim>},
    {"issued_at_only_if_present", "id_token_issued_at_plausible", needs_no<iat_claim>},
    {"nonce_only_if_present", "nonce_matches", needs_no<nonce_claim>},
    {"nonce_never_compared", "nonce_matches", never_compares},
    {"at_hash_only_if_present", "at_hash_matches", needs_no<at_hash_claim>},
    {"at_hash_always_demanded", "at_hash_matches", wants_a_hash_of_nothing},
};
constexpr Deviation<AccessTokenContext> access_token_deviations[] = {
    {"scope_substring_match", "scope_sufficient", finds_the_text},
    {"expiry_not_checked_if_missing", "access_token_not_expired", needs_no_expiry},
};

}  // namespace

template <>
std::span<const Deviation<AuthorizationRequestContext>> deviations() {
  return request_deviations;
}
template <>
std::span<const Deviation<ResponseContext>> deviations() {
  return response_deviations;
}
template <>
std::span<const Deviation<IdTokenContext>> deviations() {
  return id_token_deviations;
}
template <>
std::span<const Deviation<AccessTokenContext>> deviations() {
  return access_token_deviations;
}

}  // namespace flowsim::oauth
