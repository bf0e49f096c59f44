// Widens the gaps for the texts that must fit into one of them, short arrows first.
#include "diagram/columns.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "diagram/roles.hpp"

namespace flowsim::diagram {
namespace {

constexpr int name_width = 132, box_padding = 14, band_padding = 10, narrowest_box = 116, between_boxes = 40;

/// What stands free beside a text in the gap `at`, where its arrow goes from the first column to the last.
int free_room(std::size_t at, std::size_t first, std::size_t last) {
  return (at == first ? beside_end : beside_lifeline) + (at + 1 == last ? beside_end : beside_lifeline);
}

/// Both halves are whole pixels.
constexpr int even(int width) { return width + width % 2; }

/// The gap to put a text of that width into: the one that misses the least, the nearest to the middle of those.
std::size_t best_gap(const std::vector<int>& gaps, std::size_t first, std::size_t last, int width) {
  const auto missing = [&](std::size_t at) { return std::max(0, width + free_room(at, first, last) - gaps[at]); };
  const auto aside = [&](std::size_t at) {
    return std::abs(static_cast<int>(2 * at + 1) - static_cast<int>(first + last));
  };
  std::size_t best = first;
  for (auto at = first + 1; at < last; ++at)
    if (missing(at) < missing(best) || (missing(at) == missing(best) && aside(at) < aside(best))) best = at;
  return best;
}

}  // namespace

Heads::Heads(const std::vector<Lifeline>& lifelines) : box_width(narrowest_box) {
  for (const auto& [participant, name] : lifelines) {
    const auto role = role_of(participant);
    roles.push_back(typeset(role, Face::bold, font_size::role, name_width));
    short_names.push_back(typeset(name_beside_role(name, role), Face::bold, font_size::name, name_width));
    whole_names.push_back(typeset(name, Face::bold, font_size::name, name_width));
    box_width = std::max({box_width, widest(roles.back()) + 2 * (band_padding + box_padding / 2),
                          widest(short_names.back()) + 2 * box_padding, widest(whole_names.back()) + 2 * box_padding});
  }
}

int& ColumnNeeds::between(std::size_t one, std::size_t other) {
  return between_[std::min(one, other) * columns_ + std::max(one, other)];
}

void ColumnNeeds::ask(const PlacedElement& element) {
  std::visit([this](const auto& item) { ask(item); }, element);
}

void ColumnNeeds::ask(const PlacedArrow& arrow) {
  if (columns_ == 0) return;
  auto needed = std::max({arrow.caption.box.width, arrow.mark.box.width, arrow.panel.width});
  if (arrow.from_column != arrow.to_column) {
    auto& width = between(arrow.from_column, arrow.to_column);
    width = std::max(width, needed);
    return;
  }
  needed += loop_width;
  auto& width = arrow.from_column + 1 < columns_ ? between(arrow.from_column, arrow.from_column + 1) : beyond_last_;
  width = std::max(width, needed);
}

void ColumnNeeds::ask(const PlacedNote& note) { widest_box_ = std::max(widest_box_, note.box.width); }

void ColumnNeeds::ask(const PlacedPause& pause) {
  if (columns_ < 2) return;
  auto& width = between(0, columns_ - 1);
  width = std::max(width, pause.text.box.width);
}

Columns ColumnNeeds::columns(int box_width) const {
  std::vector<int> gaps(columns_, box_width + between_boxes);
  for (std::size_t span = 1; span < columns_; ++span)
    for (std::size_t first = 0; first + span < columns_; ++first) {
      const auto last = first + span;
      const int width = even(between_[first * columns_ + last]);
      if (width == 0) continue;
      const auto at = best_gap(gaps, first, last, width);
      gaps[at] = std::max(gaps[at], width + free_room(at, first, last));
    }
  Columns made;
  for (int x = box_width / 2; const int gap : gaps) {
    made.xs.push_back(x);
    x += gap;
  }
  if (columns_ == 0) return made;
  const int boxes = made.xs.back() + box_width - box_width / 2;
  made.width = std::max(boxes, beyond_last_ == 0 ? 0 : made.xs.back() + beyond_last_ + beside_end);
  return made;
}

int clear_middle(const std::vector<int>& xs, std::size_t one, std::size_t other, int width) {
  const auto [first, last] = std::minmax(one, other);
  const int half_way = xs[first] + (xs[last] - xs[first]) / 2, half = even(width) / 2;
  int best = half_way, shift = xs[last] - xs[first];
  for (auto at = first; at < last; ++at) {
    const int least = xs[at] + half + (at == first ? beside_end : beside_lifeline);
    const int most = xs[at + 1] - half - (at + 1 == last ? beside_end : beside_lifeline);
    if (least > most) continue;
    const int middle = std::clamp(xs[at] + (xs[at + 1] - xs[at]) / 2, least, most);
    if (std::abs(middle - half_way) >= shift) continue;
    best = middle;
    shift = std::abs(middle - half_way);
  }
  return best;
}

}  // namespace flowsim::diagram
