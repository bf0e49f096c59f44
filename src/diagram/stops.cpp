// A stop begins where a record begins something; all other records fall to the stop before them.
#include "diagram/stops.hpp"

#include <algorithm>

#include "diagram/sequence_diagram.hpp"
#include "diagram/trace_index.hpp"

namespace flowsim::diagram {
namespace {

class Collector {
 public:
  Collector(const Trace& trace, Detail detail) : trace_(trace), index_(trace), detail_(detail) {
    stops_.push_back({StopKind::start, 0, 0, trace.header.start, 0, 0});
  }

  std::vector<Stop> collect() && {
    for (const auto& record : trace_.messages) add_message(record);
    if (detail_ == Detail::wire)
      for (const auto& record : trace_.legs)
        add({StopKind::leg, record.sent.order, 0, record.sent.at, record.leg.message, record.id});
    add_timers();
    std::ranges::stable_sort(stops_, {}, &Stop::first);
    const auto together = [](const Stop& one, const Stop& other) { return one.first == other.first; };
    stops_.erase(std::unique(stops_.begin(), stops_.end(), together), stops_.end());
    for (std::size_t at = 0; at < stops_.size(); ++at)
      stops_[at].last =
          at + 1 < stops_.size() ? stops_[at + 1].first - 1 : std::max(trace_.end.order, stops_[at].first);
    return std::move(stops_);
  }

 private:
  void add(const Stop& stop) {
    if (stop.first > 0) stops_.push_back(stop);
  }

  void add_message(const MessageRecord& record) {
    if (begins_stop(record)) add({StopKind::message, begin_of(record), 0, record.sent.at, record.id, 0});
    if (record.arrived && record.arrived->at - record.sent.at >= late && record.envelope.interaction != 0)
      add({StopKind::arrival, record.arrived->order, 0, record.arrived->at, record.id, 0});
  }

  /// What its sender did in order to say it belongs to it.
  int begin_of(const MessageRecord& record) const {
    const auto& transitions = index_.of(record.id).transitions;
    return transitions.empty() ? record.sent.order : std::min(record.sent.order, transitions.front()->moment.order);
  }

  /// At `overview` consecutive messages of one interaction in one browser are one stop.
  bool begins_stop(const MessageRecord& record) {
    const int number = record.envelope.interaction;
    if (detail_ != Detail::overview) return true;
    if (number == 0) return false;
    const bool goes_on = number == number_ && record.browser == browser_;
    number_ = number;
    browser_ = record.browser;
    return !goes_on;
  }

  void add_timers() {
    for (const auto& loose : index_.loose())
      if (const auto* transition = loose.transition; transition != nullptr && transition->from != transition->to)
        add({StopKind::timer, transition->moment.order, 0, transition->moment.at, 0, 0});
  }

  const Trace& trace_;
  const TraceIndex index_;
  const Detail detail_;
  std::vector<Stop> stops_;
  int number_ = 0;
  Participant browser_ = Participant::browser;
};

}  // namespace

std::vector<Stop> stops_of(const Trace& trace, Detail detail) { return Collector(trace, detail).collect(); }

std::size_t stop_at(const std::vector<Stop>& stops, int order) {
  const auto after = std::ranges::upper_bound(stops, order, {}, &Stop::first);
  return after == stops.begin() ? 0 : static_cast<std::size_t>(after - stops.begin()) - 1;
}

}  // namespace flowsim::diagram
