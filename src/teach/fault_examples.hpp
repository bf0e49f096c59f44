// The faults that can strike at a stop, each as a person could type it there.
#pragma once

#include <string>
#include <vector>

#include "diagram/stops.hpp"
#include "faults/registry.hpp"
#include "trace/trace.hpp"

namespace flowsim::teach {

/// A verb, and a line that `read_typed_fault` takes at the stop.
struct FaultExample {
  const FaultVerb* verb = nullptr;
  std::string typed;  ///< `delay by=5s`
};

/// One example of every verb that may strike what the stop is about, in the order of the table; none where no message
/// of the six interactions is on its way. Arguments are names the message has, choices that fit it, and plain values.
std::vector<FaultExample> fault_examples(const Trace& trace, const Stop& stop);

}  // namespace flowsim::teach
