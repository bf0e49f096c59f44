// RFC 8414 §2: okta's metadata names the one response mode it is set up for, the fragment.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// The query stays open to what brings no token, because there it is the default.
// In the query tokens would never travel anyway: servers and logs see it (OAuth 2.0 Multiple Response Type Encoding
// Practices §5).
Finding response_mode_allowed(const AuthorizationRequestContext& context) {
  const auto mode = context.request.value("response_mode");
  if (!mode) return not_applicable("response_mode absent: the fragment is the default");
  const auto response_type = context.request.value_or_empty("response_type");
  const bool brings_tokens = has_word(response_type, "token") || has_word(response_type, "id_token");
  const bool allowed = *mode == "fragment" || (*mode == "query" && !brings_tokens);
  return holds_if(allowed, brings_tokens ? "fragment" : "fragment or query",
                  allowed ? shown_value(mode) : shown_value(mode) + ": this okta is set up to answer in the fragment");
}

}  // namespace flowsim::oauth
