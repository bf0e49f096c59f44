// OpenID Connect Core §5.3.2: userinfo about somebody else means that the access token is somebody else's.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/token_rules.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding userinfo_subject_matches(const UserinfoContext& context) {
  if (context.id_token_subject.empty()) return not_applicable("no ID token to compare with");
  return holds_if(context.userinfo.text("sub") == context.id_token_subject,
                  "sub " + shown_value(context.id_token_subject), "sub " + shown_claim(context.userinfo, "sub"));
}

}  // namespace flowsim::oauth
