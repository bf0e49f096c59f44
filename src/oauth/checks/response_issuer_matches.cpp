// RFC 9207 §2.4: a client that knows several servers must see which one answered, or it hands one server's token to
// another.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

// Okta does not announce this parameter.
Finding response_issuer_matches(const ResponseContext& context) {
  const auto issuer = context.response.value("iss");
  if (!issuer && !context.issuer_announced)
    return not_applicable("iss absent, and okta's metadata does not announce it");
  const std::string_view expected = context.transaction == nullptr ? std::string_view{} : context.transaction->issuer;
  return holds_if(!expected.empty() && issuer == expected,
                  expected.empty() ? "the issuer of a pending request" : shown_value(expected), shown_value(issuer));
}

}  // namespace flowsim::oauth
