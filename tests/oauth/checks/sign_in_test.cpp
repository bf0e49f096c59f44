// What okta and the user find at the prompts and in the forms (interactions 2 and 3).
#include <gtest/gtest.h>

#include "oauth/checks/cases.hpp"
#include "oauth/checks/contexts.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using enum CheckStatus;

Prompt silent() { return Prompt().with("prompt", "none"); }
Prompt signed_out() {
  return silent().but([](Prompt& prompt) { prompt.signed_in_for.reset(); });
}
std::string hint_at(std::string subject) {
  return sign_jwt({{"sub", std::move(subject)}}, SigningKey::okta(&signatures()));
}

/// The user looks at an address bar.
struct AddressBar {
  std::string address;
  std::string expected = "https://example.okta.com";
  Finding operator()(std::string_view check) const {
    return apply_row(sign_in_page_checks(), check, SignInPageContext{address, expected});
  }
};

/// The client looks at okta's metadata.
struct Metadata {
  std::string issuer;
  Finding operator()(std::string_view check) const {
    return apply_row(metadata_checks(), check, MetadataContext{issuer, "https://example.okta.com/oauth2/default"});
  }
};

std::vector<Case> prompt_cases() {
  return {
      {"signed_in_for_prompt_none", "DoesNotMatterWhereOktaMayPrompt", not_applicable, Prompt()},
      {"signed_in_for_prompt_none", "TakesASession", passed, silent(), "signed in 10 min ago"},
      {"signed_in_for_prompt_none", "RefusesWithoutSession", failed, signed_out(), "not signed in"},
      {"signed_in_for_prompt_none", "TakesAYoungSession", passed, silent().with("max_age", "600")},
      {"signed_in_for_prompt_none", "RefusesAnOldSession", failed, silent().with("max_age", "599"),
       "signed in 10 min ago"},
      {"session_user_matches_hint", "DoesNotMatterWhereOktaMayPrompt", not_applicable,
       Prompt().with("login_hint", "eve@example.com")},
      {"session_user_matches_hint", "NeedsAHint", not_applicable, silent()},
      {"session_user_matches_hint", "NeedsASession", not_applicable,
       signed_out().with("login_hint", "eve@example.com")},
      {"session_user_matches_hint", "TakesTheUsersLogin", passed, silent().with("login_hint", "joe.smith@example.com")},
      {"session_user_matches_hint", "RefusesAnotherLogin", failed, silent().with("login_hint", "eve@example.com"),
       "eve@example.com"},
      {"session_user_matches_hint", "TakesTheUsersIdToken", passed,
       silent().with("id_token_hint", hint_at("00uid4BxXw6I6TV4m0g3"))},
      {"session_user_matches_hint", "RefusesAnotherUsersIdToken", failed,
       silent().with("login_hint", "joe.smith@example.com").with("id_token_hint", hint_at("00uEve")), "sub 00uEve"},
      {"session_user_matches_hint", "RefusesAHintItCannotRead", failed, silent().with("id_token_hint", "x.y"),
       "no sub can be read"},
      {"acr_reachable", "NeedsAcrValues", not_applicable, Prompt()},
      {"acr_reachable", "TakesAReachableOne", passed, Prompt().with("acr_values", "phr urn:okta:loa:1fa:pwd")},
      {"acr_reachable", "TakesTwoFactorsWherePossible", passed,
       Prompt().with("acr_values", "urn:okta:loa:2fa:any:ifpossible")},
      {"acr_reachable", "RefusesAKnownOneItCannotReach", failed, Prompt().with("acr_values", "phr"), "phr"},
      {"acr_reachable", "RefusesAllWhereNoneIsReachable", failed,
       Prompt().with("acr_values", "phr").but([](auto& p) { p.okta.acr_supported.clear(); }), "phr",
       "a reachable one, but none is reachable"},
      {"acr_reachable", "IgnoresUnknownOnes", not_applicable, Prompt().with("acr_values", "urn:mace:gold")},
      {"acr_reachable", "IsOnlyAWishInRfc6749", not_applicable,
       Prompt().with("acr_values", "phr").but([](auto& p) { p.okta.profile = Profile::rfc6749; })},
      {"consent_given_for_prompt_none", "DoesNotMatterWhereOktaMayPrompt", not_applicable,
       Prompt().but([](auto& p) { p.consent_needed = true; })},
      {"consent_given_for_prompt_none", "TakesAnEarlierConsent", passed, silent()},
      {"consent_given_for_prompt_none", "RefusesWhereConsentIsNeeded", failed,
       silent().but([](auto& p) { p.consent_needed = true; }), "consent is needed"},
  };
}

