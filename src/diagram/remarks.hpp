// The notes of a drawing: what befell a message, what a check said, how the run ended.
#pragma once

#include <optional>
#include <vector>

#include "diagram/sequence_diagram.hpp"

namespace flowsim::diagram {

/// What befell a message, over the participant that sent it.
Note remark_on(const FaultRecord& fault, Participant sender, bool show_tokens);

/// One note for each check that refused, and one for all that were switched off and would have refused.
std::vector<Note> remarks_on(const VerdictRecord& record, bool show_tokens);

/// How the run ended, where it was no success.
std::optional<Note> remark_on_ending(const Trace& trace, bool show_tokens);

}  // namespace flowsim::diagram
