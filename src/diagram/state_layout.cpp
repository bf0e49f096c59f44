// Places states in two columns and lets the lines between them meet in lanes.
#include "diagram/state_layout.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "diagram/state_order.hpp"

namespace flowsim::diagram {
namespace {

constexpr int page_width = 1000;
constexpr int widest_label = 470, narrowest_label = 180, widest_end = 224, widest_name = 300;
constexpr int least_box = 92, side = 14, head_padding = 8, reaction_gap = 4;
constexpr int stem_inset = 18, branch = 24;
constexpr int first_row = 12, row_gap = 6, state_gap = 24, end_gap = 14, start_height = 30;
constexpr int lanes_width = 230, widest_pitch = 16, narrowest_pitch = 11;
constexpr int gutter = 18, door_room = 28, door_inset = 7, clear_of_lines = 6;

TextBlock block(std::vector<TextLine> lines, int size) {
  const Box box{0, 0, widest(lines), static_cast<int>(lines.size()) * line_height(size)};
  return {std::move(lines), box};
}

void move(PlacedState& state, int right, int down) {
  const auto shift = [right, down](Box& box) {
    box.left += right;
    box.top += down;
  };
  shift(state.box);
  shift(state.title.box);
  for (auto& reaction : state.reactions) shift(reaction.box);
  state.stem += right;
}

/// The middle of the part of the box that holds the name.
int head_of(const PlacedState& state) { return state.title.box.top + state.title.box.height / 2; }

/// A state at the origin, at most `limit` wide.
PlacedState set_state(const StateBox& state, bool initial, int limit) {
  PlacedState set{state.name, initial, state.final, {}, {}, {}, stem_inset};
  set.title =
      block(typeset(state.name, Face::bold, font_size::name, std::min(limit, widest_name) - 2 * side), font_size::name);
  set.title.box.left = side;
  set.title.box.top = head_padding;
  set.box = {0, 0, std::max(least_box, set.title.box.width + 2 * side), set.title.box.bottom() + head_padding};
  for (const auto& reaction : state.reactions) {
    auto label = set_label(reaction, limit - 2 * side);
    label.box.left = side;
    label.box.top = set.box.bottom() + (set.reactions.empty() ? reaction_gap + 2 : 0);
    set.box.height = label.box.bottom() + reaction_gap;
    set.box.width = std::max(set.box.width, label.box.width + 2 * side);
    set.reactions.push_back(std::move(label));
  }
  if (!set.reactions.empty()) set.box.height += reaction_gap + 2;
  return set;
}

class Placer {
 public:
  explicit Placer(const StateDiagram& diagram) : diagram_(diagram) {}

  StateLayout place() && {
    drawing_.title =
        block(typeset(diagram_.title, Face::bold, font_size::title, page_width - 2 * state_margin), font_size::title);
    drawing_.title.box.left = drawing_.title.box.top = state_margin;
    set_states();
    place_main_column();
    make_lanes();
    place_ends();
    return std::move(drawing_);
  }

 private:
  void set_states() {
    const auto order = reading_order(diagram_);
    for (const auto* state : order) {
      const bool initial = state->name == diagram_.initial;
      if (!initial && !is_left(diagram_, *state)) {
        ends_.push_back(set_state(*state, false, widest_end));
        ends_width_ = std::max(ends_width_, ends_.back().box.width);
      }
    }
    const int lanes = static_cast<int>(order.size());
    pitch_ = std::clamp(lanes_width / std::max(1, lanes), narrowest_pitch, widest_pitch);
    const int rest =
        page_width - 2 * state_margin - stem_inset - branch - gutter - lanes * pitch_ - door_room - ends_width_;
    label_limit_ = std::clamp(rest, narrowest_label, widest_label);
    for (const auto* state : order) {
      const bool initial = state->name == diagram_.initial;
      if (initial || is_left(diagram_, *state))
        drawing_.states.push_back(set_state(*state, initial, label_limit_ + stem_inset + branch));
    }
  }

  void place_main_column() {
    top_ = bottom_ = drawing_.title.box.bottom() + state_gap;
    for (auto& state : drawing_.states) {
      if (state.initial) {
        drawing_.start = {state_margin + stem_inset, bottom_ + 7};
        bottom_ += start_height;
      }
      move(state, state_margin, bottom_);
      bottom_ = state.box.bottom();
      right_ = std::max(right_, state.box.right());
      place_transitions(state);
      bottom_ += state_gap;
    }
    bottom_ -= state_gap;
  }

