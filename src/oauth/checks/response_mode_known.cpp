// OpenID Connect Core §3.1.2.6: a server that does not know the response mode cannot answer in it, and answers with a
// page.
#include "oauth/checks/declarations.hpp"

#include <algorithm>
#include <array>

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::array<std::string_view, 4> response_modes{"query", "fragment", "form_post", "okta_post_message"};

}  // namespace

// Knowing a mode is not yet answering in it: see `response_mode_allowed`.
Finding response_mode_known(const AuthorizationRequestContext& context) {
  const auto mode = context.request.value("response_mode");
  if (!mode) return not_applicable("response_mode absent: the fragment is the default");
  return holds_if(std::ranges::find(response_modes, *mode) != response_modes.end(),
                  "query, fragment, form_post or okta_post_message", shown_value(mode));
}

}  // namespace flowsim::oauth
