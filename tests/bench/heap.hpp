// How much memory a piece of work holds at its peak: every allocation of the benchmark program is counted.
#pragma once

#include <cstddef>
#include <functional>

namespace flowsim::bench {

/// The most bytes the work holds at one time beyond what was held before it.
std::size_t peak_bytes_of(const std::function<void()>& work);

}  // namespace flowsim::bench
