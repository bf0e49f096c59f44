// What configuration alone can make of the flow: every way to succeed, and every way to fail without a fault.
#include <gtest/gtest.h>

#include <functional>

#include "flows/running.hpp"
#include "words/say.hpp"

namespace flowsim::flows {
namespace {

struct Case {
  std::string name;
  std::function<void(Settings&)> change;
  OutcomeKind outcome;
  std::string check;
  std::string error;
  int status;
  int last_interaction;
};

void PrintTo(const Case& value, std::ostream* out) { *out << value.name; }

class ConfiguredRun : public testing::TestWithParam<Case> {};

TEST_P(ConfiguredRun, EndsAsItMust) {
  Settings settings;
  GetParam().change(settings);
  const auto trace = run_flow(settings);
  ASSERT_TRUE(trace.outcome.has_value());
  EXPECT_EQ(name_of(trace.outcome->kind), name_of(GetParam().outcome)) << words::say_all(trace.outcome->explanation);
  EXPECT_EQ(trace.outcome->check, GetParam().check);
  EXPECT_EQ(trace.outcome->error, GetParam().error);
  EXPECT_EQ(trace.outcome->status, GetParam().status);
  EXPECT_EQ(last_interaction(trace), GetParam().last_interaction);
  EXPECT_FALSE(trace.outcome->explanation.empty());
  for (const auto& phrase : trace.outcome->explanation) EXPECT_TRUE(words::can_say(phrase)) << phrase.id;
}

using enum OutcomeKind;
using std::chrono::hours;
using std::chrono::minutes;

const std::vector<Case> cases{
    {"IdTokenAndToken", [](Settings&) {}, resource_served, "", "", 200, 6},
    {"Token", [](Settings& s) { s.client.response_type = "token"; }, resource_served, "", "", 200, 6},
    {"IdToken", [](Settings& s) { s.client.response_type = "id_token"; }, signed_in, "", "", 0, 4},
    {"ResponseTypeInAnotherOrder", [](Settings& s) { s.client.response_type = "token id_token"; }, resource_served, "",
     "", 200, 6},
    {"SessionAndConsentFromBefore",
     [](Settings& s) {
       s.okta.session_age = minutes{10};
       s.okta.consent_granted = true;
     },
     resource_served, "", "", 200, 6},
    {"TrustedClient", [](Settings& s) { s.okta.consent_method = ConsentMethod::trusted; }, resource_served, "", "", 200,
     6},
    {"UserinfoIsCalled", [](Settings& s) { s.client.calls_userinfo = true; }, resource_served, "", "", 200, 6},
    {"AppIntrospects", [](Settings& s) { s.app.introspects = true; }, resource_served, "", "", 200, 6},
    {"HardenedProfile", [](Settings& s) { s.okta.profile = Profile::hardened; }, resource_served, "", "", 200, 6},
    {"OneMistypedPassword", [](Settings& s) { s.user.mistypes = 1; }, resource_served, "", "", 200, 6},
    {"UnknownParameter", [](Settings& s) { s.client.extra_parameters.add("extra", "foobar"); }, resource_served, "", "",
     200, 6},

    {"UnknownClient", [](Settings& s) { s.client.client_id = "0oaUnknown"; }, error_page, "client_known",
     "invalid_client", 400, 2},
    {"InactiveClient", [](Settings& s) { s.okta.client_active = false; }, error_page, "client_active", "invalid_client",
     400, 2},
    {"UnregisteredRedirectUri", [](Settings& s) { s.client.redirect_uri += "/"; }, error_page, "redirect_uri_exact",
     "illegal_redirect_uri", 400, 2},
    {"ResponseTypeNotEnabled", [](Settings& s) { s.okta.response_types = {"id_token"}; }, authorization_error,
     "response_type_enabled", "unsupported_response_type", 0, 4},
    {"ImplicitNotAllowed", [](Settings& s) { s.okta.grant_types = {"authorization_code"}; }, authorization_error,
     "implicit_grant_allowed", "unauthorized_client", 0, 4},
    {"MissingNonce", [](Settings& s) { s.client.omit_parameters = {"nonce"}; }, authorization_error, "nonce_present",
     "invalid_request", 0, 4},
    {"UnknownScope", [](Settings& s) { s.client.scope += " flights"; }, authorization_error, "scope_allowed",
     "invalid_scope", 0, 4},
    {"RepeatedParameter", [](Settings& s) { s.client.extra_parameters.add("scope", "openid"); }, authorization_error,
     "parameters_not_repeated", "invalid_request", 0, 4},
    {"PromptNoneWithoutSession", [](Settings& s) { s.client.prompt = "none"; }, authorization_error,
     "signed_in_for_prompt_none", "login_required", 0, 4},
    {"PromptNoneWithoutConsent",
     [](Settings& s) {
       s.client.prompt = "none";
       s.okta.session_age = minutes{10};
     },
     authorization_error, "consent_given_for_prompt_none", "consent_required", 0, 4},
    {"WrongPassword", [](Settings& s) { s.user.password = "wrong"; }, sign_in_failed, "credentials_correct", "E0000004",
     401, 3},
    {"UserNotAssigned", [](Settings& s) { s.okta.user_assigned = false; }, authorization_error, "user_assigned",
     "access_denied", 0, 4},
    {"PolicyRefuses", [](Settings& s) { s.okta.policy_allows = false; }, authorization_error, "policy_allows",
     "access_denied", 0, 4},
    {"ConsentDenied", [](Settings& s) { s.user.consent = ConsentAnswer::deny; }, authorization_error, "consent_granted",
     "access_denied", 0, 4},
    {"UserLeavesAtSignIn", [](Settings& s) { s.user.leaves_at = LeavesAt::sign_in; }, abandoned, "", "", 0, 2},
    {"UserLeavesAtConsent", [](Settings& s) { s.user.leaves_at = LeavesAt::consent; }, abandoned, "", "", 0, 3},
    {"UserIsTooSlow", [](Settings& s) { s.user.think_time = minutes{5}; }, timed_out, "", "", 0, 4},
    {"ClientClockFarAhead", [](Settings& s) { s.client.clock_skew = hours{2}; }, response_rejected,
     "id_token_not_expired", "", 0, 4},
    {"ClientClockFarBehind", [](Settings& s) { s.client.clock_skew = hours{-2}; }, response_rejected,
     "id_token_issued_at_plausible", "", 0, 4},
    {"OtherIssuerConfigured", [](Settings& s) { s.client.issuer = "https://example.okta.com/oauth2/other"; },
     response_rejected, "metadata_issuer_matches", "", 0, 0},
    {"AppClockFarAhead", [](Settings& s) { s.app.clock_skew = hours{2}; }, resource_refused, "access_token_not_expired",
     "invalid_token", 401, 6},
    {"OtherAudience", [](Settings& s) { s.app.audience = "api://other"; }, resource_refused,
     "access_token_audience_matches", "invalid_token", 401, 6},
    {"TokenOfAnotherClient", [](Settings& s) { s.app.allowed_clients = {"0oaOther"}; }, resource_refused,
     "access_token_client_allowed", "invalid_token", 401, 6},
    {"InsufficientScope", [](Settings& s) { s.app.required_scope = "orders:write"; }, resource_refused,
     "scope_sufficient", "insufficient_scope", 403, 6},
    {"ResourceOfSomebodyElse", [](Settings& s) { s.app.resource_owner = "00uSomebodyElse"; }, resource_refused,
     "resource_belongs_to_user", "", 403, 6},
    {"RevokedTokenAtAnIntrospectingApp",
     [](Settings& s) {
       s.okta.revokes_access_token = true;
       s.app.introspects = true;
     },
     resource_refused, "access_token_not_revoked", "invalid_token", 401, 6},
    {"RevokedTokenAtAnAppThatDoesNotAsk", [](Settings& s) { s.okta.revokes_access_token = true; }, resource_served, "",
     "", 200, 6},
    {"TokenInTheQuery", [](Settings& s) { s.client.token_carrier = TokenCarrier::query; }, resource_refused,
     "token_not_in_query", "invalid_request", 400, 6},
    {"TokenInTheBody", [](Settings& s) { s.client.token_carrier = TokenCarrier::body; }, resource_served, "", "", 200,
     6},
    {"ParametersNamedLikeCookiesAndCircumstances",
     [](Settings& s) {
       s.client.extra_parameters.add("sid", "x");
       s.client.extra_parameters.add("transaction", "x");
       s.client.extra_parameters.add(":method", "PUT");
       s.client.extra_parameters.add(":scheme", "http");
       s.okta.session_age = minutes{1};
       s.okta.consent_granted = true;
     },
     resource_served, "", "", 200, 6},
    {"SessionOfAnotherUserThanTheHint",
     [](Settings& s) {
       s.client.login_hint = "somebody.else@example.com";
       s.okta.session_age = minutes{1};
       s.okta.consent_granted = true;
       s.user.leaves_at = LeavesAt::sign_in;
     },
     abandoned, "", "", 0, 2},
    {"AppThatDoesNotExist", [](Settings& s) { s.client.resource = "https://nowhere.example.com/orders"; }, timed_out,
     "", "", 0, 4},
    {"PathTheAppDoesNotKnow", [](Settings& s) { s.client.resource = "https://api.example.com/other"; },
     resource_refused, "", "", 404, 6},
    {"SessionTimesOutAtOkta", [](Settings& s) { s.okta.sign_in_timeout = std::chrono::seconds{1}; }, error_page,
     "transaction_known", "invalid_request", 400, 3},
    {"UserWhoIsSignedInButNotAssigned",
     [](Settings& s) {
       s.okta.session_age = minutes{1};
       s.okta.user_assigned = false;
     },
     authorization_error, "user_assigned", "access_denied", 0, 4},
    {"ModeThisOktaDoesNotAnswerIn", [](Settings& s) { s.client.response_mode = "form_post"; }, authorization_error,
     "response_mode_allowed", "unsupported_response_mode", 0, 4},
    {"ErrorOfTheHardenedProfileAfterSignIn",
     [](Settings& s) {
       s.okta.profile = Profile::hardened;
       s.client.scope = "openid flights";
       s.user.leaves_at = LeavesAt::sign_in;
     },
     abandoned, "", "", 0, 2},
    {"ErrorOnlyAfterSignIn",
     [](Settings& s) {
       s.okta.error_before_login = false;
       s.client.omit_parameters = {"nonce"};
     },
     authorization_error, "nonce_present", "invalid_request", 0, 4},
};

INSTANTIATE_TEST_SUITE_P(Flow, ConfiguredRun, testing::ValuesIn(cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace flowsim::flows
