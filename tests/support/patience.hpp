// How long a test waits for an answer to hostile input, which must come soon.
#pragma once

#include <chrono>

namespace flowsim::testing_support {

/// Two seconds; ten times that where sanitizers make the program slow and the machine has other things to do.
#ifdef __SANITIZE_ADDRESS__
inline constexpr std::chrono::seconds patience{20};
#else
inline constexpr std::chrono::seconds patience{2};
#endif

}  // namespace flowsim::testing_support
