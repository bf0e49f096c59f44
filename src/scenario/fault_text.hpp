// Values of a scenario spelt as YAML.
#pragma once

#include <string>
#include <string_view>

#include "faults/registry.hpp"

namespace flowsim::scenario {

/// The text as a scalar on one line that is read as this very text: without quotes where it is a plain word, else in
/// double quotes, with every character that `is_control` names escaped.
std::string yaml_text(std::string_view text);

/// The fault as an item of `faults`, a mapping in braces that is read as this very fault: `{at: 4, do: drop}`.
std::string fault_text(const FaultSpec& spec);

}  // namespace flowsim::scenario
