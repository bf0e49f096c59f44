// RFC 6749 §10.12: state ties the response to the browser that asked.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

bool okta_allows(char character) {
  return is_letter_or_digit(character) || std::string_view(",._-").find(character) != std::string_view::npos;
}
bool is_vschar(char character) { return character >= ' ' && character <= '~'; }

}  // namespace

// The RFC recommends it, Okta demands it and takes only letters, digits, comma, full stop, underscore and hyphen,
// which no page can mistake for markup (§10.14).
Finding state_present(const AuthorizationRequestContext& context) {
  const auto state = context.request.value("state");
  const bool recommended_only = context.okta.profile == Profile::rfc6749;
  if (!state && recommended_only) return not_applicable("state absent: RFC 6749 only recommends it");
  const bool holds = state && std::ranges::all_of(*state, recommended_only ? is_vschar : okta_allows);
  auto expected =
      recommended_only ? "a state of printable ASCII" : "a state of letters, digits, comma, full stop, _ and -";
  return holds_if(holds, expected, holds ? shown_secret(state, *state) : shown_value(state));
}

}  // namespace flowsim::oauth
