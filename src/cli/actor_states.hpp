// The actors' tables as state diagrams, for every command that draws them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagram/state_diagram.hpp"

namespace flowsim::cli {

/// The participants that have a table.
std::vector<std::string_view> machine_names();

/// The diagram of that actor; of all of them, one after another, where `actor` is empty.
std::vector<StateDiagram> diagrams_of(const std::string& actor);

}  // namespace flowsim::cli
