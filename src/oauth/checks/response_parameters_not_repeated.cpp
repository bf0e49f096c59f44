// RFC 6749 §3.1, for responses too: of two access tokens one would be checked and the other used.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/repetition.hpp"

namespace flowsim::oauth {

Finding response_parameters_not_repeated(const ResponseContext& context) {
  return repeats_no_parameter(context.response);
}

}  // namespace flowsim::oauth
