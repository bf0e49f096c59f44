// How a finished run ended, read from its trace alone.
#pragma once

#include "trace/trace.hpp"

namespace flowsim::flows::implicit {

/// The outcome of the flow in that browser; its final states must be recorded in the trace already. Whether the run is
/// compromised is not looked at here.
Outcome outcome_of(const Trace& trace, Participant browser = Participant::browser);

}  // namespace flowsim::flows::implicit
