// RFC 6750 §3.1: a request without a bearer token, or with another kind of credentials, is told only that this resource
// needs one.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/credentials.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding credentials_present(const ResourceRequestContext& context) {
  if (context.request.has("access_token")) return passes("a bearer token", "a token");
  const auto scheme = authorization_scheme(context.request);
  return holds_if(scheme && equal_ignoring_case(*scheme, "Bearer"), "a bearer token",
                  scheme ? "Authorization: " + shown_value(scheme) + " …" : "no credentials");
}

}  // namespace flowsim::oauth
