// RFC 6750 §2: one way of sending the token, once.
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {

// A proxy could check one token, and the app use another.
Finding one_token_carrier(const ResourceRequestContext& context) {
  const auto carriers = context.request.count("access_token");
  if (carriers == 0) return not_applicable("no token");
  return holds_if(carriers == 1, "one token", std::to_string(carriers) + (carriers == 1 ? " token" : " tokens"));
}

}  // namespace flowsim::oauth
