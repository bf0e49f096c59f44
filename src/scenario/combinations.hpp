// Values that are right each for itself, but cannot stand together.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "scenario/problems.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::scenario {

/// Where the values that were read stand, by path: `expect.check`.
using Places = std::map<std::string, std::size_t, std::less<>>;

/// Adds a problem for each combination that no run can meet or that contradicts itself. Judges only keys in `places`;
/// origins are also held against the defaults of other keys.
void check_combinations(const Scenario& scenario, const Places& places, Problems& problems);

}  // namespace flowsim::scenario
