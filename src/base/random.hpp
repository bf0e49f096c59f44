// Seeded random values: the same seed and stream give the same values on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::base {

/// One stream of pseudo-random values. Each actor draws from a stream of its own name, so that one actor drawing more
/// or less does not change what the others draw.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view stream);

  /// `length` characters of the base64url alphabet; 43 of them carry 258 bits, more than RFC 6749 §10.10 asks for.
  std::string base64url(std::size_t length);

 private:
  std::mt19937_64 engine_;
};

}  // namespace flowsim::base
