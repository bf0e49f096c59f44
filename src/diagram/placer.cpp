// Decides how far below each other things stand, and where arrows end.
#include "diagram/placer.hpp"

#include <algorithm>
#include <utility>

#include "diagram/columns.hpp"
#include "diagram/set_element.hpp"

namespace flowsim::diagram {
namespace {

constexpr int above_shaft = 7, below_shaft = 8, below_arrow = 17, slant = 18;
constexpr int panel_side = 9, panel_edge = 6, above_panel = 3;
constexpr int note_padding = 10, below_note = 18;
constexpr int state_side = 10, state_edge = 3, below_state = 15, between_states = 6;
constexpr int pause_edge = 10, below_pause = 18;
constexpr int bar_overhang = 6;
constexpr int loop_gap = 10;

constexpr Box around(const Box& box, int side, int edge) {
  return {box.left - side, box.top - edge, box.width + 2 * side, box.height + 2 * edge};
}

}  // namespace

Placer::Placer(const SequenceDiagram& diagram, Grid grid, int top, const PlacedSink& sink)
    : diagram_(diagram), grid_(std::move(grid)), sink_(sink), y_(top), columns_(grid_.xs.size()) {}

void Placer::place(const Element& element) {
  if (grid_.xs.empty()) return;
  if (!std::holds_alternative<Activation>(element)) hand_over();
  if (!std::holds_alternative<StateChange>(element)) states_top_.reset();
  std::visit([this](const auto& item) { take(item); }, element);
}

void Placer::finish() {
  hand_over();
  for (std::size_t column = 0; column < columns_.size(); ++column)
    while (columns_[column].depth > 0) end_bar(column, y_);
}

void Placer::hand_over() {
  if (waiting_) sink_(*std::exchange(waiting_, {}));
}

std::size_t Placer::column_of(Participant participant) const {
  const auto found = std::ranges::find(diagram_.lifelines, participant, &Lifeline::participant);
  return found == diagram_.lifelines.end() ? 0 : static_cast<std::size_t>(found - diagram_.lifelines.begin());
}

/// Where an arrow touches the lifeline, or the bar that is uppermost there.
int Placer::edge(std::size_t column, bool right) const {
  const auto depth = columns_[column].depth;
  if (depth == 0) return grid_.xs[column];
  const int step = bar_step * static_cast<int>(std::min(depth - 1, deepest_bar));
  return grid_.xs[column] + step + (right ? bar_half : -bar_half);
}

void Placer::take(const Arrow& arrow) {
  PlacedArrow placed;
  placed.arrow = arrow;
  placed.from_column = column_of(arrow.from);
  placed.to_column = column_of(arrow.to);
  placed.signs = signs_of(arrow);
  placed.mark.lines = set_mark(arrow);
  placed.details.lines = set_details(arrow.details);
  const int below = placed.details.lines.empty() ? 0 : widest(placed.details.lines) + 2 * panel_side;
  placed.caption.lines = captions_.lines(arrow.caption, below, [&] { return set_caption(arrow.caption, below); });
  if (placed.from_column == placed.to_column)
    place_loop(placed);
  else
    place_between(placed);
  waiting_ = std::move(placed);
}

void Placer::place_between(PlacedArrow& placed) {
  const int signs = static_cast<int>(placed.signs.size()) * mark_sign_width;
  const int details = placed.details.lines.empty() ? 0 : widest(placed.details.lines) + 2 * panel_side;
  const int width = std::max({widest(placed.caption.lines), widest(placed.mark.lines) + signs, details});
  const int middle = clear_middle(grid_.xs, placed.from_column, placed.to_column, width);
  placed.caption = centred(std::move(placed.caption.lines), font_size::caption, middle, y_);
  placed.y = placed.caption.box.bottom() + above_shaft;
  placed.end_y = placed.y + (placed.arrow.took > Duration{0} ? slant : 0);
  placed.from = edge(placed.from_column, placed.to_column > placed.from_column);
  placed.to = edge(placed.to_column, placed.from_column > placed.to_column);
  y_ = placed.end_y + below_shaft;
  place_below(placed, middle, middle - width / 2);
}

void Placer::place_loop(PlacedArrow& placed) {
  const int left = grid_.xs[placed.from_column] + loop_width + loop_gap;
  placed.caption = block(std::move(placed.caption.lines), font_size::caption, left, y_);
  placed.y = y_ + std::max(12, (placed.caption.box.height - loop_height) / 2);
  placed.end_y = placed.y + loop_height;
  placed.from = placed.to = edge(placed.from_column, true);
  y_ = std::max(placed.caption.box.bottom(), placed.end_y) + 2;
  const int width = std::max(widest(placed.mark.lines), widest(placed.details.lines));
  place_below(placed, left + width / 2, left);
}

/// Puts mark and details below each other, around the middle, or from the left for an arrow to oneself.
void Placer::place_below(PlacedArrow& placed, int middle, int left) {
  const bool is_loop = placed.from_column == placed.to_column;
  const int signs = static_cast<int>(placed.signs.size()) * mark_sign_width;
  if (!placed.mark.lines.empty()) {
    placed.mark = block(std::move(placed.mark.lines), font_size::mark, left, y_);
    placed.mark.box.width += signs;
    if (!is_loop) placed.mark.box.left = middle - placed.mark.box.width / 2;
    y_ = placed.mark.box.bottom();
  }
  if (!placed.details.lines.empty()) {
    const int top = y_ + above_panel + panel_edge;
    placed.details = block(std::move(placed.details.lines), font_size::detail, left + panel_side, top);
    if (!is_loop) placed.details.box.left = middle - placed.details.box.width / 2;
    placed.panel = around(placed.details.box, panel_side, panel_edge);
    y_ = placed.panel.bottom();
  }
  y_ += below_arrow;
}

void Placer::take(const Activation& activation) {
  const auto column = column_of(activation.over);
  if (!activation.begins) {
    const bool leaves = waiting_ && waiting_->from_column == column;
    return end_bar(column, leaves ? waiting_->y + bar_overhang : y_);
  }
  const bool arrives = waiting_ && waiting_->to_column == column && waiting_->from_column != column;
  begin_bar(column, arrives ? waiting_->end_y - bar_overhang : y_);
  if (arrives) waiting_->to = edge(column, waiting_->from_column > column);
}

void Placer::begin_bar(std::size_t column, int top) {
  auto& [depth, shown, has_state] = columns_[column];
  if (depth <= deepest_bar) {
    const int left = grid_.xs[column] - bar_half + bar_step * static_cast<int>(depth);
    shown.push_back(bars_.size());
    bars_.push_back({diagram_.lifelines[column].participant, depth, {left, top, 2 * bar_half, 0}});
  }
  ++depth;
}

void Placer::end_bar(std::size_t column, int bottom) {
  auto& [depth, shown, has_state] = columns_[column];
  if (depth == 0) return;
  if (--depth > deepest_bar) return;
  auto& box = bars_[shown.back()].box;
  box.height = bottom - box.top;
  shown.pop_back();
}

void Placer::take(const StateChange& change) {
  auto& column = columns_[column_of(change.over)];
  if (!states_top_ || column.has_state) {
    for (auto& other : columns_) other.has_state = false;
    if (states_top_) y_ += between_states - below_state;
    states_top_ = y_;
  }
  column.has_state = true;
  const int limit = grid_.box_width - 2 * state_side, middle = grid_.xs[column_of(change.over)];
  const auto& lines = states_.lines(change.state, limit,
                                    [&] { return typeset_evenly(change.state, Face::bold, font_size::state, limit); });
  auto text = centred(lines, font_size::state, middle, *states_top_ + state_edge);
  const auto box = around(text.box, state_side, state_edge);
  y_ = std::max(y_, box.bottom() + below_state);
  sink_(PlacedStateChange{change, box, std::move(text)});
}

void Placer::take(const Pause& pause) {
  PlacedPause placed{pause.text, {}, {}};
  auto lines = typeset(pause.text, Face::plain, font_size::pause, grid_.box_width);
  const int width = widest(lines) + mark_sign_width;
  const int middle = clear_middle(grid_.xs, 0, grid_.xs.size() - 1, width);
  placed.text = block(std::move(lines), font_size::pause, middle - width / 2, y_ + pause_edge);
  placed.text.box.width = width;
  placed.box = {grid_.xs.front(), y_, grid_.xs.back() - grid_.xs.front(), placed.text.box.height + 2 * pause_edge};
  y_ = placed.box.bottom() + below_pause;
  sink_(std::move(placed));
}

void Placer::take(const Note& note) {
  auto [lines, heading] = set_note(note);
  PlacedNote placed{note, {}, {}, {}, heading};
  if (note.over) placed.pointer = grid_.xs[column_of(*note.over)];
  const int width = widest(lines) + note_sign_width + 2 * note_padding;
  const int wanted = placed.pointer.value_or(grid_.left + (grid_.right - grid_.left) / 2) - width / 2;
  placed.box = {std::max(grid_.left, std::min(wanted, grid_.right - width)), y_, width, 0};
  placed.text =
      block(std::move(lines), font_size::note, placed.box.left + note_padding + note_sign_width, y_ + note_padding);
  placed.box.height = placed.text.box.height + 2 * note_padding;
  y_ = placed.box.bottom() + below_note;
  sink_(std::move(placed));
}

}  // namespace flowsim::diagram
