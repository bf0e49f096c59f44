// RFC 6749 §7.1, §4.2.2: a client must not use a token whose type it does not know; the type's case is irrelevant.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding token_type_bearer(const ResponseContext& context) {
  const bool promised = context.transaction != nullptr && has_word(context.transaction->response_type, "token");
  if (!promised && !context.response.has("access_token")) return not_applicable("no access token");
  const auto type = context.response.value("token_type");
  return holds_if(type && equal_ignoring_case(*type, "Bearer"), "Bearer", shown_value(type));
}

}  // namespace flowsim::oauth
