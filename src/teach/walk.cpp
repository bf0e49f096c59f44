// A walk is a list of changes and a moment; everything else follows from running the story.
#include "teach/walk.hpp"

#include <algorithm>
#include <utility>

#include "diagram/agreement.hpp"
#include "scenario/judge.hpp"
#include "teach/counterpart.hpp"

namespace flowsim::teach {
namespace {

/// Lets every fault miss that does; false where none does without leave.
bool let_miss(std::vector<FaultSpec>& faults, const Trace& trace) {
  bool changed = false;
  for (std::size_t at = 0; at < faults.size() && at < trace.faults.size(); ++at) {
    if (trace.faults[at].struck || faults[at].may_miss) continue;
    faults[at].may_miss = changed = true;
  }
  return changed;
}

}  // namespace

Walk::Walk(Scenario scenario, Detail detail) : original_(std::move(scenario)), detail_(detail) {
  run();
  stops_ = stops_of(trace_, detail_);
}

Walk::Walk(Trace stored, Detail detail) : trace_(std::move(stored)), detail_(detail), is_stored_(true) {
  stops_ = stops_of(trace_, detail_);
}

bool Walk::next() {
  const auto at = index();
  if (at + 1 < stops_.size()) go(at + 1);
  return at + 1 < stops_.size();
}

bool Walk::back() {
  const auto at = index();
  if (at > 0) go(at - 1);
  return at > 0;
}

void Walk::zoom(Detail detail) {
  detail_ = detail;
  stops_ = stops_of(trace_, detail_);
}

void Walk::run() {
  scenario_ = changed(original_, changes_);
  const RunOptions options{{}, {}, &memory_};
  trace_ = run_scenario(scenario_, options);
  if (changes_.empty()) return;
  if (let_miss(scenario_.faults, trace_)) trace_ = run_scenario(scenario_, options);
  scenario_.expect = expectation_met_by(trace_);
  trace_.expectations = judge(scenario_.expect, trace_);
}

Difference Walk::run_again() {
  const auto stood = stop();
  Difference difference{false, 0, std::move(trace_)};
  run();
  stops_ = stops_of(trace_, detail_);
  const int agreed = agree_until(difference.before, trace_);
  difference.none = agreed >= std::max(difference.before.end.order, trace_.end.order);
  difference.stop = stop_at(stops_, agreed + 1);
  order_ = stood.first <= agreed ? stood.first : stops_[counterpart(difference.before, stood, trace_, stops_)].first;
  return difference;
}

Difference Walk::add(Change change) {
  changes_.push_back(std::move(change));
  stood_.push_back(stop().first);
  return run_again();
}

std::optional<Difference> Walk::undo() {
  if (changes_.empty()) return {};
  changes_.pop_back();
  auto difference = run_again();
  order_ = stood_.back();
  stood_.pop_back();
  return difference;
}

}  // namespace flowsim::teach
