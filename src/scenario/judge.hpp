// Holds a finished run against what the scenario expected.
#pragma once

#include <string>
#include <vector>

#include "scenario/scenario.hpp"
#include "trace/trace.hpp"

namespace flowsim::scenario {

/// One record for each thing the scenario expects, in the order of `Expectation`; then one for each fault that never
/// struck and does not say that it may miss.
std::vector<ExpectationRecord> judge(const Expectation& expectation, const Trace& trace);

/// What a scenario would have to expect of this run: how it ended, what decided that, and every final state. What no
/// scenario can expect, such as an error code with characters that none may have, is left out.
Expectation expectation_met_by(const Trace& trace);

/// Every expectation of the run was met; true where there was none.
bool meets_expectations(const Trace& trace);

/// `expected outcome …, came …`, with control characters made visible.
std::string difference_text(const ExpectationRecord& expectation);

}  // namespace flowsim::scenario
