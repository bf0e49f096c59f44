// Whether each property held in a run, read from what was executed and from nothing else.
#pragma once

#include <vector>

#include "oauth/settings.hpp"
#include "trace/trace.hpp"

namespace flowsim::flows::implicit {

/// One record for each row of the property table. The trace must have its outcome, final states and secrets; the
/// settings say only who is who.
/// `endless` says that the run had to be stopped.
std::vector<PropertyRecord> properties_of(const Trace& trace, const Settings& settings, bool endless = false);

/// Where a property did not hold, the run is compromised, which wins over every other outcome.
void compromise(Trace& trace);

}  // namespace flowsim::flows::implicit
