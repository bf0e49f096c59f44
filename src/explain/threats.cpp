// Reads the catalogue's table of threats.
#include "explain/threats.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "words/catalogue.hpp"

namespace flowsim::explain {

const std::vector<ThreatGroup>& threat_groups() {
  static const auto all = [] {
    std::vector<ThreatGroup> groups;
    for (const auto& group : entries_of("threats")) {
      groups.push_back({group["title"], {}});
      for (const auto& row : entries_of(std::string(group.id) + ".threats"))
        groups.back().threats.push_back({row.name(), row["interaction"], row["attack"], row["stopped_by"],
                                         row["with_pkce"], row["clause"], row["not_modelled"]});
    }
    return groups;
  }();
  return all;
}

const std::vector<Threat>& threats() {
  static const auto all = [] {
    std::vector<Threat> rows;
    for (const auto& group : threat_groups()) std::ranges::copy(group.threats, std::back_inserter(rows));
    return rows;
  }();
  return all;
}

const Threat* threat_named(std::string_view name) {
  const auto& all = threats();
  const auto found = std::ranges::find(all, name, &Threat::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace flowsim::explain
