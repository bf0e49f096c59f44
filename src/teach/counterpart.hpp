// The same place in another run of a story.
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/stops.hpp"
#include "trace/trace.hpp"

namespace flowsim::teach {

/// The index of the stop of the run `now` that is nearest to a stop of the run `before`: the one at which the same
/// message is sent, arrives, or takes the same step of its way, messages of a kind being counted in each browser; where
/// that does not happen, the last one that is not later. `stops` are those of `now`, at any level.
std::size_t counterpart(const Trace& before, const Stop& stop, const Trace& now, const std::vector<Stop>& stops);

}  // namespace flowsim::teach
