// Tries the widest columns first, and gives way until they fit.
#include "diagram/ladder_columns.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/text.hpp"
#include "diagram/character_text.hpp"

namespace flowsim::diagram {
namespace {

constexpr int widest_caption = 64;  ///< longer ones are wrapped however much room there is
constexpr int caption_sides = 3;    ///< a blank on both sides of a caption, and the lifeline itself
constexpr int shortest_arrow = 7;   ///< from lifeline to lifeline
constexpr int right_of_last = 4;    ///< for an arrow to oneself

/// A way to write the participants' names.
struct NameStyle {
  bool whole;         ///< as pictures show them, not the short ones
  std::size_t wrap;   ///< at so many columns
  int padding;        ///< left and right of a name in its box
  int between_boxes;  ///< blanks
  int least_caption;  ///< the style is left for the next one where captions would get less
};

constexpr std::array name_styles{
    NameStyle{true, 16, 1, 1, 22},
    NameStyle{false, 16, 1, 1, 12},
    NameStyle{false, 10, 0, 0, 1},
};

class Placement {
 public:
  Placement(const SequenceDiagram& diagram, int width, bool ascii)
      : diagram_(diagram), count_(diagram.lifelines.size()), ascii_(ascii), needs_(count_ * count_) {
    columns_.width = std::clamp(width, narrowest_ladder, widest_ladder);
    diagram.walk([this](const Element& element) {
      if (const auto* arrow = std::get_if<Arrow>(&element)) ask(*arrow);
    });
  }

  LadderColumns place() && {
    for (const auto& style : name_styles) {
      set_names(style);
      for (int caption = widest_caption; caption >= style.least_caption; --caption)
        if (place_boxes(style, caption)) return std::move(columns_);
    }
    place_below_each_other();
    return std::move(columns_);
  }

 private:
  int& need(std::size_t first, std::size_t last) { return needs_[first * count_ + last]; }

  int columns_of_text(std::string_view text) const {
    return static_cast<int>(std::min<std::size_t>(display_width(character_text(text, ascii_)), widest_caption));
  }

  void ask(const Arrow& arrow) {
    const auto [first, last] = std::minmax({lifeline_of(diagram_, arrow.from), lifeline_of(diagram_, arrow.to)});
    const auto number = number_of(arrow);
    int wish = columns_of_text(arrow.caption) + (number.empty() ? 0 : static_cast<int>(number.size()) + 2);
    for (const auto& detail : arrow.details) wish = std::max(wish, columns_of_text(detail));
    if (first != last)
      need(first, last) = std::max(need(first, last), wish);
    else if (first + 1 < count_)
      need(first, first + 1) = std::max(need(first, first + 1), wish);
  }

  void set_names(const NameStyle& style) {
    columns_.padding = style.padding;
    columns_.names.clear();
    for (const auto& [participant, name] : diagram_.lifelines) {
      auto shown = character_text(style.whole ? std::string_view(name) : name_of(participant), ascii_);
      if (!style.whole) std::ranges::replace(shown, '_', ' ');
      columns_.names.push_back(character_lines(shown, style.wrap));
    }
  }

  /// Whether all fit where a caption is wrapped at `caption` columns.
  bool place_boxes(const NameStyle& style, int caption) {
    std::vector<int> gaps;
    for (std::size_t at = 0; at + 1 < count_; ++at)
      gaps.push_back(std::max(
          box_sides(columns_, at).right + box_sides(columns_, at + 1).left + 1 + style.between_boxes, shortest_arrow));
    for (std::size_t span = 1; span < count_; ++span)
      for (std::size_t first = 0; first + span < count_; ++first)
        if (const int wish = need(first, first + span); wish > 0)
          widen(gaps, first, first + span, std::min(wish, caption) + caption_sides);
    int x = count_ == 0 ? 0 : box_sides(columns_, 0).left;
    columns_.xs.clear();
    for (std::size_t at = 0; at < count_; ++at) {
      columns_.xs.push_back(x);
      if (at < gaps.size()) x += gaps[at];
    }
    columns_.end = count_ == 0 ? 0 : x + 1 + box_sides(columns_, count_ - 1).right;
    return std::max(columns_.end, x + right_of_last) <= columns_.width;
  }

  /// Makes the gaps from one lifeline to another add up to that distance.
  static void widen(std::vector<int>& gaps, std::size_t first, std::size_t last, int distance) {
    int missing = distance;
    for (auto at = first; at < last; ++at) missing -= gaps[at];
    for (auto at = first; at < last && missing > 0; ++at) {
      const int left = static_cast<int>(last - at);
      const int share = (missing + left - 1) / left;
      gaps[at] += share;
      missing -= share;
    }
  }

  void place_below_each_other() {
    columns_.boxed = false;
    columns_.xs.clear();
    columns_.end = columns_.width;
    const int gap = (columns_.width - 1 - right_of_last) / std::max(1, static_cast<int>(count_) - 1);
    for (std::size_t at = 0; at < count_; ++at) columns_.xs.push_back(1 + static_cast<int>(at) * gap);
    for (std::size_t at = 0; at < count_; ++at) {
      const auto room = columns_.width - (at == 0 ? 0 : columns_.xs[at - 1] + 2);
      columns_.names[at] = character_lines(join(columns_.names[at], " "), static_cast<std::size_t>(room));
    }
  }

  const SequenceDiagram& diagram_;
  const std::size_t count_;
  const bool ascii_;
  std::vector<int> needs_;  ///< what captions between two lifelines wish, by the first and the last of them
  LadderColumns columns_;
};

}  // namespace

LadderColumns ladder_columns(const SequenceDiagram& diagram, int width, bool ascii) {
  return Placement(diagram, width, ascii).place();
}

BoxSides box_sides(const LadderColumns& columns, std::size_t lifeline) {
  const int inner = static_cast<int>(widest(columns.names[lifeline])) + 2 * columns.padding;
  return {(inner + 1) / 2, inner / 2 + 1};
}

std::size_t lifeline_of(const SequenceDiagram& diagram, Participant participant) {
  const auto found = std::ranges::find(diagram.lifelines, participant, &Lifeline::participant);
  return found == diagram.lifelines.end() ? 0 : static_cast<std::size_t>(found - diagram.lifelines.begin());
}

}  // namespace flowsim::diagram
