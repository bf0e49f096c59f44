// Okta's step-up guide: a level of assurance that Okta knows and cannot reach ends the request; values it does not
// know are ignored.
#include "oauth/checks/declarations.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::string_view where_possible = "urn:okta:loa:2fa:any:ifpossible";
constexpr std::array<std::string_view, 6> okta_levels{
    "urn:okta:loa:1fa:pwd", "urn:okta:loa:1fa:any", "urn:okta:loa:2fa:any", where_possible, "phr", "phrh"};

bool is_reachable(std::string_view value, const OktaSettings& okta) {
  return value == where_possible || std::ranges::find(okta.acr_supported, value) != okta.acr_supported.end();
}

}  // namespace

// In plain OpenID Connect acr_values is a wish, which cannot fail (OpenID Connect Core §3.1.2.1).
Finding acr_reachable(const PromptContext& context) {
  const auto wanted = context.request.value("acr_values");
  if (!wanted) return not_applicable("acr_values absent");
  if (context.okta.profile == Profile::rfc6749) return not_applicable("acr_values is only a wish");
  const auto values = split_words(*wanted);
  const auto reachable = [&](std::string_view value) { return is_reachable(value, context.okta); };
  const auto known = [](std::string_view value) { return std::ranges::find(okta_levels, value) != okta_levels.end(); };
  const bool reached = std::ranges::any_of(values, reachable);
  if (!reached && std::ranges::none_of(values, known))
    return not_applicable("Okta ignores acr values it does not know");
  const auto& reachable_ones = context.okta.acr_supported;
  return holds_if(reached,
                  reachable_ones.empty() ? "a reachable one, but none is reachable"
                                         : "one of " + shown_value(join(reachable_ones, ", ")),
                  shown_value(wanted));
}

}  // namespace flowsim::oauth
