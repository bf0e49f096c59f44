// The pages about one stop: what travels, what was checked, how everybody stands, who has seen what.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "teach/page.hpp"
#include "teach/scene.hpp"

namespace flowsim::teach {

/// One page about a stop.
struct Pane {
  std::string_view name;         ///< as it is asked for
  std::string_view description;  ///< one line without a full stop
  void (*write)(Page& page, const Scene& scene);
};

/// What happens at the stop, with what travels taken apart; faults, notes, and at the end how the run ended.
void write_message_pane(Page& page, const Scene& scene);
/// The checks just made, those that decided first, each with its clause.
void write_checks_pane(Page& page, const Scene& scene);
/// Every actor's state, and what its table lets it do next.
void write_actors_pane(Page& page, const Scene& scene);
/// Who has seen which secret so far.
void write_secrets_pane(Page& page, const Scene& scene);
/// The lifelines so far.
void write_ladder_pane(Page& page, const Scene& scene);

/// The pages, the most telling first.
std::span<const Pane> panes();

/// The row of that name, or null.
const Pane* pane_named(std::string_view name);

/// A drawing of lifelines: the names above them, and what was drawn.
struct LadderDrawing {
  Lines head, body;
};

/// The lifelines so far, each where it stands in the drawing of the whole run.
LadderDrawing ladder_so_far(const Scene& scene, const PageOptions& options);

/// The names, and the last of what was drawn, in at most that many lines; without how the run ended.
Lines ladder_tail(const Scene& scene, const PageOptions& options, std::size_t most);

/// What stands at the top of every page: what the stop is about and where in the run it is, then what was changed.
void write_heading(Page& page, const Scene& scene);

/// How the run ended, where the stop is its last.
void write_ending(Page& page, const Scene& scene);

}  // namespace flowsim::teach
