// The threat catalogue: what has been tried against this flow, what stops it, and what a run can show of it.
#pragma once

#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::explain {

/// One threat.
struct Threat {
  std::string_view name;         ///< kebab-case, as scenario files name it: `csrf-redirect-uri`
  std::string_view interaction;  ///< where it strikes: `1`, `3 to 4`, `4 and 6`
  std::string_view attack;       ///< one or two plain sentences
  std::string_view stopped_by;   ///< who stops it and how; a word with an underscore is the name of a check
  /// What the authorization code flow with PKCE changes: `gone`, `less` (harder, or worth less), `same`, `moved`
  /// (another check takes over) or `new` (the threat exists only there), and why.
  std::string_view with_pkce;
  std::string_view clause;        ///< where it is written: `RFC 9700 §4.7, RFC 6749 §10.12`
  std::string_view not_modelled;  ///< why no run can show it; empty where one can
};

/// Threats that strike at the same thing.
struct ThreatGroup {
  std::string_view title;
  std::vector<Threat> threats;
};

/// Every group, in the order of the interactions; the last holds what does not apply to the implicit flow.
const std::vector<ThreatGroup>& threat_groups();

/// The threats of all groups in their order.
const std::vector<Threat>& threats();

/// The threat of that name, or null.
const Threat* threat_named(std::string_view name);

}  // namespace flowsim::explain
