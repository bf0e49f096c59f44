// Widens the gaps for the captions that must fit between them, short arrows first.
#include "diagram/columns.hpp"

#include <algorithm>
#include <cstdlib>

namespace flowsim {
namespace {

constexpr int name_width = 148, box_padding = 18, narrowest_box = 116, between_boxes = 44;
constexpr int narrow_caption = 20 * font_size::caption, widest_caption = 34 * font_size::caption;

/// Room that two columns need between them.
struct Need {
  std::size_t first = 0, last = 0;
  int distance = 0;
};

class Spacing {
 public:
  explicit Spacing(const SequenceDiagram& diagram) : diagram_(diagram) {
    columns_.box_width = narrowest_box;
    for (const auto& lifeline : diagram.lifelines) {
      columns_.names.push_back(typeset(lifeline.name, Face::bold, font_size::name, name_width));
      columns_.box_width = std::max(columns_.box_width, widest(columns_.names.back()) + 2 * box_padding);
    }
    gaps_.assign(diagram.lifelines.size(), columns_.box_width + between_boxes);
  }

  Columns space() && {
    diagram_.walk([this](const Element& element) {
      if (const auto* arrow = std::get_if<Arrow>(&element)) ask(*arrow);
    });
    std::ranges::stable_sort(needs_, {}, [](const Need& need) { return need.last - need.first; });
    for (const auto& need : needs_) widen(need);
    int x = columns_.box_width / 2;
    for (const int gap : gaps_) {
      columns_.xs.push_back(x);
      x += gap;
    }
    const int boxes = columns_.xs.empty() ? 0 : columns_.xs.back() + columns_.box_width / 2;
    columns_.width = std::max(boxes, beyond_last_ == 0 ? 0 : columns_.xs.back() + beyond_last_);
    return std::move(columns_);
  }

 private:
  void ask(const Arrow& arrow) {
    const auto from = column_of(diagram_, arrow.from), to = column_of(diagram_, arrow.to);
    const int caption = widest(typeset_evenly(arrow.caption, Face::plain, font_size::caption, narrow_caption));
    const int distance = caption + caption_sides + (from == to ? loop_width : 0);
    if (from != to)
      needs_.push_back({std::min(from, to), std::max(from, to), distance});
    else if (from + 1 < gaps_.size())
      needs_.push_back({from, from + 1, distance});
    else
      beyond_last_ = std::max(beyond_last_, distance);
  }

  void widen(const Need& need) {
    int missing = need.distance;
    for (auto at = need.first; at < need.last; ++at) missing -= gaps_[at];
    for (auto at = need.first; at < need.last && missing > 0; ++at) {
      const int left = static_cast<int>(need.last - at);
      const int share = (missing + left - 1) / left;
      gaps_[at] += share;
      missing -= share;
    }
  }

  const SequenceDiagram& diagram_;
  Columns columns_;
  std::vector<int> gaps_;
  std::vector<Need> needs_;
  int beyond_last_ = 0;
};

}  // namespace

int caption_limit(int distance) {
  return distance == 0 ? narrow_caption : std::min(widest_caption, std::abs(distance) - caption_sides);
}

std::size_t column_of(const SequenceDiagram& diagram, Participant participant) {
  const auto found = std::ranges::find(diagram.lifelines, participant, &Lifeline::participant);
  return found == diagram.lifelines.end() ? 0 : static_cast<std::size_t>(found - diagram.lifelines.begin());
}

Columns columns(const SequenceDiagram& diagram) { return Spacing(diagram).space(); }

}  // namespace flowsim
