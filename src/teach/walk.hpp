// A walk through the run of a story: where one stands in it, how closely one looks, and what one has changed.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "diagram/stops.hpp"
#include "scenario/run.hpp"
#include "teach/change.hpp"

namespace flowsim::teach {

/// What became of a run when the story was run again with a change.
struct Difference {
  bool none = false;     ///< nothing that happened differs
  std::size_t stop = 0;  ///< the stop of the new run at which it begins to differ, at the walk's level
  Trace before;          ///< the run as it was
};

/// Each change is a run of its own, from the beginning, with one change more; the same changes give the same run.
class Walk {
 public:
  Walk(Scenario scenario, Detail detail);
  /// Through a run that was stored. No scenario stands behind it, so it can be looked at, but not changed.
  Walk(Trace stored, Detail detail);

  bool is_stored() const { return is_stored_; }
  /// The story with all changes. Once there are any, it expects the end its run came to, and its faults may miss that
  /// do.
  const Scenario& scenario() const { return scenario_; }
  /// The story as it was.
  const Scenario& original() const { return original_; }
  const std::vector<Change>& changes() const { return changes_; }
  /// Its run.
  const Trace& trace() const { return trace_; }

  Detail detail() const { return detail_; }
  const std::vector<Stop>& stops() const { return stops_; }
  std::size_t index() const { return stop_at(stops_, order_); }
  const Stop& stop() const { return stops_[index()]; }

  /// One stop on, or back; false where there is none.
  bool next();
  bool back();
  /// To the stop of that index, which must be there.
  void go(std::size_t index) { order_ = stops_[index].first; }
  /// Looks more or less closely at the same moment.
  void zoom(Detail detail);

  /// Runs the story again with one change more. One stays at the same moment where the runs agree so far, else as near
  /// to it as the new run allows, see `counterpart`.
  Difference add(Change change);
  /// Takes the last change back, and returns to where one stood when it was made; nothing where there is none.
  std::optional<Difference> undo();

 private:
  Difference run_again();
  void run();

  Scenario original_, scenario_;
  std::vector<Change> changes_;
  std::vector<int> stood_;  ///< the moment at which each change was made
  SignatureMemory memory_;
  Trace trace_;
  Detail detail_;
  std::vector<Stop> stops_;
  bool is_stored_ = false;
  int order_ = 0;  ///< the moment one stands at
};

}  // namespace flowsim::teach
