// What the client checks of a userinfo response.
#include "oauth/checks.hpp"
#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

// OpenID Connect Core §5.3.2: userinfo about somebody else means that the access token is somebody else's.
Finding userinfo_subject_matches(const UserinfoContext& context) {
  if (context.id_token_subject.empty()) return not_applicable({"found.no_id_token_to_compare"});
  return holds_if(context.userinfo.text("sub") == context.id_token_subject,
                  {"found.claim", {"sub", std::string(context.id_token_subject)}},
                  shown_claim(context.userinfo, "sub"));
}

}  // namespace

std::span<const CheckRow<UserinfoContext>> userinfo_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<UserinfoContext> rows[] = {
      {{"userinfo_subject_matches", client, 4, "OpenID Connect Core §5.3.2", discard}, userinfo_subject_matches},
  };
  return rows;
}

}  // namespace flowsim::oauth
