// Work that several threads do and one thread finishes, in order.
#pragma once

#include <cstddef>
#include <functional>

#include "base/modules.hpp"

namespace flowsim::base {

/// What is left to do with a piece of work that is done.
using Finish = std::function<void()>;

/// Does the pieces 0 to `count` - 1 on at most `workers` threads, and what is left of each on the calling thread, in
/// the order of the pieces; so whatever the finishing shows is the same for every number of workers. `work` is told the
/// piece and the worker, who is one of 0 to `workers` - 1 and does one piece at a time. Of finished pieces at most a
/// few for each worker wait, so that memory stays bounded. What a piece or its finishing throws comes out here, in its
/// turn; nothing behind it is finished, and all threads have ended.
void work_in_order(std::size_t count, int workers, const std::function<Finish(std::size_t piece, int worker)>& work);

/// How many cores this process may use, at least 1.
int usable_cores();

}  // namespace flowsim::base
