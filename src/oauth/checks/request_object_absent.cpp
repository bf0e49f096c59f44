// OpenID Connect Core §3.1.2.6, §6.1: a server that does not read request objects says so; it must not ignore one that
// carries other values than the query.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding request_object_absent(const AuthorizationRequestContext& context) {
  const auto request = context.request.value("request");
  return holds_if(!request, "absent", shown_secret(request, {}));
}

}  // namespace flowsim::oauth
