// A session line by line, and the files it writes.
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <variant>

#include "base/file.hpp"
#include "base/read_line.hpp"
#include "base/text.hpp"
#include "cli/terminal/prompt.hpp"
#include "cli/scenario_files.hpp"
#include "cli/schema_comment.hpp"
#include "cli/shell_word.hpp"
#include "cli/terminal/step_parts.hpp"

namespace flowsim::cli {
namespace {

void save(Session& session, const SaveRequest& request, const Console& console, ExitStatus& status) {
  if (const auto problem = save_story(request)) {
    console.out << visible(problem->message) << "\n  hint: " << visible(problem->hint) << "\n";
    status = worse(status, problem->status);
  } else {
    console.out << visible(saved_text(request)) << "\n";
    session.note_saved();
  }
}

void refuse_long_line(const Console& console, ExitStatus& status) {
  console.out << (console.in_is_terminal ? "" : "\n") << "this line has more than " << longest_command
              << " bytes, so it is not obeyed\n  hint: no command needs so many\n";
  status = worse(status, ExitStatus::wrong_usage);
}

}  // namespace

ExitStatus step_by_line(Session& session, const Console& console) {
  auto status = ExitStatus::well;
  console.out << text_of(session.stop_page());
  while (console.out << "step (? for help)> " << std::flush) {
    const auto read = read_line(console.in, longest_command);
    if (const auto* none = std::get_if<NoLine>(&read)) {
      if (*none == NoLine::at_end) break;
      refuse_long_line(console, status);
      continue;
    }
    const auto& line = std::get<std::string>(read);
    if (!console.in_is_terminal) console.out << visible(line) << "\n";
    const auto answer = session.obey(line);
    console.out << text_of(answer.lines);
    if (answer.is_error) status = worse(status, ExitStatus::wrong_usage);
    if (answer.save) save(session, *answer.save, console, status);
    if (answer.shows_stop) console.out << text_of(session.stop_page());
    if (answer.shows_pane) console.out << text_of(session.pane_page());
    if (answer.ends) return console.in_is_terminal ? ExitStatus::well : status;
  }
  console.out << "\n";
  return console.in_is_terminal ? ExitStatus::well : status;
}

std::optional<SaveProblem> save_story(const SaveRequest& request) {
  std::error_code ignored;
  const auto there = std::filesystem::symlink_status(request.path, ignored).type();
  if (!request.may_overwrite && there != std::filesystem::file_type::not_found)
    return SaveProblem{request.path + " is there already", "another name, or save! " + shell_word(request.path),
                       ExitStatus::wrong_usage};
  const auto text = with_schema_found(request.text, request.origin, request.path);
  const auto failure = write_file(request.path, [&](std::ostream& out) { out << text; });
  if (failure) return SaveProblem{request.path + ": " + *failure, "another folder or name", ExitStatus::outside_failed};
  return {};
}

std::string saved_text(const SaveRequest& request) {
  return "saved; run it: flowsim run " + shell_word((request.path.starts_with('-') ? "./" : "") + request.path);
}

}  // namespace flowsim::cli
