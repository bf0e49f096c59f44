// Puts heads, feet, title and footer around what the placer places.
#include "diagram/layout.hpp"

#include <algorithm>
#include <utility>

#include "diagram/columns.hpp"
#include "diagram/placer.hpp"
#include "diagram/set_element.hpp"

namespace flowsim::diagram {
namespace {

constexpr int margin = 32, below_title = 20, above_footer = 20, below_heads = 28;
constexpr int band_edge = 3, band_side = 10, icon_height = 38, name_padding = 12;

int height_of(const std::vector<std::vector<TextLine>>& texts, int size) {
  std::size_t lines = 1;
  for (const auto& text : texts) lines = std::max(lines, text.size());
  return static_cast<int>(lines) * line_height(size);
}

/// The lines in the middle of what is left of the box below `skipped`.
TextBlock inside(const Box& box, int skipped, const std::vector<TextLine>& lines) {
  const int height = static_cast<int>(lines.size()) * line_height(font_size::name);
  return centred(lines, font_size::name, box.middle(), box.top + skipped + (box.height - skipped - height) / 2);
}

class Architect {
 public:
  explicit Architect(const SequenceDiagram& diagram)
      : diagram_(diagram), heads_(diagram.lifelines), needs_(diagram.lifelines.size()) {}

  Page plan() && {
    const int elements = measure();
    const auto columns = needs_.columns(heads_.box_width);
    const int content = std::max(columns.width, needs_.widest_box());
    page_.width = content + 2 * margin;
    page_.grid = {columns.xs, margin, margin + content, heads_.box_width};
    for (int& x : page_.grid.xs) x += margin + (content - columns.width) / 2;
    y_ = margin;
    place_title(content);
    place_heads();
    page_.top = y_;
    y_ += elements;
    place_feet();
    place_footer(content);
    page_.height = y_ + margin - 8;
    move_bars();
    return std::move(page_);
  }

 private:
  /// Places everything in columns without a distance: how far down it goes does not depend on them.
  int measure() {
    const PlacedSink sink = [this](const PlacedElement& element) { needs_.ask(element); };
    Placer placer(diagram_, {std::vector<int>(diagram_.lifelines.size()), 0, 0, heads_.box_width}, 0, sink);
    diagram_.walk([&placer](const Element& element) { placer.place(element); });
    placer.finish();
    const int bottom = placer.bottom();
    page_.bars = std::move(placer).bars();
    return bottom;
  }

  void move_bars() {
    for (auto& bar : page_.bars) {
      const auto over = std::ranges::find(diagram_.lifelines, bar.over, &Lifeline::participant);
      bar.box.left += page_.grid.xs[static_cast<std::size_t>(over - diagram_.lifelines.begin())];
      bar.box.top += page_.top;
    }
  }

  void place_title(int content) {
    if (diagram_.title.empty()) return;
    page_.title = block(typeset(diagram_.title, Face::bold, font_size::title, content), font_size::title, margin, y_);
    y_ = page_.title.box.bottom() + below_title;
  }

  void place_footer(int content) {
    if (diagram_.footer.empty()) return;
    y_ += above_footer;
    page_.footer =
        block(typeset(diagram_.footer, Face::plain, font_size::footer, content), font_size::footer, margin, y_);
    y_ = page_.footer.box.bottom();
  }

  Box box_at(int x, int height) const { return {x - heads_.box_width / 2, y_, heads_.box_width, height}; }

  void place_heads() {
    const int band = height_of(heads_.roles, font_size::role) + 2 * band_edge;
    const int height = band / 2 + icon_height + height_of(heads_.short_names, font_size::name) + name_padding;
    for (std::size_t at = 0; at < diagram_.lifelines.size(); ++at) {
      PlacedLifeline placed;
      placed.participant = diagram_.lifelines[at].participant;
      placed.name = diagram_.lifelines[at].name;
      placed.x = page_.grid.xs[at];
      placed.role = centred(heads_.roles[at], font_size::role, placed.x, y_ + band_edge);
      placed.band = {placed.role.box.left - band_side, y_, placed.role.box.width + 2 * band_side, band};
      placed.head = box_at(placed.x, height);
      placed.head.top += band / 2;
      placed.short_name = inside(placed.head, band / 2 + icon_height - name_padding / 2, heads_.short_names[at]);
      page_.lifelines.push_back(std::move(placed));
    }
    y_ += band / 2 + height + below_heads;
  }

  void place_feet() {
    y_ += 6;
    const int height = height_of(heads_.whole_names, font_size::name) + 2 * name_padding;
    for (std::size_t at = 0; at < page_.lifelines.size(); ++at) {
      auto& lifeline = page_.lifelines[at];
      lifeline.foot = box_at(lifeline.x, height);
      lifeline.whole_name = inside(lifeline.foot, 0, heads_.whole_names[at]);
    }
    y_ += height;
  }

  const SequenceDiagram& diagram_;
  const Heads heads_;
  ColumnNeeds needs_;
  Page page_;
  int y_ = 0;
};

}  // namespace

Page page_of(const SequenceDiagram& diagram) { return Architect(diagram).plan(); }

void place_elements(const SequenceDiagram& diagram, const Page& page, const PlacedSink& sink) {
  Placer placer(diagram, page.grid, page.top, sink);
  diagram.walk([&placer](const Element& element) { placer.place(element); });
  placer.finish();
}

}  // namespace flowsim::diagram
