// Swaps neighbouring lanes as long as that saves crossings.
#include "diagram/state_lanes.hpp"

#include <algorithm>
#include <utility>

namespace flowsim::diagram {
namespace {

constexpr int near_enough_to_touch = 14;

bool spans(const StateLane& lane, int y) { return lane.top() <= y && y <= lane.bottom(); }

/// How many crossings there are of two lanes' lines where `left` stands left of `right`.
int crossings(const StateLane& left, const StateLane& right) {
  int count = 0;
  for (const auto& source : right.sources) count += spans(left, source.y) ? 1 : 0;
  if (left.ends_right && spans(right, left.door.y)) ++count;
  if (!right.ends_right && spans(left, right.door.y)) ++count;
  return count;
}

bool would_touch(const StateLane& one, const StateLane& other) {
  return one.top() - near_enough_to_touch <= other.bottom() && other.top() - near_enough_to_touch <= one.bottom();
}

}  // namespace

int StateLane::top() const {
  int y = door.y;
  for (const auto& source : sources) y = std::min(y, source.y);
  return y;
}

int StateLane::bottom() const {
  int y = door.y;
  for (const auto& source : sources) y = std::max(y, source.y);
  return y;
}

void place_lanes(std::vector<StateLane>& lanes, int first, int pitch) {
  const auto length = [](const StateLane& lane) { return std::pair(lane.ends_right, lane.bottom() - lane.top()); };
  std::ranges::stable_sort(lanes, {}, length);
  for (bool better = true; better;) {
    better = false;
    for (std::size_t at = 1; at < lanes.size(); ++at) {
      if (crossings(lanes[at], lanes[at - 1]) >= crossings(lanes[at - 1], lanes[at])) continue;
      std::swap(lanes[at - 1], lanes[at]);
      better = true;
    }
  }
  for (auto lane = lanes.begin(); lane != lanes.end(); ++lane) {
    lane->x = first;
    for (auto before = lanes.begin(); before != lane; ++before)
      if (would_touch(*before, *lane)) lane->x = std::max(lane->x, before->x + pitch);
  }
}

}  // namespace flowsim::diagram
