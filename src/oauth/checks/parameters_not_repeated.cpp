// RFC 6749 §3.1: no parameter occurs twice, or one reader checks the first and another uses the second.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/repetition.hpp"

namespace flowsim::oauth {

Finding parameters_not_repeated(const AuthorizationRequestContext& context) {
  return repeats_no_parameter(context.request);
}

}  // namespace flowsim::oauth
