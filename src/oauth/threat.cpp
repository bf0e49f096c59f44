// The groups of the threat catalogue, put together.
#include "oauth/threat.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "oauth/threat_tables.hpp"

namespace flowsim::oauth {
namespace {

std::vector<Threat> collect() {
  std::vector<Threat> all;
  for (const auto& group : threat_groups()) std::ranges::copy(group.threats, std::back_inserter(all));
  return all;
}

}  // namespace

std::span<const ThreatGroup> threat_groups() {
  static const ThreatGroup groups[] = {
      {"Redirect URI and authorization request", authorization_request_threats()},
      {"Authorization server as a springboard", springboard_threats()},
      {"Sign-in and consent", sign_in_threats()},
      {"Leakage of the response", leakage_threats()},
      {"Injection into the client", injection_threats()},
      {"ID tokens and other JSON Web Tokens", token_threats()},
      {"Access to the resource", resource_threats()},
      {"Threats of other flows", threats_of_other_flows()},
  };
  return groups;
}

std::span<const Threat> threats() {
  static const auto all = collect();
  return all;
}

const Threat* threat_named(std::string_view name) {
  const auto all = threats();
  const auto found = std::ranges::find(all, name, &Threat::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace flowsim::oauth
