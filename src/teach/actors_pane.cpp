// The machines at a stop: where each stands, how it came there, where it can go.
#include <fmt/core.h>

#include "base/text.hpp"
#include "diagram/situation.hpp"
#include "flows/implicit/states.hpp"
#include "teach/panes.hpp"

namespace flowsim::teach {
namespace {

/// The states the machine went through at this stop: `Ready → AwaitingPage`.
std::string way_of(const Scene& scene, const ActorSituation& actor) {
  std::string way;
  for (const auto& record : scene.so_far.transitions) {
    if (record.actor != actor.actor || record.session != actor.session || !scene.holds(record.moment)) continue;
    if (record.acceptance != Acceptance::accepted || record.from == record.to) continue;
    if (way.empty()) way = record.from;
    way.append(" → ").append(record.to);
  }
  return way;
}

void write_row(Page& page, const Edge& row) {
  const auto text = row.event + (row.internal || row.from == row.to ? "  stays" : "  → " + row.to);
  auto terms = row.guard.empty() ? std::string() : fmt::format("  [{}]", row.guard);
  if (!row.action.empty()) terms += "  / " + row.action;
  const auto indent = std::string(10, ' ');
  if (indent.size() + display_width(text) + terms.size() <= static_cast<std::size_t>(page.options().width))
    return page.say(indent, text + terms, Ink::faint);
  page.say(indent, text, Ink::faint);
  page.say(indent, terms, Ink::faint);
}

void write_refusals(Page& page, const Scene& scene, const ActorSituation& actor) {
  for (const auto& record : scene.so_far.transitions)
    if (record.actor == actor.actor && record.session == actor.session && scene.holds(record.moment) &&
        record.acceptance != Acceptance::accepted)
      page.say("          ",
               fmt::format("{} {}", record.event,
                           record.acceptance == Acceptance::unexpected ? "was not expected in this state"
                                                                       : "was refused by its guards"),
               Ink::bad);
}

}  // namespace

void write_actors_pane(Page& page, const Scene& scene) {
  for (const auto& actor : actors_at(scene.run, scene.stop.last, implicit::edges_of)) {
    auto name = std::string(name_of(actor.actor));
    if (actor.session > 1) name += fmt::format(" ({})", actor.session);
    const auto way = way_of(scene, actor);
    page.say(way.empty() ? "  " : page.sign(Sign::change), padded_to(name, 7) + " " + (way.empty() ? actor.state : way),
             way.empty() ? Ink::plain : Ink::strong);
    write_refusals(page, scene, actor);
    for (const auto& row : actor.next) write_row(page, row);
    if (actor.next.empty()) page.say("          ", "this is its last state", Ink::faint);
  }
}

}  // namespace flowsim::teach
