// OpenID Connect Core §3.1.2.3, §3.1.2.6: with prompt=none no page may be shown, so who is not signed in, or not
// recently enough, gets an error.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/moments.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding signed_in_for_prompt_none(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable("okta may prompt");
  if (!context.signed_in) return fails("a session", "not signed in");
  const auto actual = "signed in " + relative_text(context.auth_time - context.now);
  const auto max_age = context.request.value("max_age");
  auto expected = max_age ? "signed in within " + shown_value(max_age) + " s" : std::string("a session");
  return holds_if(!session_is_stale(context.request, context.auth_time, context.now), std::move(expected), actual);
}

}  // namespace flowsim::oauth
