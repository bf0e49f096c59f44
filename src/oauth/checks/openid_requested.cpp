// OpenID Connect Core §3.1.2.1: an ID token is issued only for the scope openid.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding openid_requested(const AuthorizationRequestContext& context) {
  if (!has_word(context.request.value_or_empty("response_type"), "id_token"))
    return not_applicable("no ID token is asked for");
  const auto scope = context.request.value("scope");
  return holds_if(has_word(scope.value_or(std::string_view{}), "openid"), "openid in scope", shown_value(scope));
}

}  // namespace flowsim::oauth
