// What the client finds in ID tokens (interaction 4).
#include <gtest/gtest.h>

#include <limits>

#include "oauth/checks/cases.hpp"
#include "oauth/checks/contexts.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using enum CheckStatus;
using Texts = std::vector<std::string>;

constexpr const char* this_client = "0oabv6kx4qq6h1U5l0h7";
constexpr std::int64_t far_future = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t far_past = std::numeric_limits<std::int64_t>::min();

std::int64_t seconds_from_now(Duration distance) { return unix_seconds(nine_o_clock + distance); }
std::int64_t minutes_from_now(int minutes) { return seconds_from_now(std::chrono::minutes{minutes}); }

IdToken unreadable() {
  return IdToken().but([](IdToken& token) { token.readable = false; });
}
IdToken of_bare_token() { return unreadable().asked_for("token"); }
IdToken as_text(std::string text) {
  return IdToken().but([&](IdToken& token) { token.response.set("id_token", std::move(text)); });
}
IdToken with_keys(std::vector<Jwk> keys) {
  return IdToken().but([&](IdToken& token) { token.keys = std::move(keys); });
}
IdToken with_header(std::string name, ClaimValue value) {
  return IdToken().forged([=](Jwt& token) { token.header.set(name, value); });
}
IdToken asked_for_acr(std::string values) {
  return IdToken().but([&](IdToken& token) { token.transaction.acr_values = std::move(values); });
}
IdToken asked_for_max_age(int seconds) {
  return IdToken().but([&](IdToken& token) { token.transaction.max_age = seconds; });
}
Jwk changed_key(std::string Jwk::*member, std::string value) {
  auto key = SigningKey::okta().public_key();
  key.*member = std::move(value);
  return key;
}

std::vector<Case> id_token_form_cases() {
  return {
      {"id_token_not_encrypted", "TakesThreeParts", passed, IdToken(), "3 parts"},
      {"id_token_not_encrypted", "RefusesFiveParts", failed, as_text("a.b.c.d.e"), "5 parts"},
      {"id_token_not_encrypted", "DoesNotMatterForBareToken", not_applicable, of_bare_token()},
      {"id_token_well_formed", "TakesASignedJwt", passed, IdToken()},
      {"id_token_well_formed", "SaysWhyItCannotBeRead", failed, unreadable(), "has 2 parts, not 3"},
      {"id_token_well_formed", "RefusesACriticalExtension", failed, with_header("crit", Texts{"exp"})},
      {"id_token_well_formed", "DoesNotMatterForBareToken", not_applicable, of_bare_token(),
       "response_type=token brings no ID token: nothing tells the client whose token this is (RFC 6749 §10.16)"},
      {"id_token_algorithm_allowed", "TakesRs256", passed, IdToken(), "alg RS256"},
      {"id_token_algorithm_allowed", "RefusesNone", failed, with_header("alg", "none"), "alg none"},
      {"id_token_algorithm_allowed", "RefusesNoneInAnyCase", failed, with_header("alg", "nOnE"), "alg nOnE"},
      {"id_token_algorithm_allowed", "RefusesHs256", failed, with_header("alg", "HS256"), "alg HS256"},
      {"id_token_algorithm_allowed", "RefusesEs256", failed, with_header("alg", "ES256"), "alg ES256"},
      {"id_token_algorithm_allowed", "RefusesLowerCase", failed, with_header("alg", "rs256")},
      {"id_token_algorithm_allowed", "RefusesAnAbsentOne", failed,
       IdToken().forged([](Jwt& token) { token.header.remove("alg"); }), "alg absent"},
      {"id_token_algorithm_allowed", "RefusesAList", failed, with_header("alg", Texts{"RS256"})},
      {"id_token_algorithm_allowed", "RefusesWhatCannotBeRead", failed, unreadable(), "none that can be read"},
  };
}

std::vector<Case> issuer_and_audience_cases() {
  return {
      {"id_token_issuer_matches", "TakesTheIssuer", passed, IdToken()},
      {"id_token_issuer_matches", "RefusesATrailingSlash", failed,
       IdToken().with("iss", "https://example.okta.com/oauth2/default/")},
      {"id_token_issuer_matches", "RefusesTheOrgServer", failed, IdToken().with("iss", "https://example.okta.com"),
       "iss https://example.okta.com"},
      {"id_token_issuer_matches", "RefusesAnAbsentOne", failed, IdToken().without("iss"), "iss absent"},
      {"id_token_issuer_matches", "RefusesNothingForNothing", failed,
       IdToken().with("iss", "").but([](auto& token) { token.transaction.issuer.clear(); })},
      {"id_token_audience_matches", "TakesTheClient", passed, IdToken()},
      {"id_token_audience_matches", "TakesAListOfOne", passed, IdToken().with("aud", Texts{this_client})},
      {"id_token_audience_matches", "RefusesAnotherClient", failed, IdToken().with("aud", "0oaOther"), "aud 0oaOther"},
      {"id_token_audience_matches", "RefusesAStrangerInTheList", failed,
       IdToken().with("aud", Texts{this_client, "0oaOther"})},
      {"id_token_audience_matches", "RefusesAnEmptyList", failed, IdToken().with("aud", Texts{})},
      {"id_token_audience_matches", "RefusesAnObject", failed, IdToken().with("aud", OtherJson{"{}"}), "aud {}"},
      {"id_token_audience_matches", "RefusesAnAbsentOne", failed, IdToken().without("aud"), "aud absent"},
      {"id_token_authorized_party_matches", "MayBeAbsent", not_applicable, IdToken()},
      {"id_token_authorized_party_matches", "TakesTheClient", passed, IdToken().with("azp", this_client)},
      {"id_token_authorized_party_matches", "RefusesAnother", failed, IdToken().with("azp", "0oaOther"),
       "azp 0oaOther"},
      {"id_token_authorized_party_matches", "RefusesNull", failed, IdToken().with("azp", nullptr), "azp null"},
  };
}

