// Tells arrows apart by their shapes: whole or dashed, thin or heavy, with filled or open heads, crosses, slants.
#include "emit/svg/svg_arrow.hpp"

#include <algorithm>
#include <cstdlib>

#include "diagram/set_element.hpp"
#include "emit/svg/svg_signs.hpp"

namespace flowsim::emit {
namespace {

constexpr int badge_height = 20, badge_padding = 6, start_radius = 3, lost_before = 34, cross_half = 7;
constexpr int panel_radius = 5;

class ArrowPainter {
 public:
  ArrowPainter(SvgPen& pen, const PlacedArrow& placed, int x, const SvgTheme& theme)
      : pen_(pen), placed_(placed), arrow_(placed.arrow), x_(x), theme_(theme) {}

  void draw() {
    const bool loop = placed_.from_column == placed_.to_column;
    if (loop)
      draw_loop();
    else if (arrow_.lost)
      draw_lost();
    else
      draw_shaft();
    draw_start();
    pen_.text(placed_.caption, font_size::caption, "caption", !loop);
    if (!placed_.mark.lines.empty()) draw_mark();
    if (placed_.details.lines.empty()) return;
    pen_.rectangle("panel", placed_.panel, theme_.rounded ? panel_radius : 0);
    pen_.text(placed_.details, font_size::detail, "detail");
  }

 private:
  bool is_open() const { return arrow_.kind != ArrowKind::request; }

  /// The head with its point at the end of a line that goes `way` and falls by `fall` along the head.
  void draw_head(int x, int y, int way, int fall) {
    const int length = theme_.tip_length, half = length / 2;
    if (is_open())
      pen_.put("<path class=\"head\" d=\"M{} {}L{} {}L{} {}\"/>\n", x - way * length, y - fall - half, x, y,
               x - way * length, y - fall + half);
    else
      pen_.put("<path class=\"tip\" d=\"M{} {}l{} {}v{}z\"/>\n", x, y, -way * length, -fall - half, 2 * half);
  }

  void draw_shaft() {
    const int way = placed_.to > placed_.from ? 1 : -1;
    const int distance = std::max(1, std::abs(placed_.to - placed_.from));
    const int fall = ((placed_.end_y - placed_.y) * theme_.tip_length + distance / 2) / distance;
    const int short_of = is_open() ? 1 : theme_.tip_length - 2;
    if (placed_.y == placed_.end_y)
      pen_.put("<path class=\"shaft\" d=\"M{} {}H{}\"/>\n", placed_.from, placed_.y, placed_.to - way * short_of);
    else
      pen_.put("<path class=\"shaft\" d=\"M{} {}L{} {}\"/>\n", placed_.from, placed_.y, placed_.to - way * short_of,
               placed_.end_y - (is_open() ? 0 : fall));
    draw_head(placed_.to, placed_.end_y, way, fall);
  }

  void draw_lost() {
    const int way = placed_.to > placed_.from ? 1 : -1, end = placed_.to - way * lost_before;
    pen_.put("<path class=\"shaft\" d=\"M{} {}H{}\"/>\n", placed_.from, placed_.y, end);
    draw_cross(end + way * cross_half, placed_.y);
  }

  void draw_cross(int x, int y) {
    pen_.put("<path class=\"cross\" d=\"M{0} {1}l{2} {2}m0-{2}l-{2} {2}\"/>\n", x - cross_half, y - cross_half,
             2 * cross_half);
  }

  void draw_loop() {
    const int right = x_ + loop_width, end = placed_.from + (arrow_.lost ? 14 : is_open() ? 1 : theme_.tip_length - 2);
    pen_.put("<path class=\"shaft\" d=\"M{} {}H{}q6 0 6 6V{}q0 6 -6 6H{}\"/>\n", placed_.from, placed_.y, right - 6,
             placed_.end_y - 6, end);
    if (arrow_.lost)
      draw_cross(end - 2, placed_.end_y);
    else
      draw_head(placed_.from, placed_.end_y, -1, 0);
  }

  void draw_mark() {
    int left = placed_.mark.box.left;
    for (const auto sign : placed_.signs) {
      pen_.put("<path class=\"sign\" transform=\"translate({} {}){}\" d=\"{}\"/>\n", left, placed_.mark.box.top + 1,
               theme_.signs, svg_sign(sign));
      left += mark_sign_width;
    }
    auto words = placed_.mark;
    words.box.left = left;
    pen_.text(words, font_size::mark, "mark");
  }

  /// Where the attacker sends, corners take the place of rounds.
  void draw_start() {
    const bool hostile = is_hostile(arrow_.from);
    const auto number = number_of(arrow_);
    if (!number.empty()) {
      const int words = widest(typeset(number, Face::bold, font_size::mark, loop_width));
      const int width = std::max(badge_height, words + 2 * badge_padding);
      const Box badge{x_ - width / 2, placed_.y - badge_height / 2, width, badge_height};
      pen_.rectangle("badge", badge, hostile ? 0 : badge_height / 2);
      pen_.put("<text class=\"number middle\" x=\"{}\" y=\"{}\">{}</text>\n", x_, placed_.y + 4, number);
    } else if (hostile) {
      const int half = start_radius + 2;
      pen_.rectangle("start", {placed_.from - half, placed_.y - half, 2 * half, 2 * half}, 0);
    } else {
      pen_.put("<circle class=\"start\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", placed_.from, placed_.y, start_radius);
    }
  }

  SvgPen& pen_;
  const PlacedArrow& placed_;
  const Arrow& arrow_;
  const int x_;
  const SvgTheme& theme_;
};

}  // namespace

void draw_arrow(SvgPen& pen, const PlacedArrow& placed, int x, const SvgTheme& theme) {
  ArrowPainter(pen, placed, x, theme).draw();
}

}  // namespace flowsim::emit
