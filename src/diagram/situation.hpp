// How everything stands at one moment of a run.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "trace/edge.hpp"
#include "trace/trace.hpp"

namespace flowsim::diagram {

/// The run as far as it had come: every record whose moment's order is at most `order`, with nothing of what came
/// later; what had not arrived is under way. The whole trace where `order` is its end or beyond. Every view of a
/// trace shows it, and shows nothing that had not happened.
Trace until(const Trace& trace, int order);

/// One actor's machine at a moment.
struct ActorSituation {
  Participant actor = Participant::user;
  int session = 1;  ///< which of the actor's machines, see `TransitionRecord::session`
  std::string state;
  std::vector<Edge> next;  ///< the rows of its table that leave this state, or react in it
  bool operator==(const ActorSituation&) const = default;
};

/// Finds an actor's table.
using TableOf = std::function<const Edges&(Participant)>;

/// Every machine of the run in its state after the moment of that order: those of the four participants of the flow,
/// and every further one that does anything during the run; by participant, then session.
std::vector<ActorSituation> actors_at(const Trace& trace, int order, const TableOf& table_of);

}  // namespace flowsim::diagram
