// OAuth 2.0 Multiple Response Type Encoding Practices §5: tokens never travel in the query, where servers and logs see
// them.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim {

Finding response_mode_allowed(const AuthorizationRequestContext& context) {
  const auto mode = context.request.value("response_mode");
  if (!mode) return not_applicable("response_mode absent: the fragment is the default");
  const auto response_type = context.request.value_or_empty("response_type");
  const bool brings_tokens = has_word(response_type, "token") || has_word(response_type, "id_token");
  return holds_if(*mode != "query" || !brings_tokens, "not query with token or id_token", shown_value(mode));
}

}  // namespace flowsim
