// OpenID Connect Core §3.1.2.1, §3.1.2.2: with prompt=none and a hint at another user than the one signed in, okta
// must not answer for that one.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/prompting.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// Where okta may prompt, it asks for a sign-in instead: see `session_is_of_another_user`.
Finding session_user_matches_hint(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable("okta may prompt");
  if (!context.signed_in) return not_applicable("not signed in");
  return hints_name_user(context.request, context.okta);
}

}  // namespace flowsim::oauth
