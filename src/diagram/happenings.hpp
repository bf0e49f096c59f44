// What happened at each stop of a walk through a run.
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/stops.hpp"
#include "trace/trace.hpp"

namespace flowsim::diagram {

/// A party meets a secret of the run.
struct Sighting {
  const SecretRecord* secret = nullptr;
  const SightingRecord* seen = nullptr;
};

/// The records that fall to one stop, each sort in the order of its moments. They refer to the trace.
struct Happenings {
  std::vector<const VerdictRecord*> verdicts;
  std::vector<const TransitionRecord*> transitions;
  std::vector<const FaultRecord*> faults;  ///< those that struck
  std::vector<const NoteRecord*> notes;
  std::vector<Sighting> sightings;
  std::vector<const HistoryRecord*> visits;  ///< what a browser put into its history
};

/// Finds what falls to a stop when it is asked, so that a long run takes a pointer for each record and no more. The
/// stops must be all those of one level. Refers to trace and stops, which must outlive it.
class HappeningFinder {
 public:
  HappeningFinder(const Trace& trace, const std::vector<Stop>& stops);
  HappeningFinder(const Trace&& trace, const std::vector<Stop>& stops) = delete;

  Happenings at(std::size_t stop) const;

 private:
  const std::vector<Stop>& stops_;
  Happenings all_;
};

}  // namespace flowsim::diagram
