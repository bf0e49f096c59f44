// RFC 9700 §2.1: the redirect URI is compared with the registered ones as a string, never by prefix or pattern, and
// never re-parsed, because the browser may read its parts in another way.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "oauth/checks/values.hpp"
#include "wire/url.hpp"

namespace flowsim::oauth {
namespace {

/// Why no response may be sent to this URI, whoever registered it; empty where one may.
std::string_view why_unusable(std::string_view uri) {
  const auto parts = split_url(uri);
  if (!parts) return "is no absolute URL with a host (RFC 6749 §3.1.2)";
  return parts->has_fragment ? "has a fragment (RFC 6749 §3.1.2)" : "";
}

std::string shown_uris(const std::vector<std::string>& registered) {
  return registered.empty() ? "a registered one, but no redirect URI is registered"
                            : shown_value(join(registered, " or "));
}

Finding absent_uri(const AuthorizationRequestContext& context) {
  const auto& registered = context.okta.redirect_uris;
  auto expected = shown_uris(registered);
  const bool has_default = context.okta.profile == Profile::rfc6749 && registered.size() == 1 &&
                           !has_word(context.request.value_or_empty("scope"), "openid");
  if (!has_default) return fails(std::move(expected), "absent");
  const auto reason = why_unusable(registered.front());
  if (reason.empty()) return passes(std::move(expected), "absent: the only registered one is used");
  return fails(std::move(expected), "absent, and the only registered one " + std::string(reason));
}

}  // namespace

// RFC 6749 §3.1.2: a registered URI that is relative or has a fragment matches nothing. RFC 6749 §3.1.2.3 lets it be
// absent where one full URI is registered; OpenID Connect and Okta do not.
Finding redirect_uri_exact(const AuthorizationRequestContext& context) {
  const auto redirect_uri = context.request.value("redirect_uri");
  if (!redirect_uri) return absent_uri(context);
  const auto& registered = context.okta.redirect_uris;
  auto actual = shown_value(redirect_uri);
  if (std::ranges::find(registered, *redirect_uri) == registered.end())
    return fails(shown_uris(registered), std::move(actual));
  const auto reason = why_unusable(*redirect_uri);
  if (reason.empty()) return passes(shown_uris(registered), std::move(actual));
  return fails("a registered absolute URL without fragment", actual + " " + std::string(reason));
}

}  // namespace flowsim::oauth
