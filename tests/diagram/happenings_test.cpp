// Every record of a run falls to exactly one stop of each level.
#include "diagram/happenings.hpp"

#include <gtest/gtest.h>

#include "support/sample_traces.hpp"

namespace flowsim::diagram {
namespace {

struct Counts {
  std::size_t verdicts = 0, transitions = 0, notes = 0, visits = 0, sightings = 0;
  bool operator==(const Counts&) const = default;
};

TEST(Happenings, HoldEveryRecordOnceAtEachLevel) {
  const auto trace = testing_support::every_record();
  Counts all{trace.verdicts.size(), trace.transitions.size(), trace.notes.size(), trace.history.size(), 0};
  for (const auto& secret : trace.secrets) all.sightings += secret.seen.size();
  for (const auto detail : all_details) {
    Counts found;
    const auto stops = stops_of(trace, detail);
    const HappeningFinder finder(trace, stops);
    for (std::size_t at = 0; at < stops.size(); ++at) {
      const auto each = finder.at(at);
      found.verdicts += each.verdicts.size();
      found.transitions += each.transitions.size();
      found.notes += each.notes.size();
      found.visits += each.visits.size();
      found.sightings += each.sightings.size();
    }
    EXPECT_EQ(found, all) << name_of(detail);
  }
}

TEST(Happenings, FallToTheStopWhoseRangeHoldsTheirMoment) {
  const auto trace = testing_support::every_record();
  const auto stops = stops_of(trace, Detail::messages);
  const HappeningFinder finder(trace, stops);
  for (std::size_t at = 0; at < stops.size(); ++at)
    for (const auto* record : finder.at(at).transitions) {
      EXPECT_GE(record->moment.order, stops[at].first);
      EXPECT_LE(record->moment.order, stops[at].last);
    }
}

TEST(Happenings, LeaveOutAFaultThatNeverStruck) {
  auto trace = testing_support::six_interactions();
  trace.faults.push_back({.verb = "drop", .place = {9}, .intent = {}, .struck = {}});
  trace.faults.push_back({.verb = "delay", .place = {2}, .intent = {}, .struck = trace.messages[1].sent});
  const auto stops = stops_of(trace, Detail::messages);
  const HappeningFinder finder(trace, stops);
  std::size_t struck = 0;
  for (std::size_t at = 0; at < stops.size(); ++at) struck += finder.at(at).faults.size();
  EXPECT_EQ(struck, 1U);
  EXPECT_EQ(finder.at(2).faults.size(), 1U);
}

}  // namespace
}  // namespace flowsim::diagram