std::vector<Case> id_token_signature_cases() {
  return {
      {"id_token_key_known", "FindsItByKid", passed, IdToken()},
      {"id_token_key_known", "TakesTheOnlyKeyWithoutKid", passed,
       with_keys({SigningKey::okta().public_key()}).forged([](Jwt& token) { token.header.remove("kid"); })},
      {"id_token_key_known", "RefusesSeveralKeysWithoutKid", failed,
       IdToken().forged([](Jwt& token) { token.header.remove("kid"); }), "kid absent"},
      {"id_token_key_known", "RefusesAnUnknownKid", failed, with_header("kid", "../../dev/null"), "kid ../../dev/null"},
      {"id_token_key_known", "RefusesWithoutKeys", failed, with_keys({})},
      {"id_token_key_known", "RefusesAKeyForEncryption", failed, with_keys({changed_key(&Jwk::use, "enc")})},
      {"id_token_key_known", "RefusesAKeyForAnotherAlgorithm", failed, with_keys({changed_key(&Jwk::alg, "PS256")})},
      {"id_token_signature_valid", "TakesTheIssuersSignature", passed, IdToken()},
      {"id_token_signature_valid", "RefusesAFlippedBit", failed,
       IdToken().forged([](Jwt& token) { token.signature[7] = static_cast<char>(token.signature[7] ^ 1); }),
       "not valid"},
      {"id_token_signature_valid", "RefusesAnotherPayload", failed,
       IdToken().forged([](Jwt& token) { token.signing_input += "A"; })},
      {"id_token_signature_valid", "RefusesAStrippedSignature", failed,
       IdToken().forged([](Jwt& token) { token.signature.clear(); }), "no signature"},
      {"id_token_signature_valid", "RefusesTheNextKeysSignature", failed,
       IdToken().forged([](Jwt& token) { token.signature = SigningKey::okta_next().sign(token.signing_input); })},
      {"id_token_signature_valid", "DoesNotBelieveTheAlgInTheHeader", failed, IdToken().forged([](Jwt& token) {
         token.header.set("alg", "none");
         token.signature.clear();
       })},
      {"id_token_signature_valid", "RefusesWithoutKey", failed, with_keys({}), "no key to verify it with"},
  };
}

std::vector<Case> time_cases() {
  return {
      {"id_token_not_expired", "TakesAFreshOne", passed, IdToken(), "exp 2026-01-05T09:59:58Z, in 59 min"},
      {"id_token_not_expired", "SaysHowLongAgoItWas", failed, IdToken().with("exp", minutes_from_now(-12)),
       "exp 2026-01-05T08:48:00Z, 12 min ago"},
      {"id_token_not_expired", "AllowsForTheLeeway", passed,
       IdToken().with("exp", seconds_from_now(-std::chrono::seconds{299}))},
      {"id_token_not_expired", "EndsExactlyAtTheLeeway", failed, IdToken().with("exp", minutes_from_now(-5))},
      {"id_token_not_expired", "RefusesAnAbsentOne", failed, IdToken().without("exp"), "exp absent"},
      {"id_token_not_expired", "RefusesAText", failed, IdToken().with("exp", "1999999999"), "exp \"1999999999\""},
      {"id_token_not_expired", "CopesWithTheLargestNumber", passed, IdToken().with("exp", far_future)},
      {"id_token_not_expired", "CopesWithTheSmallestNumber", failed, IdToken().with("exp", far_past)},
      {"id_token_issued_at_plausible", "TakesAFreshOne", passed, IdToken(), "iat 2026-01-05T08:59:58Z, 2 s ago"},
      {"id_token_issued_at_plausible", "AllowsForTheLeeway", passed, IdToken().with("iat", minutes_from_now(5))},
      {"id_token_issued_at_plausible", "RefusesTheFuture", failed, IdToken().with("iat", minutes_from_now(6)),
       "iat 2026-01-05T09:06:00Z, in 6 min"},
      {"id_token_issued_at_plausible", "RefusesLastWeek", failed, IdToken().with("iat", minutes_from_now(-7 * 24 * 60)),
       "iat 2025-12-29T09:00:00Z, 7 d ago"},
      {"id_token_issued_at_plausible", "TakesYesterday", passed, IdToken().with("iat", minutes_from_now(-24 * 60))},
      {"id_token_issued_at_plausible", "RefusesOneBehindExp", failed, IdToken().with("exp", minutes_from_now(-1))},
      {"id_token_issued_at_plausible", "RefusesAnAbsentOne", failed, IdToken().without("iat"), "iat absent"},
      {"id_token_issued_at_plausible", "CopesWithTheLargestNumber", failed, IdToken().with("iat", far_future)},
      {"id_token_issued_at_plausible", "CopesWithTheSmallestNumber", failed, IdToken().with("iat", far_past)},
      {"id_token_auth_time_recent", "NeedsAMaxAge", not_applicable, IdToken()},
      {"id_token_auth_time_recent", "TakesARecentOne", passed, asked_for_max_age(600)},
      {"id_token_auth_time_recent", "AllowsForTheLeeway", passed, asked_for_max_age(300)},
      {"id_token_auth_time_recent", "RefusesAnOldOne", failed, asked_for_max_age(299),
       "auth_time 2026-01-05T08:50:00Z, 10 min ago"},
      {"id_token_auth_time_recent", "RefusesAnAbsentOne", failed, asked_for_max_age(600).without("auth_time"),
       "auth_time absent"},
      {"id_token_auth_time_recent", "RefusesTheFuture", failed, asked_for_max_age(600).with("auth_time", far_future)},
  };
}

