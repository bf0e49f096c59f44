// The command table, and the commands that only look.
#include "teach/commands.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "scenario/plain_scalar.hpp"

namespace flowsim::teach {
namespace {

void move(Session& session, bool moved, std::string_view end, Answer& answer) {
  answer.shows_stop = moved;
  if (moved) return;
  Page page(session.options());
  page.say("", end);
  answer.lines = page.take();
}

void obey_next(Session& session, std::string_view, Answer& answer) {
  move(session, session.walk().next(), "this is the end of the run", answer);
}

void obey_back(Session& session, std::string_view, Answer& answer) {
  move(session, session.walk().back(), "this is the beginning of the run", answer);
}

void obey_first(Session& session, std::string_view, Answer& answer) {
  session.walk().go(0);
  answer.shows_stop = true;
}

void obey_last(Session& session, std::string_view, Answer& answer) {
  session.walk().go(session.walk().stops().size() - 1);
  answer.shows_stop = true;
}

void zoom(Session& session, Detail detail, Answer& answer) {
  session.walk().zoom(detail);
  answer.shows_stop = true;
}

void obey_overview(Session& session, std::string_view, Answer& answer) { zoom(session, Detail::overview, answer); }
void obey_messages(Session& session, std::string_view, Answer& answer) { zoom(session, Detail::messages, answer); }
void obey_wire(Session& session, std::string_view, Answer& answer) { zoom(session, Detail::wire, answer); }

void zoom_by(Session& session, int levels, std::string_view end, Answer& answer) {
  const int level = static_cast<int>(session.walk().detail()) + levels;
  if (level < 0 || level >= static_cast<int>(all_details.size())) return move(session, false, end, answer);
  zoom(session, all_details[static_cast<std::size_t>(level)], answer);
}

void obey_in(Session& session, std::string_view, Answer& answer) {
  zoom_by(session, 1, "the wire is as close as it gets", answer);
}

void obey_out(Session& session, std::string_view, Answer& answer) {
  zoom_by(session, -1, "the overview is as far away as it gets", answer);
}

void look(Session& session, std::string_view pane, Answer& answer) {
  session.look_at(*pane_named(pane));
  answer.shows_pane = true;
}

void obey_message(Session& session, std::string_view, Answer& answer) { look(session, "message", answer); }
void obey_checks(Session& session, std::string_view, Answer& answer) { look(session, "checks", answer); }
void obey_actors(Session& session, std::string_view, Answer& answer) { look(session, "actors", answer); }
void obey_secrets(Session& session, std::string_view, Answer& answer) { look(session, "secrets", answer); }
void obey_ladder(Session& session, std::string_view, Answer& answer) { look(session, "ladder", answer); }
void obey_here(Session&, std::string_view, Answer& answer) { answer.shows_stop = true; }

void obey_quit(Session& session, std::string_view, Answer& answer) {
  answer.ends = session.may_leave();
  if (answer.ends) return;
  Page page(session.options());
  page.say(page.sign(Sign::change),
           "the changes are not saved: leave all the same? Once more leaves; save FILE keeps them");
  answer.lines = page.take();
}

/// The index of the first stop of an interaction, or of one of its legs, in the flow the story is about if it is there.
std::optional<std::size_t> find_stop(const Walk& walk, int interaction, int leg) {
  const auto& trace = walk.trace();
  std::optional<std::size_t> elsewhere;
  for (std::size_t at = 0; at < walk.stops().size(); ++at) {
    const auto& stop = walk.stops()[at];
    if (stop.message == 0 || stop.kind == StopKind::arrival) continue;
    const auto& record = trace.message(stop.message);
    if (record.envelope.interaction != interaction) continue;
    if (leg != 0 && (stop.leg == 0 || trace.legs[static_cast<std::size_t>(stop.leg - 1)].number != leg)) continue;
    if (record.browser == trace.header.browser) return at;
    if (!elsewhere) elsewhere = at;
  }
  return elsewhere;
}

/// A stop's number behind `#`.
bool go_to_stop(Session& session, std::string_view number) {
  const auto index = decimal_integer(number);
  if (!index || *index < 0 || static_cast<std::size_t>(*index) >= session.walk().stops().size()) return false;
  session.walk().go(static_cast<std::size_t>(*index));
  return true;
}

/// `4`, or `4.2`, which only the wire knows.
bool go_to_interaction(Session& session, std::string_view place) {
  const auto dot = std::min(place.find('.'), place.size());
  const auto interaction = decimal_integer(place.substr(0, dot));
  const auto leg = dot < place.size() ? decimal_integer(place.substr(dot + 1)) : std::optional<std::int64_t>(0);
  if (!interaction || !leg || *interaction < 1 || *interaction > 6 || *leg < 0 || *leg > 999) return false;
  auto closer = session.walk();
  if (dot < place.size()) closer.zoom(Detail::wire);
  const auto index = find_stop(closer, static_cast<int>(*interaction), static_cast<int>(*leg));
  if (!index) return false;
  session.walk().zoom(closer.detail());
  session.walk().go(*index);
  return true;
}

void obey_go(Session& session, std::string_view place, Answer& answer) {
  answer.shows_stop = place.starts_with('#') ? go_to_stop(session, place.substr(1)) : go_to_interaction(session, place);
  if (!answer.shows_stop)
    refuse(answer, session.options(), fmt::format("this run has no place '{}'", place),
           fmt::format("an interaction from 1 to 6 that takes place, one of its legs such as 4.2, or a stop from #0 to "
                       "#{}",
                       session.walk().stops().size() - 1));
}

void obey_help(Session& session, std::string_view, Answer& answer) {
  Page page(session.options());
  for (const auto& command : session_commands()) {
    auto name = std::string(command.name);
    if (!command.arguments.empty()) (name += ' ') += command.arguments;
    page.say(padded_to(name, 15) + padded_to(command.short_name, 4), command.description);
  }
  page.say("", "A fault without a place strikes what this stop is about: fault drop, fault delay by=5s,");
  page.say("", "fault tamper state=other, fault {do: forge, token: id_token, claim: iss, value: x}.");
  answer.lines = page.take();
}

constexpr std::array command_table{
    SessionCommand{"next", "n", "", "one stop on; an empty line does the same", obey_next},
    SessionCommand{"back", "b", "", "one stop back", obey_back},
    SessionCommand{"first", "", "", "to the beginning", obey_first},
    SessionCommand{"last", "", "", "to the end", obey_last},
    SessionCommand{"go", "", "PLACE",
                   "to an interaction (4), one of its legs (4.2) or a stop (#7); the place alone does the same",
                   obey_go},
    SessionCommand{"in", "+", "", "look closer: overview, messages, wire", obey_in},
    SessionCommand{"out", "-", "", "look from farther away", obey_out},
    SessionCommand{"overview", "", "", "look at the six interactions", obey_overview},
    SessionCommand{"messages", "", "", "look at what the actors say to each other", obey_messages},
    SessionCommand{"wire", "", "", "look at every request, response and step in the browser", obey_wire},
    SessionCommand{"here", "h", "", "show this stop again", obey_here},
    SessionCommand{"message", "m", "", "show what travels, taken apart", obey_message},
    SessionCommand{"checks", "c", "", "show the checks just made, with their clauses", obey_checks},
    SessionCommand{"actors", "a", "", "show every actor's state, and what it can do next", obey_actors},
    SessionCommand{"secrets", "s", "", "show who has seen which secret so far", obey_secrets},
    SessionCommand{"ladder", "l", "", "show the lifelines so far", obey_ladder},
    SessionCommand{"fault", "f", "VERB…", "let something go wrong right here, and run the story again", obey_fault,
                   true},
    SessionCommand{"off", "", "CHECK", "switch a check off, and run the story again", obey_off, true},
    SessionCommand{"on", "", "CHECK", "switch it on again", obey_on, true},
    SessionCommand{"undo", "u", "", "take the last change back", obey_undo, true},
    SessionCommand{"changes", "", "", "show what was changed, as a scenario file says it", obey_changes, true},
    SessionCommand{"save", "", "FILE", "write the story with its changes as a scenario file", obey_save, true},
    SessionCommand{"save!", "", "FILE", "the same, in the place of a file that is there", obey_overwrite, true},
    SessionCommand{"help", "?", "", "show this", obey_help},
    SessionCommand{"quit", "q", "", "leave", obey_quit},
};

}  // namespace

void refuse(Answer& answer, const PageOptions& options, std::string_view problem, std::string_view hint) {
  Page page(options);
  page.say(page.sign(Sign::failed), problem, Ink::bad);
  if (!hint.empty()) page.say("  hint: ", hint);
  answer.lines = page.take();
  answer.is_error = true;
}

std::span<const SessionCommand> session_commands() { return command_table; }

}  // namespace flowsim::teach
