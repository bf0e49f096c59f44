// Rules about parameters that occur more than once.
#pragma once

#include <string_view>

#include "oauth/check.hpp"
#include "wire/parameters.hpp"

namespace flowsim::oauth {

/// That name does not occur twice.
Finding occurs_at_most_once(const Parameters& parameters, std::string_view name);

/// No name occurs twice.
Finding repeats_no_parameter(const Parameters& parameters);

}  // namespace flowsim::oauth
