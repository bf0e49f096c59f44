// OpenID Connect Core §3.1.2.1: max_age is a number of seconds.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/prompting.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding max_age_valid(const AuthorizationRequestContext& context) {
  const auto max_age = context.request.value("max_age");
  if (!max_age) return not_applicable("max_age absent");
  return holds_if(read_max_age(*max_age).has_value(), "whole seconds, 0 to 4294967295", shown_value(max_age));
}

}  // namespace flowsim::oauth
