// OpenID Connect Core §3.2.2.1: without a nonce a replayed ID token cannot be told from a new one.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// Okta demands one for bare response_type=token too.
Finding nonce_present(const AuthorizationRequestContext& context) {
  const auto response_type = context.request.value_or_empty("response_type");
  const bool for_any_token = context.okta.profile != Profile::rfc6749 && has_word(response_type, "token");
  if (!for_any_token && !has_word(response_type, "id_token"))
    return not_applicable("response_type " + shown_value(response_type) + " needs no nonce");
  const auto nonce = context.request.value("nonce");
  return holds_if(nonce.has_value(), "a nonce", shown_secret(nonce, nonce.value_or(std::string_view{})));
}

}  // namespace flowsim::oauth
