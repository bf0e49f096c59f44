// The `faults` block: a list of deviations, each held against the fault table.
#pragma once

#include <vector>

#include "faults/registry.hpp"
#include "scenario/problems.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::scenario {

/// No scenario asks for more.
inline constexpr std::size_t most_faults = 100;

/// The faults of the list, in its order; what is wrong with one is added to `problems`, and it is left out.
std::vector<FaultSpec> read_faults(const YamlNode& list, Problems& problems);

/// The keys an item may have besides the arguments of its verb, in the order in which people should write them.
std::span<const std::string_view> fault_keys();

}  // namespace flowsim::scenario