std::vector<Case> page_cases() {
  return {
      {"sign_in_page_is_okta", "TakesOktasOrigin", passed, AddressBar{"https://example.okta.com/signin?x=1"}},
      {"sign_in_page_is_okta", "TakesAnIssuerAsTheExpectedAddress", passed,
       AddressBar{"https://example.okta.com/signin", "https://example.okta.com/oauth2/default"}},
      {"sign_in_page_is_okta", "RefusesALookAlike", failed, AddressBar{"https://examp1e.okta.com/signin"},
       "https://examp1e.okta.com"},
      {"sign_in_page_is_okta", "RefusesASubdomainOfAStranger", failed,
       AddressBar{"https://example.okta.com.evil.example/"}},
      {"sign_in_page_is_okta", "RefusesAUserName", failed, AddressBar{"https://example.okta.com@evil.example/"}},
      {"sign_in_page_is_okta", "RefusesHttp", failed,
       AddressBar{"http://example.okta.com/", "http://example.okta.com"}},
      {"sign_in_page_is_okta", "RefusesNoAddress", failed, AddressBar{"about:blank", "nothing"}, "no address"},
      {"metadata_issuer_matches", "TakesTheConfiguredIssuer", passed,
       Metadata{"https://example.okta.com/oauth2/default"}},
      {"metadata_issuer_matches", "RefusesATrailingSlash", failed,
       Metadata{"https://example.okta.com/oauth2/default/"}},
      {"metadata_issuer_matches", "RefusesTheOrgServer", failed, Metadata{"https://example.okta.com"},
       "https://example.okta.com"},
      {"metadata_issuer_matches", "RefusesAnAbsentOne", failed, Metadata{""}, "absent"},
  };
}

std::vector<Case> sign_in_form_cases() {
  return {
      {"transaction_known", "TakesAPendingRequest", passed, Form()},
      {"transaction_known", "RefusesAnUnknownOne", failed, Form().but([](auto& f) { f.transaction_known = false; })},
      {"csrf_token_matches", "TakesTheFormsToken", passed, Form()},
      {"csrf_token_matches", "RefusesAnother", failed, Form().with("csrf_token", "csrf-token-of-that-form")},
      {"csrf_token_matches", "RefusesAnAbsentOne", failed, Form().with("csrf_token", ""), "absent"},
      {"csrf_token_matches", "RefusesNothingForNothing", failed,
       Form().with("csrf_token", "").but([](auto& f) { f.csrf_token.clear(); })},
      {"attempts_below_limit", "TakesNineFailures", passed, Form().but([](auto& f) { f.failed_attempts = 9; })},
      {"attempts_below_limit", "RefusesTenFailures", failed, Form().but([](auto& f) { f.failed_attempts = 10; }), "10"},
      {"credentials_correct", "TakesTheRightPassword", passed, Form()},
      {"credentials_correct", "RefusesAnotherPassword", failed, Form().with("password", "hunter2"),
       "joe.smith@example.com with another password"},
      {"credentials_correct", "RefusesAnotherUser", failed, Form().with("username", "eve"), "eve is no user"},
      {"credentials_correct", "RefusesAnEmptyPassword", failed,
       Form().with("password", "").but([](auto& f) { f.okta.password.clear(); })},
      {"account_not_locked", "TakesAnOpenAccount", passed, Form()},
      {"account_not_locked", "RefusesALockedOne", failed, Form().but([](auto& f) { f.okta.user_locked = true; })},
      {"user_assigned", "TakesAnAssignedUser", passed, Form()},
      {"user_assigned", "RefusesAStranger", failed, Form().but([](auto& f) { f.okta.user_assigned = false; })},
      {"policy_allows", "TakesAMatchingRule", passed, Form()},
      {"policy_allows", "RefusesWithoutOne", failed, Form().but([](auto& f) { f.okta.policy_allows = false; })},
      {"consent_granted", "TakesGranted", passed, Form()},
      {"consent_granted", "RefusesDenied", failed, Form().with("consent", "denied"), "denied"},
      {"consent_granted", "RefusesNoAnswer", failed, Form().with("consent", ""), "absent"},
  };
}

std::vector<std::string_view> scopes(std::string_view text) {
  return text.empty() ? std::vector<std::string_view>{} : std::vector<std::string_view>{"openid", text};
}

TEST(ConsentIsNeeded, WhereTheApplicationAndTheScopeAskForIt) {
  EXPECT_TRUE(consent_is_needed({}, scopes("orders:read"), ""));
  EXPECT_TRUE(consent_is_needed({}, scopes("orders:read"), "none"));
}

TEST(ConsentIsNeeded, AlsoForAFlexibleScope) {
  OktaSettings okta;
  okta.scopes = {{"openid"}, {"orders:read", ScopeConsent::flexible}};
  EXPECT_TRUE(consent_is_needed(okta, scopes("orders:read"), ""));
}

TEST(ConsentIsNeeded, NeverForImplicitScopes) {
  EXPECT_FALSE(consent_is_needed({}, scopes("profile"), ""));
  EXPECT_FALSE(consent_is_needed({}, scopes("profile"), "consent"));
  EXPECT_FALSE(consent_is_needed({}, scopes(""), "consent"));
}

