// What the parameters of the flow say, for a person who meets one in an address or a header.
#pragma once

#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::diagram {

/// One parameter of a request or a response, or one claim of a token.
struct ParameterMeaning {
  std::string_view name;     ///< as it travels
  std::string_view where;    ///< in what it travels, and from whom to whom
  std::string_view meaning;  ///< one sentence without a capital at the start and without a full stop
  std::string_view clause;
};

/// A row for each place in which a name has a meaning of its own, in the order of the interactions.
const std::vector<ParameterMeaning>& parameter_meanings();

/// What the parameter means in a message of that kind; empty where no row says so.
std::string_view meaning_of_parameter(std::string_view kind, std::string_view name);

}  // namespace flowsim::diagram
