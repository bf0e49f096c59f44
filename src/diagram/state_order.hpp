// In which order the states of a diagram are best read.
#pragma once

#include <vector>

#include "diagram/state_diagram.hpp"

namespace flowsim::diagram {

/// Every state once, pointing into `diagram`: first those that an arrow leaves, the initial state before all others and
/// each after those on the longest way to it (arrows that lead back are left out of account), then those that no arrow
/// leaves. Where that leaves a choice: in the diagram's order.
std::vector<const StateBox*> reading_order(const StateDiagram& diagram);

/// Whether an arrow leaves the state, be it to lead back to it.
bool is_left(const StateDiagram& diagram, const StateBox& state);

}  // namespace flowsim::diagram
