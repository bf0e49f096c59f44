// One row of an actor's transition table, as plain data.
#pragma once

#include <string>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::trace {

/// From a state, on an event, to a state, under a guard, with an action. `guard` and `action` may be empty; a guard
/// that must not hold is written `not name`. A row that stays has the same state twice and `internal` set.
struct Edge {
  std::string from, event, to, guard, action;
  bool internal = false;
  bool operator==(const Edge&) const = default;
};

/// A machine's table: its rows, its first state, and the states no row leaves.
struct Edges {
  std::string initial;
  std::vector<Edge> rows;
  /// Every state, `initial` first, then in the order in which the rows name them.
  std::vector<std::string> states() const;
  /// The states that no row leaves for another state.
  std::vector<std::string> final_states() const;
};

}  // namespace flowsim::trace
