// What okta finds in authorization requests (interaction 1).
#include "oauth/checks/cases.hpp"
#include "oauth/checks/contexts.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using enum CheckStatus;

Request with_registered(std::vector<std::string> uris) {
  return Request().but([&](Request& request) { request.okta.redirect_uris = std::move(uris); });
}

Request without_uri(std::string scope, Profile profile = Profile::rfc6749) {
  return Request().without("redirect_uri").with("scope", std::move(scope)).in(profile);
}

Request in_mode(std::string mode) { return Request().with("response_mode", std::move(mode)); }

Request redirecting_to(std::string uri) { return Request().with("redirect_uri", std::move(uri)); }

std::vector<Case> trust_cases() {
  return {
      {"transport_is_tls", "TakesHttps", passed, Request()},
      {"transport_is_tls", "TakesTheSchemeInAnyCase", passed, Request().but([](auto& r) { r.scheme = "HTTPS"; })},
      {"transport_is_tls", "RefusesHttp", failed, Request().but([](auto& r) { r.scheme = "http"; }), "http"},
      {"method_allowed", "TakesGet", passed, Request()},
      {"method_allowed", "TakesPost", passed, Request().but([](auto& r) { r.method = "POST"; })},
      {"method_allowed", "RefusesPut", failed, Request().but([](auto& r) { r.method = "PUT"; }), "PUT"},
      {"client_id_not_repeated", "TakesOne", passed, Request()},
      {"client_id_not_repeated", "RefusesTwo", failed, Request().twice("client_id"), "client_id 2 times"},
      {"client_id_not_repeated", "HasNothingToCountWhereItIsAbsent", not_applicable, Request().without("client_id")},
      {"redirect_uri_not_repeated", "TakesOne", passed, Request()},
      {"redirect_uri_not_repeated", "RefusesTwo", failed, Request().twice("redirect_uri"), "redirect_uri 2 times"},
      {"client_known", "TakesTheRegisteredOne", passed, Request()},
      {"client_known", "RefusesAnInventedOne", failed, Request().with("client_id", "0oaInvented"), "0oaInvented"},
      {"client_known", "RefusesAnAbsentOne", failed, Request().without("client_id"), "absent"},
      {"client_known", "RefusesAnEmptyOne", failed, Request().with("client_id", ""), "absent"},
      {"client_active", "TakesAnActiveClient", passed, Request()},
      {"client_active", "RefusesADeactivatedClient", failed,
       Request().but([](auto& r) { r.okta.client_active = false; }), "deactivated"},
      {"response_mode_known", "HasADefault", not_applicable, Request()},
      {"response_mode_known", "TakesTheQuery", passed, in_mode("query")},
      {"response_mode_known", "TakesTheFragment", passed, in_mode("fragment")},
      {"response_mode_known", "TakesFormPost", passed, in_mode("form_post")},
      {"response_mode_known", "TakesOktaPostMessage", passed, in_mode("okta_post_message")},
      {"response_mode_known", "RefusesTelepathy", failed, in_mode("telepathy"), "telepathy"},
      {"response_mode_known", "RefusesAnotherCase", failed, in_mode("Fragment"), "Fragment"},
  };
}

