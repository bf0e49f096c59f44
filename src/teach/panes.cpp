// The table of pages, and what stands above each.
#include "teach/panes.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"

namespace flowsim::teach {
namespace {

constexpr std::array pane_table{
    Pane{"message", "what travels, taken apart; faults and notes", write_message_pane},
    Pane{"checks", "the checks just made, with their clauses", write_checks_pane},
    Pane{"actors", "every actor's state, and what it can do next", write_actors_pane},
    Pane{"secrets", "who has seen which secret so far", write_secrets_pane},
    Pane{"ladder", "the lifelines so far", write_ladder_pane},
};

std::string changes_text(const Walk& walk) {
  std::string text;
  for (const auto& change : walk.changes()) text += (text.empty() ? "" : ", ") + name_of(change);
  return text;
}

}  // namespace

std::span<const Pane> panes() { return pane_table; }

const Pane* pane_named(std::string_view name) {
  const auto* const row = std::ranges::find(pane_table, name, &Pane::name);
  return row == pane_table.end() ? nullptr : row;
}

void write_heading(Page& page, const Scene& scene) {
  const auto& walk = scene.walk;
  page.spread(describe(scene.run, scene.stop, walk.detail()),
              fmt::format("{}/{} {} {}", scene.index, walk.stops().size() - 1, name_of(walk.detail()),
                          time_text(scene.run, scene.stop.at)));
  if (!walk.changes().empty()) page.say("changed: ", changes_text(walk), Ink::faint);
}

void write_ending(Page& page, const Scene& scene) {
  const auto& outcome = scene.run.outcome;
  if (!scene.is_last() || !outcome) return;
  const bool show = page.options().show_tokens;
  const bool good = outcome->kind == OutcomeKind::resource_served || outcome->kind == OutcomeKind::signed_in;
  page.say("outcome  ", outcome_text(*outcome), good ? Ink::good : Ink::bad);
  page.say("         ", shown_prose(outcome->explanation, show));
  for (const auto& property : scene.run.properties)
    if (!property.held)
      page.say("violated ", fmt::format("{}: {}", property.property, shown_prose(property.explanation, show)),
               Ink::bad);
  for (const auto& expectation : scene.run.expectations)
    if (!expectation.met)
      page.say("         " + page.sign(Sign::failed),
               fmt::format("expected {} {}, came {}", expectation.subject, expectation.expected, expectation.actual),
               Ink::bad);
}

}  // namespace flowsim::teach
