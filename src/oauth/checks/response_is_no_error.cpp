// RFC 6749 §4.2.2.1: an error ends the flow.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// It is looked at only after state, because anyone can send a link with an error and a text of their choice (§10.14).
Finding response_is_no_error(const ResponseContext& context) {
  const auto error = context.response.value("error");
  return holds_if(!error, "no error", error ? "error " + shown_value(error) : "no error");
}

}  // namespace flowsim::oauth
