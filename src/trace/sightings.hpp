// Who has seen which secret of a run, and when.
#pragma once

#include <vector>

#include "trace/trace.hpp"

namespace flowsim::trace {

/// The run's passwords, session cookies and tokens, each with everybody a leg or a history entry has shown it to. Read
/// from the legs that arrived, so it says what was executed and not what was meant.
std::vector<SecretRecord> who_has_seen(const Trace& trace);

}  // namespace flowsim::trace
