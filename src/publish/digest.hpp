// The fingerprint by which a content is known again.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::publish {

/// The SHA-256 of the content (FIPS 180-4), as 64 lower-case hexadecimal digits.
std::string digest_of(std::string_view content);

}  // namespace flowsim::publish
