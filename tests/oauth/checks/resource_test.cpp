// What the app finds in requests for its resource and in access tokens (interaction 5).
#include "oauth/checks/cases.hpp"
#include "oauth/checks/contexts.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using enum CheckStatus;
using Texts = std::vector<std::string>;

ResourceRequest sent(Parameters request) {
  return ResourceRequest().but([&](ResourceRequest& it) { it.request = std::move(request); });
}
ResourceRequest with_header(std::string value) { return sent({{"authorization", std::move(value), Place::header}}); }
ResourceRequest with_token(std::string token, Place place) { return sent({{"access_token", std::move(token), place}}); }

AccessToken unreadable_access_token() {
  return AccessToken().but([](AccessToken& token) { token.readable = false; });
}
AccessToken with_jose_header(std::string name, ClaimValue value) {
  return AccessToken().forged([=](Jwt& token) { token.header.set(name, value); });
}
AccessToken at(AppSettings app) {
  return AccessToken().but([&](AccessToken& token) { token.app = std::move(app); });
}
AccessToken introspected(std::optional<bool> active) {
  return AccessToken().but([&](AccessToken& token) { token.active = active; });
}
AccessToken needing(std::string scope) {
  return AccessToken().but([&](AccessToken& token) { token.app.required_scope = std::move(scope); });
}
AppSettings allowing(std::vector<std::string> clients) {
  AppSettings app;
  app.allowed_clients = std::move(clients);
  return app;
}
AppSettings of_nobody() {
  AppSettings app;
  app.resource_owner.clear();
  return app;
}
AccessToken id_token_instead() {
  return AccessToken().but([](AccessToken& token) { token.claims = IdToken().claims; });
}
std::int64_t app_minutes_from_now(int minutes) { return unix_seconds(nine_o_clock + std::chrono::minutes{minutes}); }

std::vector<Case> request_cases() {
  return {
      {"resource_request_over_tls", "TakesHttps", passed, ResourceRequest()},
      {"resource_request_over_tls", "RefusesHttp", failed, ResourceRequest().but([](auto& r) { r.scheme = "http"; }),
       "http"},
      {"credentials_present", "TakesABearerToken", passed, ResourceRequest()},
      {"credentials_present", "RefusesNone", failed, sent({}), "no credentials"},
      {"credentials_present", "RefusesAnEmptyToken", failed, with_token("", Place::body), "no credentials"},
      {"credentials_present", "RefusesBasic", failed, with_header("Basic am9lOnB3"), "Authorization: Basic …"},
      {"credentials_present", "CountsAMalformedBearerHeader", passed, with_header("bearer")},
      {"bearer_header_well_formed", "TakesAToken", passed, ResourceRequest()},
      {"bearer_header_well_formed", "TakesPadding", passed, with_token("abc==", Place::header)},
      {"bearer_header_well_formed", "RefusesBearerAlone", failed, with_header("Bearer")},
      {"bearer_header_well_formed", "RefusesTwoTokens", failed, with_header("Bearer  x y")},
      {"bearer_header_well_formed", "RefusesOtherCharacters", failed, with_token("a\"b", Place::header), "a\"b"},
      {"bearer_header_well_formed", "RefusesPaddingInTheMiddle", failed, with_token("a=b", Place::usual)},
      {"bearer_header_well_formed", "RefusesPaddingAlone", failed, with_token("==", Place::header)},
      {"bearer_header_well_formed", "DoesNotMatterInTheBody", not_applicable, with_token("abc", Place::body)},
      {"one_token_carrier", "TakesOne", passed, ResourceRequest()},
      {"one_token_carrier", "RefusesHeaderAndBody", failed,
       sent({{"access_token", "a", Place::header}, {"access_token", "b", Place::body}}), "2 tokens"},
      {"one_token_carrier", "RefusesTheSameTokenTwice", failed,
       sent({{"access_token", "a", Place::body}, {"access_token", "a", Place::body}})},
      {"one_token_carrier", "NeedsAToken", not_applicable, sent({})},
      {"token_not_in_query", "TakesTheHeader", passed, ResourceRequest()},
      {"token_not_in_query", "TakesTheBody", passed, with_token("a", Place::body)},
      {"token_not_in_query", "RefusesTheQuery", failed, with_token("a", Place::query), "in the query"},
      {"token_not_in_query", "NeedsAToken", not_applicable, sent({})},
  };
}

std::vector<Case> access_token_signature_cases() {
  return {
      {"access_token_well_formed", "TakesASignedJwt", passed, AccessToken()},
      {"access_token_well_formed", "SaysWhyItCannotBeRead", failed, unreadable_access_token(), "has 2 parts, not 3"},
      {"access_token_well_formed", "RefusesACriticalExtension", failed, with_jose_header("crit", Texts{"exp"})},
      {"access_token_algorithm_allowed", "TakesRs256", passed, AccessToken()},
      {"access_token_algorithm_allowed", "RefusesNone", failed, with_jose_header("alg", "None"), "alg None"},
      {"access_token_algorithm_allowed", "RefusesHs256", failed, with_jose_header("alg", "HS256"), "alg HS256"},
      {"access_token_key_known", "FindsItByKid", passed, AccessToken()},
      {"access_token_key_known", "RefusesAnUnknownKid", failed, with_jose_header("kid", "org-key"), "kid org-key"},
      {"access_token_signature_valid", "TakesTheIssuersSignature", passed, AccessToken()},
      {"access_token_signature_valid", "RefusesAFlippedBit", failed,
       AccessToken().forged([](Jwt& token) { token.signature[0] = static_cast<char>(token.signature[0] ^ 1); }),
       "not valid"},
      {"access_token_signature_valid", "RefusesAStrippedSignature", failed,
       AccessToken().forged([](Jwt& token) { token.signature.clear(); }), "no signature"},
  };
}

