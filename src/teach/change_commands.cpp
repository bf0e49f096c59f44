// The commands that run the story again, and what they say of the difference.
#include <fmt/core.h>

#include <algorithm>
#include <sstream>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "oauth/checks.hpp"
#include "scenario/fault_text.hpp"
#include "scenario/read_faults.hpp"
#include "teach/commands.hpp"
#include "teach/typed_fault.hpp"

namespace flowsim::teach {
namespace {

std::string ending_of(const Trace& trace) { return trace.outcome ? outcome_text(*trace.outcome) : "no end"; }

/// Where the new run leaves the old one, and how each ends.
void say_difference(Session& session, const std::string& what, const Difference& difference, Answer& answer) {
  Page page(session.options());
  const auto& walk = session.walk();
  if (difference.none) {
    page.say(page.sign(Sign::change), what + "; in the new run nothing is different");
  } else {
    const auto& stop = walk.stops()[difference.stop];
    page.say(page.sign(Sign::change),
             fmt::format("{}; the new run first differs at {} (#{}: {})", what, time_text(walk.trace(), stop.at),
                         difference.stop, describe(walk.trace(), stop, walk.detail())));
    const auto before = ending_of(difference.before), after = ending_of(walk.trace());
    page.say("  ", before == after ? "it still ends with " + after
                                   : fmt::format("it ended with {}, now with {}", before, after));
  }
  answer.lines = page.take();
  answer.shows_stop = true;
}

bool befell(const FaultRecord& fault, const Stop& stop) {
  return fault.struck && fault.message == stop.message && (fault.leg == 0 || stop.leg == 0 || fault.leg == stop.leg);
}

/// A walk with one fault more. What attackers send on their own account passes all faults, so fewer messages may count
/// than there are: then an earlier occurrence is the one that strikes where it was asked for.
std::pair<Walk, Difference> walk_with(const Walk& walk, FaultSpec spec, bool must_befall_stop) {
  const auto stop = walk.stop();
  auto first = walk;
  auto difference = first.add(AddedFault{spec});
  if (!must_befall_stop) return {std::move(first), std::move(difference)};
  for (auto tried = first; !befell(tried.trace().faults.back(), stop) && --spec.place.occurrence > 0;) {
    tried = walk;
    auto other = tried.add(AddedFault{spec});
    if (befell(tried.trace().faults.back(), stop)) return {std::move(tried), std::move(other)};
  }
  return {std::move(first), std::move(difference)};
}

/// The name where it is a check's; else it is said what would be right.
const Check* find_check(const Session& session, std::string_view name, Answer& answer) {
  const auto* check = check_named(name);
  if (check != nullptr) return check;
  std::vector<std::string_view> names;
  for (const auto& row : all_checks()) names.push_back(row.name);
  const auto near = nearest_name(name, names);
  refuse(answer, session.options(),
         name.empty() ? std::string("which check?") : fmt::format("there is no check '{}'", name),
         near ? fmt::format("did you mean '{}'?", *near) : "the command 'checks' shows those of this stop");
  return nullptr;
}

void switch_check(Session& session, std::string_view name, bool on, Answer& answer) {
  const auto* check = find_check(session, name, answer);
  if (check == nullptr) return;
  const auto& off = session.walk().scenario().disabled_checks;
  const bool is_on = std::ranges::find(off, check->name) == off.end();
  if (is_on == on)
    return refuse(answer, session.options(), fmt::format("{} is {} already", check->name, on ? "on" : "off"),
                  off.empty() ? "no check is switched off" : "switched off: " + join(off, ", "));
  const SwitchedCheck change{std::string(check->name), on};
  const auto difference = session.walk().add(change);
  say_difference(session, made(change), difference, answer);
}

}  // namespace

void obey_fault(Session& session, std::string_view arguments, Answer& answer) {
  const auto stop = session.walk().stop();
  auto read = read_typed_fault(arguments, session.walk().trace(), stop);
  if (const auto* problem = std::get_if<NoFault>(&read)) {
    Page page(session.options());
    std::istringstream lines(problem->problem);
    for (std::string line; std::getline(lines, line);) page.say("", line);
    answer.lines = page.take();
    answer.is_error = true;
    return;
  }
  if (session.walk().scenario().faults.size() >= most_faults)
    return refuse(answer, session.options(), fmt::format("a story has at most {} faults", most_faults),
                  "'undo' takes the last one back");
  const auto& [spec, is_here] = std::get<TypedFault>(read);
  auto [walk, difference] = walk_with(session.walk(), spec, is_here);
  if (!walk.trace().faults.back().struck)
    return refuse(answer, session.options(), "in this run the fault never strikes, so it is left out",
                  fault_text(spec) + " changes nothing there");
  session.walk() = std::move(walk);
  say_difference(session, made(session.walk().changes().back()), difference, answer);
}

void obey_off(Session& session, std::string_view arguments, Answer& answer) {
  switch_check(session, arguments, false, answer);
}

void obey_on(Session& session, std::string_view arguments, Answer& answer) {
  switch_check(session, arguments, true, answer);
}

void obey_undo(Session& session, std::string_view, Answer& answer) {
  if (session.walk().changes().empty())
    return refuse(answer, session.options(), "nothing was changed", "'fault' and 'off' change the story");
  const auto what = taken_back(session.walk().changes().back());
  const auto difference = session.walk().undo();
  say_difference(session, what, *difference, answer);
}

void obey_changes(Session& session, std::string_view, Answer& answer) {
  Page page(session.options());
  const auto& walk = session.walk();
  if (walk.changes().empty()) page.say("", "nothing was changed");
  for (const auto& change : walk.changes()) page.say(page.sign(Sign::change), text_of(change));
  answer.lines = page.take();
}

}  // namespace flowsim::teach