std::vector<Case> binding_cases() {
  return {
      {"nonce_matches", "TakesItsOwn", passed, IdToken(), "9Qa…(43)"},
      {"nonce_matches", "RefusesAnother", failed, IdToken().with("nonce", "of-another-request-altogether")},
      {"nonce_matches", "RefusesAnAbsentOne", failed, IdToken().without("nonce"), "absent"},
      {"nonce_matches", "RefusesANumber", failed, IdToken().with("nonce", 5), "5"},
      {"nonce_matches", "RefusesNothingForNothing", failed,
       IdToken().with("nonce", "").but([](auto& token) { token.transaction.nonce.clear(); })},
      {"id_token_subject_present", "TakesAUser", passed, IdToken(), "sub 00uid4BxXw6I6TV4m0g3"},
      {"id_token_subject_present", "Takes255Characters", passed, IdToken().with("sub", std::string(255, 'a'))},
      {"id_token_subject_present", "Refuses256Characters", failed, IdToken().with("sub", std::string(256, 'a'))},
      {"id_token_subject_present", "RefusesOtherThanAscii", failed, IdToken().with("sub", "jo\xC3\xA9")},
      {"id_token_subject_present", "RefusesAnEmptyOne", failed, IdToken().with("sub", ""), "sub empty"},
      {"id_token_subject_present", "RefusesAnAbsentOne", failed, IdToken().without("sub"), "sub absent"},
      {"id_token_acr_satisfied", "NeedsAcrValues", not_applicable, IdToken()},
      {"id_token_acr_satisfied", "TakesOneOfThose", passed, asked_for_acr("phr phrh").with("acr", "phrh")},
      {"id_token_acr_satisfied", "RefusesALowerOne", failed, asked_for_acr("phr").with("acr", "urn:okta:loa:1fa:pwd"),
       "acr urn:okta:loa:1fa:pwd"},
      {"id_token_acr_satisfied", "RefusesAnAbsentOne", failed, asked_for_acr("phr"), "acr absent"},
      {"id_token_acr_satisfied", "IsContentWhereItAskedOnlyForThePossible", not_applicable,
       asked_for_acr("urn:okta:loa:2fa:any:ifpossible")},
      {"at_hash_matches", "TakesTheHashOfTheAccessToken", passed, IdToken(), "rXH7QWVTZnXYCou_6Vdpfg"},
      {"at_hash_matches", "RefusesAnotherAccessToken", failed,
       IdToken().but([](auto& token) { token.response.set("access_token", "stolen"); }), "rXH7QWVTZnXYCou_6Vdpfg"},
      {"at_hash_matches", "RefusesAnAbsentOne", failed, IdToken().without("at_hash"), "absent"},
      {"at_hash_matches", "RefusesPadding", failed, IdToken().with("at_hash", "rXH7QWVTZnXYCou_6Vdpfg==")},
      {"at_hash_matches", "RefusesTheWholeHash", failed,
       IdToken().with("at_hash", "rXH7QWVTZnXYCou_6VdpfkueF7NdVQBAarwhlwUzcQc")},
      {"at_hash_matches", "RefusesWithoutAccessToken", failed,
       IdToken().but([](auto& token) { token.response.remove("access_token"); }), "no access token"},
      {"at_hash_matches", "DoesNotMatterForBareIdToken", not_applicable, IdToken().asked_for("id_token"),
       "response_type=id_token brings no access token"},
  };
}

}  // namespace

const std::vector<Case>& id_token_cases() {
  static const auto cases = [] {
    std::vector<Case> all;
    for (auto* some :
         {id_token_form_cases, issuer_and_audience_cases, id_token_signature_cases, time_cases, binding_cases})
      for (auto& one : some()) all.push_back(std::move(one));
    return all;
  }();
  return cases;
}

}  // namespace flowsim::oauth::checks_test
