// A session line by line, and the files it writes.
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/scenario_files.hpp"
#include "cli/step_parts.hpp"

namespace flowsim {
namespace {

constexpr std::size_t longest_line = 8192;

void save(const SaveRequest& request, const Console& console, ExitStatus& status) {
  if (const auto problem = save_story(request)) {
    console.out << visible(problem->message) << "\n  hint: " << visible(problem->hint) << "\n";
    status = worse(status, problem->status);
  } else {
    console.out << visible(saved_text(request)) << "\n";
  }
}

}  // namespace

ExitStatus step_by_line(Session& session, const Console& console) {
  auto status = ExitStatus::well;
  console.out << text_of(session.stop_page());
  for (std::string line;;) {
    console.out << "step (? for help)> " << std::flush;
    if (!console.out || !std::getline(console.in, line)) break;
    line.resize(std::min(line.size(), longest_line));
    if (!console.in_is_terminal) console.out << visible(line) << "\n";
    const auto answer = session.obey(line);
    console.out << text_of(answer.lines);
    if (answer.is_error) status = worse(status, ExitStatus::wrong_usage);
    if (answer.save) save(*answer.save, console, status);
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
    return SaveProblem{request.path + " is there already", "another name, or save! " + request.path,
                       ExitStatus::wrong_usage};
  const auto failure = write_file(request.path, [&](std::ostream& out) { out << request.text; });
  if (failure) return SaveProblem{request.path + ": " + *failure, "another folder or name", ExitStatus::outside_failed};
  return {};
}

std::string saved_text(const SaveRequest& request) { return "saved; run it: flowsim run " + request.path; }

}  // namespace flowsim
