// RFC 9700 §2.1: the redirect URI is compared with the registered ones as a string, never by prefix or pattern, and
// never re-parsed, because the browser may read its parts in another way.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/values.hpp"
#include "wire/url.hpp"

namespace flowsim {
namespace {

bool may_receive_responses(std::string_view registered) {
  const auto parts = split_url(registered);
  return parts && !parts->has_fragment;
}

Finding absent_uri(const AuthorizationRequestContext& context, std::string expected) {
  const auto& registered = context.okta.redirect_uris;
  const bool allowed = context.okta.profile == Profile::rfc6749 && registered.size() == 1 &&
                       !has_word(context.request.value_or_empty("scope"), "openid") &&
                       may_receive_responses(registered.front());
  return holds_if(allowed, std::move(expected), allowed ? "absent: the only registered one is used" : "absent");
}

}  // namespace

// RFC 6749 §3.1.2: a registered URI that is relative or has a fragment matches nothing. RFC 6749 §3.1.2.3 lets it be
// absent where one full URI is registered; OpenID Connect and Okta do not.
Finding redirect_uri_exact(const AuthorizationRequestContext& context) {
  const auto& registered = context.okta.redirect_uris;
  auto expected =
      registered.empty() ? "a registered one, of which there is none" : shown_value(join(registered, " or "));
  const auto redirect_uri = context.request.value("redirect_uri");
  if (!redirect_uri) return absent_uri(context, std::move(expected));
  const bool matches = std::ranges::find(registered, *redirect_uri) != registered.end();
  return holds_if(matches && may_receive_responses(*redirect_uri), std::move(expected), shown_value(redirect_uri));
}

}  // namespace flowsim
