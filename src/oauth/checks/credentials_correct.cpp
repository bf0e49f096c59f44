// Okta's Authentication API: an unknown user and a wrong password get the same answer, so that nobody can collect
// user names (E0000004).
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// Passwords are never shown.
Finding credentials_correct(const SignInContext& context) {
  const auto username = context.form.value_or_empty("username");
  const bool user_known = username == context.okta.username;
  const bool password_right = equal_secrets(context.form.value_or_empty("password"), context.okta.password);
  const auto* const actual = !user_known      ? " is no user"
                             : password_right ? " with that password"
                                              : " with another password";
  return holds_if(user_known && password_right, shown_value(context.okta.username) + " with the right password",
                  (username.empty() ? "nobody" : shown_value(username)) + actual);
}

}  // namespace flowsim::oauth