std::vector<Case> redirect_uri_cases() {
  return {
      {"redirect_uri_exact", "TakesTheRegisteredOne", passed, Request()},
      {"redirect_uri_exact", "TakesTheSecondRegisteredOne", passed,
       with_registered({"https://a.example/cb", "https://spa.example.com/callback"})},
      {"redirect_uri_exact", "TakesARegisteredQuery", passed,
       with_registered({"https://a.example/cb?x=1"}).with("redirect_uri", "https://a.example/cb?x=1")},
      {"redirect_uri_exact", "RefusesATrailingSlash", failed, redirecting_to("https://spa.example.com/callback/")},
      {"redirect_uri_exact", "RefusesAnotherHost", failed, redirecting_to("https://evil.example/callback")},
      {"redirect_uri_exact", "RefusesALongerPath", failed, redirecting_to("https://spa.example.com/callback/../open")},
      {"redirect_uri_exact", "RefusesAnAddedQuery", failed, redirecting_to("https://spa.example.com/callback?a=b")},
      {"redirect_uri_exact", "RefusesAnotherScheme", failed, redirecting_to("http://spa.example.com/callback")},
      {"redirect_uri_exact", "RefusesAnotherCase", failed, redirecting_to("https://SPA.example.com/callback")},
      {"redirect_uri_exact", "RefusesADefaultPort", failed, redirecting_to("https://spa.example.com:443/callback")},
      {"redirect_uri_exact", "RefusesAUserName", failed, redirecting_to("https://spa.example.com@evil.example/cb")},
      {"redirect_uri_exact", "RefusesAnEscapedTwin", failed, redirecting_to("https://spa.example.com/%63allback")},
      {"redirect_uri_exact", "DoesNotKnowWildcards", failed,
       with_registered({"https://*.example.com/callback"}).with("redirect_uri", "https://spa.example.com/callback")},
      {"redirect_uri_exact", "RefusesARegisteredFragment", failed,
       with_registered({"https://a.example/cb#x"}).with("redirect_uri", "https://a.example/cb#x"),
       "https://a.example/cb#x has a fragment (RFC 6749 §3.1.2)", "a registered absolute URL without fragment"},
      {"redirect_uri_exact", "RefusesARegisteredEmptyFragment", failed,
       with_registered({"https://a.example/cb#"}).with("redirect_uri", "https://a.example/cb#"),
       "https://a.example/cb# has a fragment (RFC 6749 §3.1.2)"},
      {"redirect_uri_exact", "RefusesARegisteredRelativeUri", failed,
       with_registered({"/callback"}).with("redirect_uri", "/callback"),
       "/callback is no absolute URL with a host (RFC 6749 §3.1.2)"},
      {"redirect_uri_exact", "RefusesAllWhereNoneIsRegistered", failed, with_registered({}),
       "https://spa.example.com/callback", "a registered one, but no redirect URI is registered"},
      {"redirect_uri_exact", "RefusesAnAbsentOneWhereNoneIsRegistered", failed,
       without_uri("orders:read").but([](auto& r) { r.okta.redirect_uris.clear(); }), "absent",
       "a registered one, but no redirect URI is registered"},
      {"redirect_uri_exact", "RefusesAnAbsentOne", failed, Request().without("redirect_uri"), "absent"},
      {"redirect_uri_exact", "RefusesAnAbsentOneInOktaWithoutOpenid", failed, without_uri("orders:read", Profile::okta),
       "absent"},
      {"redirect_uri_exact", "MayBeAbsentInRfc6749WhereOneIsRegistered", passed, without_uri("orders:read")},
      {"redirect_uri_exact", "RefusesAnAbsentOneForOpenid", failed, without_uri("openid")},
      {"redirect_uri_exact", "RefusesAnAbsentOneWhereTwoAreRegistered", failed,
       without_uri("orders:read").but([](auto& r) { r.okta.redirect_uris.push_back("https://b.example/cb"); })},
      {"redirect_uri_exact", "RefusesAnAbsentOneWhereTheOnlyOneHasAFragment", failed,
       without_uri("orders:read").but([](auto& r) { r.okta.redirect_uris = {"https://b.example/cb#x"}; }),
       "absent, and the only registered one has a fragment (RFC 6749 §3.1.2)"},
  };
}

