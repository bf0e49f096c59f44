// OpenID Connect Core §3.1.2.1: prompt is a list of known words, and `none` stands alone.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

bool is_prompt(std::string_view word, bool account_selection) {
  return word == "none" || word == "login" || word == "consent" || (account_selection && word == "select_account");
}

}  // namespace

// Okta does not offer select_account.
Finding prompt_valid(const AuthorizationRequestContext& context) {
  const auto prompt = context.request.value("prompt");
  if (!prompt) return not_applicable("prompt absent");
  const bool account_selection = context.okta.profile == Profile::rfc6749;
  const auto words = split_words(*prompt);
  const bool known = is_word_list(*prompt) &&
                     std::ranges::all_of(words, [&](auto word) { return is_prompt(word, account_selection); });
  const bool contradicts = words.size() > 1 && has_word(*prompt, "none");
  return holds_if(
      known && !contradicts,
      account_selection ? "none alone, or of login, consent, select_account" : "none alone, or of login, consent",
      shown_value(prompt));
}

}  // namespace flowsim::oauth
