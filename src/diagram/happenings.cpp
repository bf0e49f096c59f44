// Each record falls to the stop whose range holds its moment.
#include "diagram/happenings.hpp"

#include <algorithm>

namespace flowsim::diagram {

std::vector<Happenings> happenings_of(const Trace& trace, const std::vector<Stop>& stops) {
  std::vector<Happenings> all(stops.size());
  const auto at = [&](const Moment& moment) -> Happenings& { return all[stop_at(stops, moment.order)]; };
  for (const auto& record : trace.verdicts) at(record.moment).verdicts.push_back(&record);
  for (const auto& record : trace.transitions) at(record.moment).transitions.push_back(&record);
  for (const auto& record : trace.notes) at(record.moment).notes.push_back(&record);
  for (const auto& record : trace.history) at(record.moment).visits.push_back(&record);
  for (const auto& record : trace.faults)
    if (record.struck) at(*record.struck).faults.push_back(&record);
  for (const auto& secret : trace.secrets)
    for (const auto& seen : secret.seen) at(seen.moment).sightings.push_back({&secret, &seen});
  for (auto& happenings : all) {
    std::ranges::stable_sort(happenings.sightings, {},
                             [](const Sighting& sighting) { return sighting.seen->moment.order; });
    std::ranges::stable_sort(happenings.faults, {}, [](const FaultRecord* fault) { return fault->struck->order; });
  }
  return all;
}

}  // namespace flowsim::diagram
