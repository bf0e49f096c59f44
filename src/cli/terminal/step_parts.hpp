// The two ways to hold a session with a run: line by line, and on a whole terminal.
#pragma once

#include <optional>
#include <string>

#include "cli/command_line.hpp"
#include "teach/session.hpp"

namespace flowsim::cli {

/// Commands line by line from the console's input, answers to its output, until the input or the person ends it. Where
/// the input is no terminal each command is repeated behind its prompt, and the status tells whether all were obeyed.
/// A line of more than `longest_command` bytes is refused.
ExitStatus step_by_line(Session& session, const Console& console);

/// Keys on the terminal, which must be both input and output; it is left as it was found. Ends the program where a
/// signal asks for that. Draws in the terminal's width, or in `width` where that is given.
ExitStatus step_on_screen(Session& session, std::optional<int> width);

/// Writes the file that a command asked for, all or nothing, with the comment that names its schema made to fit. A file
/// that is there stays as it is, unless the request allows otherwise. What went wrong and what would help, or nothing.
struct SaveProblem {
  std::string message, hint;
  ExitStatus status = ExitStatus::outside_failed;
};
std::optional<SaveProblem> save_story(const SaveRequest& request);

/// What is said once the file is there.
std::string saved_text(const SaveRequest& request);

}  // namespace flowsim::cli
