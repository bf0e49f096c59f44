// A token as a forger leaves it.
#pragma once

#include <string>
#include <string_view>

#include "wire/parameters.hpp"

namespace flowsim::faults {

/// The token with the changes that the arguments of `forge` name; `access_token` is what travels beside it. A token
/// that cannot be taken apart, or that does not have what is to be changed, stays as it is.
std::string forged_token(const std::string& token, const Parameters& wanted, std::string_view access_token);

}  // namespace flowsim::faults
