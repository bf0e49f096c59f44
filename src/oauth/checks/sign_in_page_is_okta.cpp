// RFC 6819 §4.2.1: nothing but the address bar tells the user which page gets the password.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"
#include "wire/url.hpp"

namespace flowsim::oauth {

Finding sign_in_page_is_okta(const SignInPageContext& context) {
  const auto origin = origin_of(context.address);
  const bool holds = origin.starts_with("https://") && origin == origin_of(context.expected_origin);
  return holds_if(holds, shown_value(context.expected_origin), origin.empty() ? "no address" : shown_value(origin));
}

}  // namespace flowsim::oauth
