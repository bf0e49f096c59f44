// Places lines of text by their baselines.
#include "emit/svg/svg_pen.hpp"

namespace flowsim::emit {

void SvgPen::flush() {
  out_ << text_;
  text_.clear();
}

void SvgPen::text(const TextBlock& block, int size, std::string_view classes, bool middle) {
  int y = block.box.top + size + (line_height(size) - size) / 3;
  for (const auto& line : block.lines) {
    put("<text class=\"{}{}\" x=\"{}\" y=\"{}\">", classes, middle ? " middle" : "",
        middle ? block.box.middle() : block.box.left, y);
    for (const auto& run : line.runs)
      if (run.code)
        put("<tspan class=\"code\">{}</tspan>", Escaped{run.text});
      else
        put("{}", Escaped{run.text});
    put("</text>\n");
    y += line_height(size);
  }
}

void SvgPen::rectangle(std::string_view colour, std::string_view kind, const Box& box, int radius) {
  put("<rect class=\"{}{}{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", colour, colour.empty() ? "" : " ", kind,
      box.left, box.top, box.width, box.height);
  if (radius > 0) put(" rx=\"{}\"", radius);
  put("/>\n");
}

}  // namespace flowsim::emit
