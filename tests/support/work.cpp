// The global allocation functions of a test program, with a count.
#include "support/work.hpp"

#include <cstdlib>
#include <new>

namespace {

std::size_t allocations = 0;

void* allocate(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}

void* allocate(std::size_t size) {
  if (void* memory = allocate(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t& how) noexcept { return allocate(size, how); }
void* operator new[](std::size_t size, const std::nothrow_t& how) noexcept { return allocate(size, how); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace flowsim::testing_support {

std::size_t allocations_of(const std::function<void()>& work) {
  const auto before = allocations;
  work();
  return allocations - before;
}

}  // namespace flowsim::testing_support