TEST(ConsentIsNeeded, NotInATrustedApplicationUnlessTheRequestAsks) {
  OktaSettings okta;
  okta.consent_method = ConsentMethod::trusted;
  EXPECT_FALSE(consent_is_needed(okta, scopes("orders:read"), ""));
  EXPECT_TRUE(consent_is_needed(okta, scopes("orders:read"), "login consent"));
}

TEST(ConsentIsNeeded, NotTwiceUnlessTheRequestAsks) {
  OktaSettings okta;
  okta.consent_granted = true;
  EXPECT_FALSE(consent_is_needed(okta, scopes("orders:read"), "login"));
  EXPECT_TRUE(consent_is_needed(okta, scopes("orders:read"), "consent"));
}

bool stale_after(Duration age, const Parameters& request) {
  return session_is_stale(request, nine_o_clock - age, nine_o_clock);
}

TEST(SessionIsStale, NeverByItself) { EXPECT_FALSE(stale_after(std::chrono::hours{1000}, {})); }

TEST(SessionIsStale, WhereTheRequestAsksForANewSignIn) {
  EXPECT_TRUE(stale_after(Duration{0}, {{"prompt", "login"}}));
  EXPECT_TRUE(stale_after(Duration{0}, {{"prompt", "consent login"}}));
  EXPECT_FALSE(stale_after(Duration{0}, {{"prompt", "consent"}}));
}

TEST(SessionIsStale, WhereTheRequestAsksForAChoiceOfAccounts) {
  EXPECT_TRUE(stale_after(Duration{0}, {{"prompt", "select_account"}}));
  EXPECT_TRUE(stale_after(Duration{0}, {{"prompt", "consent select_account"}}));
  EXPECT_FALSE(stale_after(Duration{0}, {{"prompt", "select_accounts"}}));
}

TEST(SessionIsStale, OnceMoreThanMaxAgeHasPassed) {
  EXPECT_FALSE(stale_after(std::chrono::seconds{60}, {{"max_age", "60"}}));
  EXPECT_TRUE(stale_after(Duration{60001}, {{"max_age", "60"}}));
}

TEST(SessionIsStale, AlwaysWithMaxAgeZero) { EXPECT_TRUE(stale_after(Duration{0}, {{"max_age", "0"}})); }

TEST(SessionIsStale, NotByAMaxAgeThatIsNoNumber) {
  EXPECT_FALSE(stale_after(std::chrono::hours{9}, {{"max_age", "x"}}));
}

TEST(SessionIsStale, NotWhereTheSignInLiesInTheFuture) {
  EXPECT_FALSE(stale_after(-std::chrono::hours{1}, {{"max_age", "60"}}));
}

TEST(SessionIsOfAnotherUser, NotWithoutAHint) {
  EXPECT_FALSE(session_is_of_another_user({}, {}));
  EXPECT_FALSE(session_is_of_another_user({{"login_hint", ""}, {"id_token_hint", ""}}, {}));
}

TEST(SessionIsOfAnotherUser, WhereTheLoginHintNamesOne) {
  EXPECT_TRUE(session_is_of_another_user({{"login_hint", "eve@example.com"}}, {}));
  EXPECT_FALSE(session_is_of_another_user({{"login_hint", "joe.smith@example.com"}}, {}));
}

TEST(SessionIsOfAnotherUser, WhereTheIdTokenHintNamesOne) {
  EXPECT_TRUE(session_is_of_another_user({{"id_token_hint", hint_at("00uEve")}}, {}));
  EXPECT_FALSE(session_is_of_another_user({{"id_token_hint", hint_at("00uid4BxXw6I6TV4m0g3")}}, {}));
}

TEST(SessionIsOfAnotherUser, WhereOneOfTwoHintsNamesOne) {
  const auto joes = hint_at("00uid4BxXw6I6TV4m0g3");
  EXPECT_TRUE(session_is_of_another_user({{"login_hint", "eve@example.com"}, {"id_token_hint", joes}}, {}));
  EXPECT_TRUE(
      session_is_of_another_user({{"login_hint", "joe.smith@example.com"}, {"id_token_hint", hint_at("00uEve")}}, {}));
  EXPECT_FALSE(session_is_of_another_user({{"login_hint", "joe.smith@example.com"}, {"id_token_hint", joes}}, {}));
}

TEST(SessionIsOfAnotherUser, WhereTheIdTokenHintCannotBeRead) {
  EXPECT_TRUE(session_is_of_another_user({{"id_token_hint", "x.y"}}, {}));
}

TEST(SessionIsOfAnotherUser, WhateverThePromptSays) {
  for (const auto* prompt : {"none", "login", "consent"})
    EXPECT_TRUE(session_is_of_another_user({{"prompt", prompt}, {"login_hint", "eve@example.com"}}, {})) << prompt;
}

}  // namespace

const std::vector<Case>& sign_in_cases() {
  static const auto cases = [] {
    std::vector<Case> all;
    for (auto* some : {prompt_cases, page_cases, sign_in_form_cases})
      for (auto& one : some()) all.push_back(std::move(one));
    return all;
  }();
  return cases;
}

}  // namespace flowsim::oauth::checks_test
