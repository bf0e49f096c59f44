// RFC 6749 §3.3: scope is a list of case-sensitive tokens, all of which the server must know; who adds `admin` to the
// address gets nothing.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

// NQCHAR: %x21 / %x23-5B / %x5D-7E.
bool is_scope_character(char character) {
  return character > ' ' && character <= '~' && character != '"' && character != '\\';
}

bool is_scope(std::string_view scope) {
  return is_word_list(scope) &&
         std::ranges::all_of(scope, [](char character) { return character == ' ' || is_scope_character(character); });
}

std::string unknown_scopes(std::string_view scope, const OktaSettings& okta) {
  std::string unknown;
  for (const auto word : split_words(scope)) {
    if (std::ranges::find(okta.scopes, word, &ScopeRegistration::name) != okta.scopes.end()) continue;
    unknown.append(unknown.empty() ? "" : " ").append(word);
  }
  return unknown;
}

}  // namespace

// An absent scope may have a default there; Okta refuses it.
Finding scope_allowed(const AuthorizationRequestContext& context) {
  const auto scope = context.request.value("scope");
  if (!scope && context.okta.profile == Profile::rfc6749) return not_applicable("scope absent: the default applies");
  if (!scope || !is_scope(*scope)) return fails("scope tokens between single spaces", shown_value(scope));
  const auto unknown = unknown_scopes(*scope, context.okta);
  return holds_if(unknown.empty(), "only known scopes",
                  unknown.empty() ? shown_value(scope) : "unknown: " + shown_value(unknown));
}

}  // namespace flowsim::oauth