std::vector<Case> response_type_cases() {
  return {
      {"parameters_not_repeated", "TakesEachOnce", passed, Request()},
      {"parameters_not_repeated", "RefusesTwoScopes", failed, Request().twice("scope"), "scope 2 times"},
      {"parameters_not_repeated", "RefusesAnUnknownOneTwice", failed, Request().with("extra", "1").twice("extra")},
      {"parameters_not_repeated", "TakesAnUnknownOneOnce", passed, Request().with("extra", "foobar")},
      {"response_type_present", "IsThere", passed, Request()},
      {"response_type_present", "RefusesAnAbsentOne", failed, Request().without("response_type"), "absent"},
      {"response_type_present", "RefusesAnEmptyOne", failed, Request().with("response_type", ""), "absent"},
      {"response_type_enabled", "TakesBothWords", passed, Request()},
      {"response_type_enabled", "DoesNotCareForTheOrder", passed, Request().with("response_type", "token id_token")},
      {"response_type_enabled", "RefusesCode", failed, Request().with("response_type", "code"), "code"},
      {"response_type_enabled", "RefusesAHybrid", failed, Request().with("response_type", "code token")},
      {"response_type_enabled", "RefusesATokenThatIsSwitchedOff", failed,
       Request().but([](auto& r) { r.okta.response_types = {"id_token"}; }), "id_token token"},
      {"response_type_enabled", "RefusesAllWhereNoneIsEnabled", failed,
       Request().but([](auto& r) { r.okta.response_types.clear(); }), "id_token token",
       "an enabled one, but none is enabled"},
      {"response_type_enabled", "RefusesARepeatedWord", failed, Request().with("response_type", "token token")},
      {"response_type_enabled", "RefusesTwoSpaces", failed, Request().with("response_type", "id_token  token")},
      {"response_type_enabled", "RefusesAnotherCase", failed, Request().with("response_type", "Token")},
      {"response_type_enabled", "RefusesAnAbsentOne", failed, Request().without("response_type"), "absent"},
      {"implicit_grant_allowed", "TakesAClientWithIt", passed, Request()},
      {"implicit_grant_allowed", "RefusesAClientWithoutIt", failed,
       Request().but([](auto& r) { r.okta.grant_types = {"authorization_code"}; }), "authorization_code"},
      {"implicit_grant_allowed", "RefusesAClientWithoutAnyGrant", failed,
       Request().but([](auto& r) { r.okta.grant_types.clear(); }), "no grant type"},
  };
}

std::vector<Case> response_mode_cases() {
  return {
      {"response_mode_allowed", "HasADefault", not_applicable, Request()},
      {"response_mode_allowed", "TakesTheFragment", passed, in_mode("fragment"), "fragment", "fragment"},
      {"response_mode_allowed", "RefusesTokensInTheQuery", failed, in_mode("query"),
       "query: this okta is set up to answer in the fragment", "fragment"},
      {"response_mode_allowed", "RefusesAnIdTokenInTheQuery", failed,
       in_mode("query").with("response_type", "id_token")},
      {"response_mode_allowed", "RefusesBareTokenInTheQuery", failed, in_mode("query").with("response_type", "token")},
      {"response_mode_allowed", "TakesACodeInTheQuery", passed, in_mode("query").with("response_type", "code"), "query",
       "fragment or query"},
      {"response_mode_allowed", "RefusesFormPost", failed, in_mode("form_post"),
       "form_post: this okta is set up to answer in the fragment"},
      {"response_mode_allowed", "RefusesFormPostForACodeToo", failed,
       in_mode("form_post").with("response_type", "code")},
      {"response_mode_allowed", "RefusesOktaPostMessage", failed, in_mode("okta_post_message"),
       "okta_post_message: this okta is set up to answer in the fragment"},
      {"response_mode_allowed", "RefusesTelepathyToo", failed, in_mode("telepathy")},
  };
}

std::vector<Case> state_and_nonce_cases() {
  return {
      {"state_present", "TakesLettersDigitsAndFourMarks", passed, Request().with("state", "aZ09,._-")},
      {"state_present", "RefusesAnAbsentOne", failed, Request().without("state"), "absent"},
      {"state_present", "RefusesMarkup", failed, Request().with("state", "\"><script>"), "\"><script>"},
      {"state_present", "RefusesASpace", failed, Request().with("state", "a b")},
      {"state_present", "RefusesAnAbsentOneWhenHardened", failed, Request().without("state").in(Profile::hardened)},
      {"state_present", "MayBeAbsentInRfc6749", not_applicable, Request().without("state").in(Profile::rfc6749)},
      {"state_present", "TakesAllPrintableAsciiInRfc6749", passed,
       Request().with("state", "a b\"><~").in(Profile::rfc6749)},
      {"state_present", "RefusesOtherBytesInRfc6749", failed, Request().with("state", "\xC3\xA9").in(Profile::rfc6749)},
      {"nonce_present", "IsThere", passed, Request()},
      {"nonce_present", "RefusesAnAbsentOne", failed, Request().without("nonce"), "absent"},
      {"nonce_present", "IsDemandedByOktaForBareToken", failed,
       Request().with("response_type", "token").without("nonce")},
      {"nonce_present", "IsDemandedForBareTokenWhenHardened", failed,
       Request().with("response_type", "token").without("nonce").in(Profile::hardened)},
      {"nonce_present", "MayBeAbsentForBareTokenInRfc6749", not_applicable,
       Request().with("response_type", "token").without("nonce").in(Profile::rfc6749)},
      {"nonce_present", "IsDemandedForAnIdTokenInRfc6749", failed, Request().without("nonce").in(Profile::rfc6749)},
      {"openid_requested", "TakesIt", passed, Request()},
      {"openid_requested", "RefusesAnIdTokenWithoutIt", failed, Request().with("scope", "profile"), "profile"},
      {"openid_requested", "RefusesAWordThatOnlyStartsSo", failed, Request().with("scope", "openidx")},
      {"openid_requested", "DoesNotMatterWithoutIdToken", not_applicable,
       Request().with("response_type", "token").with("scope", "profile")},
  };
}

