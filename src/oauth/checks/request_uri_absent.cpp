// OpenID Connect Core §3.1.2.6, §6.2: a server that fetched any request_uri could be made to probe its own network.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding request_uri_absent(const AuthorizationRequestContext& context) {
  const auto request_uri = context.request.value("request_uri");
  return holds_if(!request_uri, "absent", shown_value(request_uri));
}

}  // namespace flowsim::oauth
