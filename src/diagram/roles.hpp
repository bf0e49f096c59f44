// How pictures name each participant, and what it is to the protocol, as the band over its head says it.
#pragma once

#include <string>
#include <string_view>

#include "wire/participant.hpp"

namespace flowsim::diagram {

/// The name pictures show: `Authorization Server (Okta)`.
std::string_view display_name(Participant participant);

/// The participant's role in the standard's words: `Resource owner` (RFC 6749 §1.1), `Public client` (§2.1).
std::string_view role_of(Participant participant);

/// The name without the role before it: `Okta` of `Authorization Server (Okta)`; other names as they are.
std::string name_beside_role(std::string_view name, std::string_view role);

}  // namespace flowsim::diagram
