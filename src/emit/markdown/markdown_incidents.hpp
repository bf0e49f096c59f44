// What went wrong in a run and how it ended, in sentences of Markdown.
#pragma once

#include <string>

#include "diagram/trace_index.hpp"

namespace flowsim::emit {

/// What befell the message: faults, its fate, the check that refused it, those that are switched off and would have.
/// Each sentence with a space before it; empty where nothing did.
std::string incidents_in_markdown(const Trace& trace, const MessageRecord& record, const MessageRecords& records,
                                  bool show_tokens);

/// The switched-off checks, the properties that did not hold, the outcome, and what did not come as expected: each a
/// paragraph.
std::string ending_in_markdown(const Trace& trace, bool show_tokens);

}  // namespace flowsim::emit