std::vector<Case> claim_cases() {
  return {
      {"access_token_issuer_matches", "TakesTheIssuer", passed, AccessToken()},
      {"access_token_issuer_matches", "RefusesTheOrgServer", failed,
       AccessToken().with("iss", "https://example.okta.com"), "iss https://example.okta.com"},
      {"access_token_issuer_matches", "RefusesAnAbsentOne", failed, AccessToken().without("iss"), "iss absent"},
      {"access_token_audience_matches", "TakesThisApi", passed, AccessToken()},
      {"access_token_audience_matches", "TakesAListWithThisApi", passed,
       AccessToken().with("aud", Texts{"api://other", "api://default"})},
      {"access_token_audience_matches", "RefusesAnotherApi", failed, AccessToken().with("aud", "api://other"),
       "aud api://other"},
      {"access_token_audience_matches", "RefusesAnEmptyList", failed, AccessToken().with("aud", Texts{})},
      {"access_token_audience_matches", "RefusesAnObject", failed, AccessToken().with("aud", OtherJson{"{}"}),
       "aud {}"},
      {"access_token_audience_matches", "RefusesAnAbsentOne", failed, AccessToken().without("aud"), "aud absent"},
      {"access_token_not_expired", "TakesAFreshOne", passed, AccessToken()},
      {"access_token_not_expired", "AllowsForTheLeeway", passed, AccessToken().with("exp", app_minutes_from_now(-1))},
      {"access_token_not_expired", "EndsExactlyAtTheLeeway", failed,
       AccessToken().with("exp", app_minutes_from_now(-2)), "exp 2026-01-05T08:58:00Z, 2 min ago"},
      {"access_token_not_expired", "RefusesAnAbsentOne", failed, AccessToken().without("exp"), "exp absent"},
      {"access_token_not_expired", "RefusesAText", failed, AccessToken().with("exp", "1999999999")},
      {"access_token_issued_at_plausible", "TakesAFreshOne", passed, AccessToken()},
      {"access_token_issued_at_plausible", "TakesLastWeek", passed,
       AccessToken().with("iat", app_minutes_from_now(-10080))},
      {"access_token_issued_at_plausible", "RefusesTheFuture", failed,
       AccessToken().with("iat", app_minutes_from_now(3))},
      {"access_token_issued_at_plausible", "RefusesAnAbsentOne", failed, AccessToken().without("iat"), "iat absent"},
      {"access_token_is_no_id_token", "TakesAnAccessToken", passed, AccessToken(), "all there"},
      {"access_token_is_no_id_token", "RefusesAnIdToken", failed, id_token_instead(), "jti ID.unique"},
      {"access_token_is_no_id_token", "RefusesOneWithoutScopes", failed, AccessToken().without("scp"), "scp absent"},
      {"access_token_is_no_id_token", "RefusesScopesInOneText", failed, AccessToken().with("scp", "orders:read")},
      {"access_token_is_no_id_token", "RefusesOneWithoutClient", failed, AccessToken().without("cid"), "cid absent"},
  };
}

std::vector<Case> permission_cases() {
  return {
      {"access_token_client_allowed", "TakesEveryClientByDefault", not_applicable, AccessToken()},
      {"access_token_client_allowed", "TakesAListedClient", passed, at(allowing({"0oaA", "0oabv6kx4qq6h1U5l0h7"}))},
      {"access_token_client_allowed", "RefusesAnotherClient", failed, at(allowing({"0oaA"})),
       "cid 0oabv6kx4qq6h1U5l0h7"},
      {"access_token_not_revoked", "CannotKnowWithoutIntrospection", not_applicable, introspected({}),
       "the app does not introspect: a revoked token works until exp"},
      {"access_token_not_revoked", "TakesAnActiveOne", passed, introspected(true)},
      {"access_token_not_revoked", "RefusesARevokedOne", failed, introspected(false), "not active"},
      {"scope_sufficient", "TakesTheScope", passed, AccessToken(), "scp openid profile orders:read"},
      {"scope_sufficient", "TakesSeveralInAnyOrder", passed, needing("orders:read openid")},
      {"scope_sufficient", "RefusesAnother", failed, needing("orders:write")},
      {"scope_sufficient", "NeedsAllOfThem", failed, needing("orders:read orders:write")},
      {"scope_sufficient", "DoesNotTakePartsOfWords", failed, AccessToken().with("scp", Texts{"orders:readall"})},
      {"scope_sufficient", "RefusesScopesInOneText", failed, AccessToken().with("scp", "orders:read"),
       "scp orders:read"},
      {"scope_sufficient", "DoesNotMatterWhereNoneIsNeeded", not_applicable, needing("")},
      {"resource_belongs_to_user", "TakesTheOwner", passed, AccessToken()},
      {"resource_belongs_to_user", "RefusesAnotherUser", failed, AccessToken().with("uid", "00uEve"), "uid 00uEve"},
      {"resource_belongs_to_user", "RefusesATokenWithoutUser", failed,
       AccessToken().without("uid").with("sub", "00uid4BxXw6I6TV4m0g3"), "uid absent"},
      {"resource_belongs_to_user", "DoesNotMatterWhereItIsNobodysOwn", not_applicable, at(of_nobody())},
  };
}

}  // namespace

const std::vector<Case>& resource_cases() {
  static const auto cases = [] {
    std::vector<Case> all;
    for (auto* some : {request_cases, access_token_signature_cases, claim_cases, permission_cases})
      for (auto& one : some()) all.push_back(std::move(one));
    return all;
  }();
  return cases;
}

}  // namespace flowsim::oauth::checks_test
