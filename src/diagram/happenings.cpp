// Each record falls to the stop whose range holds its moment.
#include "diagram/happenings.hpp"

#include <algorithm>
#include <limits>

namespace flowsim::diagram {
namespace {

int order_of(const FaultRecord* fault) { return fault->struck->order; }
int order_of(const Sighting& sighting) { return sighting.seen->moment.order; }
template <class Record>
int order_of(const Record* record) {
  return record->moment.order;
}

constexpr auto by_order = [](const auto& record) { return order_of(record); };

template <class Record>
void list(const std::vector<Record>& records, std::vector<const Record*>& all) {
  all.reserve(records.size());
  for (const auto& record : records) all.push_back(&record);
  std::ranges::stable_sort(all, {}, by_order);
}

/// Those from the order `first` to before `end`.
template <class Records>
Records part_of(const Records& all, int first, int end) {
  const auto from = std::ranges::lower_bound(all, first, {}, by_order);
  return {from, std::ranges::lower_bound(from, all.end(), end, {}, by_order)};
}

}  // namespace

HappeningFinder::HappeningFinder(const Trace& trace, const std::vector<Stop>& stops) : stops_(stops) {
  list(trace.verdicts, all_.verdicts);
  list(trace.transitions, all_.transitions);
  list(trace.notes, all_.notes);
  list(trace.history, all_.visits);
  for (const auto& record : trace.faults)
    if (record.struck) all_.faults.push_back(&record);
  for (const auto& secret : trace.secrets)
    for (const auto& seen : secret.seen) all_.sightings.push_back({&secret, &seen});
  std::ranges::stable_sort(all_.faults, {}, by_order);
  std::ranges::stable_sort(all_.sightings, {}, by_order);
}

Happenings HappeningFinder::at(std::size_t stop) const {
  const int first = stop == 0 ? std::numeric_limits<int>::min() : stops_[stop].first;
  const int end = stop + 1 == stops_.size() ? std::numeric_limits<int>::max() : stops_[stop + 1].first;
  return {part_of(all_.verdicts, first, end), part_of(all_.transitions, first, end), part_of(all_.faults, first, end),
          part_of(all_.notes, first, end),    part_of(all_.sightings, first, end),   part_of(all_.visits, first, end)};
}

}  // namespace flowsim::diagram
