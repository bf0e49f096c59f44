// The tables that the threat catalogue is put together from, one for each group.
#pragma once

#include <span>

#include "oauth/threat.hpp"

namespace flowsim::oauth {

std::span<const Threat> authorization_request_threats();
std::span<const Threat> springboard_threats();
std::span<const Threat> sign_in_threats();
std::span<const Threat> leakage_threats();
std::span<const Threat> injection_threats();
std::span<const Threat> token_threats();
std::span<const Threat> resource_threats();
std::span<const Threat> threats_of_other_flows();

}  // namespace flowsim::oauth
