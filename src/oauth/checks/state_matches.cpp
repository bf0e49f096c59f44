// RFC 6749 §10.12: only a response to a request that this browser sent may be accepted.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// Without this, anyone can hand the user a response of their own. An absent state is a wrong one, wherever a state
// was sent.
Finding state_matches(const ResponseContext& context) {
  const auto state = context.response.value("state");
  if (context.transaction == nullptr) return fails("a pending request of this browser", "none pending");
  const std::string_view expected = context.transaction->state;
  if (expected.empty() && !state)
    return not_applicable("no state was sent: nothing ties this response to this browser");
  if (expected.empty()) return fails("no state, because none was sent", shown_secret(state, expected));
  return holds_if(state && equal_secrets(*state, expected), shown_secret(expected, expected),
                  shown_secret(state, expected));
}

}  // namespace flowsim::oauth
