// How a finished run ended, read from its trace alone.
#pragma once

#include "trace/trace.hpp"

namespace flowsim::implicit {

/// The outcome of a run whose final states are already recorded in the trace.
Outcome outcome_of(const Trace& trace);

}  // namespace flowsim::implicit
