// How far two runs of one story are the same.
#pragma once

#include "trace/trace.hpp"

namespace flowsim::diagram {

/// The highest order up to which nothing that happened differs between the two; 0 where they differ from the first
/// record on, the later of the two ends where they never do. What the runs were asked to do is not compared, nor how
/// they were judged.
int agree_until(const Trace& one, const Trace& other);

}  // namespace flowsim::diagram