std::vector<Case> scope_and_option_cases() {
  return {
      {"scope_allowed", "TakesKnownScopes", passed, Request()},
      {"scope_allowed", "NamesTheUnknownOne", failed, Request().with("scope", "openid flights"), "unknown: flights"},
      {"scope_allowed", "DistinguishesCase", failed, Request().with("scope", "OpenID")},
      {"scope_allowed", "RefusesTwoSpaces", failed, Request().with("scope", "openid  profile")},
      {"scope_allowed", "RefusesAQuote", failed,
       Request().with("scope", "a\"b").but([](auto& r) { r.okta.scopes.push_back({"a\"b"}); })},
      {"scope_allowed", "RefusesAnAbsentOneInOkta", failed, Request().without("scope"), "absent"},
      {"scope_allowed", "HasADefaultInRfc6749", not_applicable, Request().without("scope").in(Profile::rfc6749)},
      {"prompt_valid", "MayBeAbsent", not_applicable, Request()},
      {"prompt_valid", "TakesNone", passed, Request().with("prompt", "none")},
      {"prompt_valid", "TakesLoginAndConsent", passed, Request().with("prompt", "login consent")},
      {"prompt_valid", "RefusesNoneWithLogin", failed, Request().with("prompt", "none login"), "none login"},
      {"prompt_valid", "RefusesAnUnknownWord", failed, Request().with("prompt", "create")},
      {"prompt_valid", "RefusesAccountSelectionInOkta", failed, Request().with("prompt", "select_account")},
      {"prompt_valid", "TakesAccountSelectionInRfc6749", passed,
       Request().with("prompt", "select_account").in(Profile::rfc6749)},
      {"max_age_valid", "MayBeAbsent", not_applicable, Request()},
      {"max_age_valid", "TakesZero", passed, Request().with("max_age", "0")},
      {"max_age_valid", "TakesTheLargest", passed, Request().with("max_age", "4294967295")},
      {"max_age_valid", "RefusesALargerOne", failed, Request().with("max_age", "4294967296")},
      {"max_age_valid", "RefusesANegativeOne", failed, Request().with("max_age", "-1"), "-1"},
      {"max_age_valid", "RefusesASign", failed, Request().with("max_age", "+1")},
      {"max_age_valid", "RefusesAUnit", failed, Request().with("max_age", "60s")},
      {"claims_valid", "MayBeAbsent", not_applicable, Request()},
      {"claims_valid", "TakesAnObject", passed, Request().with("claims", R"({"id_token":{"acr":null}})")},
      {"claims_valid", "RefusesAnArray", failed, Request().with("claims", "[]"), "[]"},
      {"claims_valid", "RefusesRepeatedNames", failed, Request().with("claims", R"({"a":null,"a":null})")},
      {"request_object_absent", "IsAbsent", passed, Request()},
      {"request_object_absent", "RefusesAnUnsignedOne", failed, Request().with("request", "eyJhbGciOiJub25lIn0.e30.")},
      {"request_uri_absent", "IsAbsent", passed, Request()},
      {"request_uri_absent", "RefusesAnInternalAddress", failed, Request().with("request_uri", "http://169.254.1.1/"),
       "http://169.254.1.1/"},
  };
}

}  // namespace

const std::vector<Case>& authorization_request_cases() {
  static const auto cases = [] {
    std::vector<Case> all;
    for (auto* some : {trust_cases, redirect_uri_cases, response_type_cases, response_mode_cases, state_and_nonce_cases,
                       scope_and_option_cases})
      for (auto& one : some()) all.push_back(std::move(one));
    return all;
  }();
  return cases;
}

}  // namespace flowsim::oauth::checks_test
