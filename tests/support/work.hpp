// How much work a piece of code does, counted and not timed, so that a busy machine changes nothing.
#pragma once

#include <cstddef>
#include <functional>

namespace flowsim::testing_support {

/// How many blocks of memory the work allocates with `operator new`. The test program compiles `support/work.cpp`.
std::size_t allocations_of(const std::function<void()>& work);

}  // namespace flowsim::testing_support
