// What the commands of a session share.
#pragma once

#include <string_view>

#include "teach/session.hpp"

namespace flowsim::teach {

/// Says why a command cannot be obeyed, and what would be right.
void refuse(Answer& answer, const PageOptions& options, std::string_view problem, std::string_view hint);

/// `fault`, `off`, `on`, `undo`, `changes`: each runs the story again.
void obey_fault(Session& session, std::string_view arguments, Answer& answer);
void obey_off(Session& session, std::string_view arguments, Answer& answer);
void obey_on(Session& session, std::string_view arguments, Answer& answer);
void obey_undo(Session& session, std::string_view arguments, Answer& answer);
void obey_changes(Session& session, std::string_view arguments, Answer& answer);

/// `save` and `save!`: the scenario's text with all changes and the end its run came to.
void obey_save(Session& session, std::string_view arguments, Answer& answer);
void obey_overwrite(Session& session, std::string_view arguments, Answer& answer);

}  // namespace flowsim::teach