  void place_transitions(const PlacedState& state) {
    int top = state.box.bottom() + first_row;
    for (const auto& arrow : diagram_.arrows) {
      if (arrow.from != state.name) continue;
      for (const auto& words : arrow.labels) {
        auto label = set_label(words, label_limit_);
        label.box.left = state.stem + branch;
        label.box.top = top;
        const int half = line_height(label_size) / 2;
        const int enters = top + half, leaves = label.box.bottom() - half;
        top = label.box.bottom() + row_gap;
        bottom_ = label.box.bottom();
        right_ = std::max(right_, label.box.right());
        drawing_.transitions.push_back({arrow.from, arrow.to, std::move(label), enters, leaves});
      }
    }
  }

  void make_lanes() {
    for (const auto& transition : drawing_.transitions) {
      const auto found = std::ranges::find(drawing_.lanes, transition.to, &StateLane::to);
      auto& lane = found != drawing_.lanes.end()
                       ? *found
                       : drawing_.lanes.emplace_back(StateLane{transition.to, {}, 0, {}, false});
      const auto& line = transition.label.lines.back();
      lane.sources.push_back({transition.label.box.left + line.indent + line.width + label_gap, transition.leaves});
    }
    for (auto& lane : drawing_.lanes) {
      const auto state = std::ranges::find(drawing_.states, lane.to, &PlacedState::name);
      lane.ends_right = state == drawing_.states.end();
      if (!lane.ends_right) lane.door = {state->box.right(), head_of(*state)};
    }
  }

  void place_ends() {
    settle_ends();
    for (auto& end : ends_)
      if (auto* lane = lane_to(end)) lane->door.y = door_of(end, *lane);
    const int first = right_ + gutter;
    place_lanes(drawing_.lanes, first, pitch_);
    int left = right_ + gutter;
    for (const auto& lane : drawing_.lanes) left = std::max(left, lane.x + door_room);
    for (auto& end : ends_) {
      move(end, left, 0);
      if (auto* lane = lane_to(end)) lane->door.x = left;
      drawing_.states.push_back(std::move(end));
    }
    for (const auto& state : drawing_.states) right_ = std::max(right_, state.box.right());
    for (const auto& lane : drawing_.lanes) right_ = std::max(right_, lane.x);
    for (const auto& state : drawing_.states) bottom_ = std::max(bottom_, state.box.bottom());
    drawing_.width = std::max(right_, drawing_.title.box.right()) + state_margin;
    drawing_.height = bottom_ + state_margin;
  }

  StateLane* lane_to(const PlacedState& state) {
    const auto found = std::ranges::find(drawing_.lanes, state.name, &StateLane::to);
    return found == drawing_.lanes.end() ? nullptr : &*found;
  }

  /// The source in the middle of those of the state's lane.
  int wanted_height(const PlacedState& state) {
    const auto* lane = lane_to(state);
    if (lane == nullptr) return bottom_;
    return lane->sources.at(lane->sources.size() / 2).y;
  }

  /// Puts each end as near to its sources as the others allow.
  void settle_ends() {
    std::ranges::stable_sort(ends_, {}, [this](const PlacedState& end) { return wanted_height(end); });
    for (auto& end : ends_) move(end, 0, wanted_height(end) - head_of(end));
    int room = bottom_;
    for (auto end = ends_.rbegin(); end != ends_.rend(); ++end) {
      if (end->box.bottom() > room) move(*end, 0, room - end->box.bottom());
      room = end->box.top - end_gap;
    }
    room = top_;
    for (auto& end : ends_) {
      if (end.box.top < room) move(end, 0, room - end.box.top);
      room = end.box.bottom() + end_gap;
    }
  }

  /// Where a line to the end may go in: straight on from a source if there is one, and clear of all other lines.
  int door_of(const PlacedState& end, const StateLane& lane) const {
    const int head = head_of(end), first = end.box.top + door_inset, last = end.box.bottom() - door_inset;
    std::optional<int> best;
    const auto better = [&best, head](int y) { return !best || std::abs(y - head) < std::abs(*best - head); };
    for (const auto& source : lane.sources)
      if (source.y >= first && source.y <= last && better(source.y)) best = source.y;
    if (best) return *best;
    for (int y = first; y <= last; ++y)
      if (better(y) && is_clear(y)) best = y;
    return best.value_or(head);
  }

  bool is_clear(int y) const {
    for (const auto& lane : drawing_.lanes) {
      const auto near = [y](const Point& point) { return std::abs(point.y - y) < clear_of_lines; };
      if (std::ranges::any_of(lane.sources, near) || (!lane.ends_right && near(lane.door))) return false;
    }
    return true;
  }

  const StateDiagram& diagram_;
  StateLayout drawing_;
  std::vector<PlacedState> ends_;
  int ends_width_ = 0, label_limit_ = 0, pitch_ = 0;
  int top_ = 0, bottom_ = 0, right_ = 0;
};

}  // namespace

StateLayout layout(const StateDiagram& diagram) { return Placer(diagram).place(); }

}  // namespace flowsim::diagram
