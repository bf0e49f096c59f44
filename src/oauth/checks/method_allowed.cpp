// RFC 6749 §3.1, OpenID Connect Core §3.1.2.1: the endpoint takes GET, and POST with a form.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding method_allowed(const AuthorizationRequestContext& context) {
  return holds_if(context.method == "GET" || context.method == "POST", "GET or POST", shown_value(context.method));
}

}  // namespace flowsim::oauth
