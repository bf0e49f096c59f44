// RFC 6749 §10.12: the form must be the one okta made, or a foreign page could sign the user in, or consent for them.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding csrf_token_matches(const SignInContext& context) {
  const auto sent = context.form.value("csrf_token");
  return holds_if(sent && equal_secrets(*sent, context.expected_csrf_token),
                  shown_secret(context.expected_csrf_token, context.expected_csrf_token),
                  shown_secret(sent, context.expected_csrf_token));
}

}  // namespace flowsim::oauth
