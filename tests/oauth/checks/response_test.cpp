// What the client finds in responses and in userinfo (interaction 4).
#include "oauth/checks/cases.hpp"
#include "oauth/checks/contexts.hpp"

namespace flowsim::oauth::checks_test {
namespace {

using enum CheckStatus;

constexpr std::string_view trusted_issuer = "https://example.okta.com/oauth2/default";

Response moved(std::string_view name, Place place) {
  return Response().but([&](Response& response) {
    for (auto& item : response.parameters)
      if (item.name == name) item.place = place;
  });
}

Response stray() {
  return Response().but([](Response& response) { response.transaction.reset(); });
}

Response stateless() {
  return Response().but([](Response& response) { response.transaction->state.clear(); });
}

/// The client compares userinfo with the ID token.
struct Userinfo {
  Claims userinfo{{"sub", "00uid4BxXw6I6TV4m0g3"}};
  std::string subject = "00uid4BxXw6I6TV4m0g3";
  Finding operator()(std::string_view check) const {
    return apply_row(userinfo_checks(), check, UserinfoContext{userinfo, subject});
  }
};

std::vector<Case> response_form_cases() {
  return {
      {"response_in_fragment", "TakesTheFragment", passed, moved("access_token", Place::fragment)},
      {"response_in_fragment", "TakesTheUsualPlace", passed, Response()},
      {"response_in_fragment", "RefusesATokenInTheQuery", failed, moved("access_token", Place::query),
       "access_token in the query"},
      {"response_in_fragment", "RefusesAStateInTheBody", failed, moved("state", Place::body), "state in the body"},
      {"response_in_fragment", "RefusesAnErrorInTheQuery", failed, Response().but([](auto& r) {
         r.parameters = {{"error", "access_denied", Place::query}};
       })},
      {"response_in_fragment", "LeavesTheRedirectUrisOwnQueryAlone", passed,
       Response().but([](auto& r) { r.parameters.add("tab", "1", Place::query); })},
      {"response_in_fragment", "DoesNotMatterWhereNoResponseTypeWasSent", not_applicable,
       moved("state", Place::query).asked_for("")},
      {"response_parameters_not_repeated", "TakesEachOnce", passed, Response()},
      {"response_parameters_not_repeated", "RefusesTwoAccessTokens", failed,
       Response().but([](auto& r) { r.parameters.add("access_token", "evil"); }), "access_token 2 times"},
      {"state_matches", "TakesItsOwn", passed, Response()},
      {"state_matches", "RefusesAnother", failed, Response().with("state", "not-the-one-you-sent"), "not…(20)"},
      {"state_matches", "RefusesAnAbsentOne", failed, Response().without("state"), "absent"},
      {"state_matches", "RefusesAnEmptyOne", failed, Response().with("state", ""), "absent"},
      {"state_matches", "SaysWhereALookAlikeDiffers", failed,
       Response().with("state", "kV3state-of-this-browser_0123456789abcdefgX"),
       "kV3…(43), differing from character 43 on"},
      {"state_matches", "RefusesWhereNothingIsPending", failed, stray(), "none pending"},
      {"state_matches", "HasNothingToCompareWhereNoneWasSent", not_applicable, stateless().without("state")},
      {"state_matches", "RefusesOneWhereNoneWasSent", failed, stateless()},
      {"response_issuer_matches", "MayBeAbsent", not_applicable, Response()},
      {"response_issuer_matches", "TakesTheIssuer", passed, Response().with("iss", std::string(trusted_issuer))},
      {"response_issuer_matches", "RefusesAnother", failed, Response().with("iss", "https://evil.example"),
       "https://evil.example"},
      {"response_issuer_matches", "RefusesAnAbsentOneThatWasAnnounced", failed,
       Response().but([](auto& r) { r.issuer_announced = true; }), "absent"},
      {"response_issuer_matches", "RefusesWhereNothingIsPending", failed,
       stray().with("iss", std::string(trusted_issuer))},
  };
}

std::vector<Case> content_cases() {
  return {
      {"response_is_no_error", "TakesASuccess", passed, Response()},
      {"response_is_no_error", "StopsAtAnError", failed, Response().with("error", "access_denied"),
       "error access_denied"},
      {"response_complete", "TakesAll", passed, Response()},
      {"response_complete", "MissesTheAccessToken", failed, Response().without("access_token"),
       "missing: access_token"},
      {"response_complete", "MissesTheTokenType", failed, Response().without("token_type"), "missing: token_type"},
      {"response_complete", "MissesTheIdToken", failed, Response().without("id_token"), "missing: id_token"},
      {"response_complete", "NeedsNoIdTokenForBareToken", passed, Response().without("id_token").asked_for("token")},
      {"response_complete", "NeedsNoAccessTokenForBareIdToken", passed,
       Response().without("access_token").without("token_type").asked_for("id_token")},
      {"response_complete", "CannotAnswerARequestForNothing", failed, Response().asked_for("")},
      {"response_complete", "RefusesWhereNothingIsPending", failed, stray()},
      {"token_type_bearer", "TakesBearer", passed, Response()},
      {"token_type_bearer", "TakesItInLowerCase", passed, Response().with("token_type", "bearer")},
      {"token_type_bearer", "RefusesMac", failed, Response().with("token_type", "mac"), "mac"},
      {"token_type_bearer", "RefusesAnAbsentOne", failed, Response().without("token_type"), "absent"},
      {"token_type_bearer", "DoesNotMatterWithoutAccessToken", not_applicable,
       Response().without("access_token").without("token_type").asked_for("id_token")},
      {"token_type_bearer", "MattersForAnAccessTokenNobodyAskedFor", failed,
       Response().without("token_type").asked_for("id_token")},
      {"userinfo_subject_matches", "TakesTheSameUser", passed, Userinfo{}},
      {"userinfo_subject_matches", "RefusesAnother", failed, Userinfo{{{"sub", "00uEve"}}}, "sub 00uEve"},
      {"userinfo_subject_matches", "RefusesNobody", failed, Userinfo{{}}, "sub absent"},
      {"userinfo_subject_matches", "RefusesANumber", failed, Userinfo{{{"sub", 7}}, "7"}, "sub 7"},
      {"userinfo_subject_matches", "HasNothingToCompareWithoutIdToken", not_applicable, Userinfo{{}, ""}},
  };
}

}  // namespace

const std::vector<Case>& response_cases() {
  static const auto cases = [] {
    auto all = response_form_cases();
    for (auto& one : content_cases()) all.push_back(std::move(one));
    return all;
  }();
  return cases;
}

}  // namespace flowsim::oauth::checks_test
