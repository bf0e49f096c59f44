// RFC 6749 §3.1.1, §4.2.2.1: the response type is a set of words, whose order is irrelevant; each must be switched on
// for this client.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

bool is_set_of_enabled(std::string_view response_type, const std::vector<std::string>& enabled) {
  if (!is_word_list(response_type)) return false;
  auto words = split_words(response_type);
  std::ranges::sort(words);
  return std::ranges::adjacent_find(words) == words.end() && std::ranges::all_of(words, [&](std::string_view word) {
           return std::ranges::find(enabled, word) != enabled.end();
         });
}

}  // namespace

// An edited link could else turn a code client into an implicit one.
Finding response_type_enabled(const AuthorizationRequestContext& context) {
  const auto response_type = context.request.value("response_type");
  const auto& enabled = context.okta.response_types;
  return holds_if(response_type && is_set_of_enabled(*response_type, enabled),
                  enabled.empty() ? "an enabled one, but none is enabled" : "of " + join(enabled, ", "),
                  shown_value(response_type));
}

}  // namespace flowsim::oauth
