// RFC 6750 §5.3: whoever sees a bearer token can use it, so it must not travel in clear.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding resource_request_over_tls(const ResourceRequestContext& context) {
  return holds_if(equal_ignoring_case(context.scheme, "https"), "https", shown_value(context.scheme));
}

}  // namespace flowsim::oauth
