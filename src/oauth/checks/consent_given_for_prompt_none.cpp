// OpenID Connect Core §3.1.2.6: with prompt=none okta cannot ask for the consent it lacks.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

Finding consent_given_for_prompt_none(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable("okta may prompt");
  return holds_if(!context.consent_needed, "no consent to ask for",
                  context.consent_needed ? "consent is needed" : "none is needed");
}

}  // namespace flowsim::oauth
