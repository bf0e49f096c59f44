// RFC 6749 §3.1.1: response_type is required.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding response_type_present(const AuthorizationRequestContext& context) {
  const auto response_type = context.request.value("response_type");
  return holds_if(response_type.has_value(), "a response_type", shown_value(response_type));
}

}  // namespace flowsim::oauth
