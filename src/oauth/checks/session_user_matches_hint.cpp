// OpenID Connect Core §3.1.2.1, §3.1.2.2: with prompt=none and a hint at another user than the one signed in, okta
// must not answer for that one.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim {
namespace {

std::string hinted_subject(std::string_view id_token_hint) {
  const auto token = decode_jwt(id_token_hint);
  const auto subject = token ? token->claims.text("sub") : std::nullopt;
  return subject ? std::string(*subject) : "";
}

}  // namespace

// The ID token hint's signature is not looked at: a forged hint can only cause a refusal.
Finding session_user_matches_hint(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable("okta may prompt");
  if (!context.signed_in) return not_applicable("not signed in");
  const auto login = context.request.value("login_hint");
  const auto id_token = context.request.value("id_token_hint");
  if (!login && !id_token) return not_applicable("no hint");
  if (login && *login != context.okta.username) return fails(context.okta.username, shown_value(login));
  if (!id_token) return passes(context.okta.username, shown_value(login));
  const auto subject = hinted_subject(*id_token);
  return holds_if(subject == context.okta.user_id, "sub " + context.okta.user_id,
                  subject.empty() ? "no sub can be read" : "sub " + shown_value(subject));
}

}  // namespace flowsim
