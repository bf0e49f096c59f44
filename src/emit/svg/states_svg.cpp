// Draws placed state diagrams as SVG: boxes, labels, and lines that flow together on their way to a state.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <ostream>
#include <string>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "diagram/state_layout.hpp"
#include "emit/escape.hpp"
#include "emit/state_formats.hpp"
#include "emit/svg/svg_style.hpp"

namespace flowsim::emit {
namespace {

constexpr int tip_length = 10, bend = 7, start_mark_radius = 7, between_diagrams = 12, least_width = 560;

struct StatesRule {
  std::string_view selectors, declarations;
};

/// What a state diagram has that a sequence diagram has not.
constexpr std::array states_rules{StatesRule{".face", "fill:@page;stroke:@line"},
                                  StatesRule{".inner", "fill:none;stroke:@line"},
                                  StatesRule{".state .name", "text-anchor:start"},
                                  StatesRule{".state .rule", "fill:none;stroke:@line;stroke-width:1px;opacity:.45"},
                                  StatesRule{".label", "font-size:12px"},
                                  StatesRule{".label .guard", "fill:@soft"},
                                  StatesRule{".label .action", "font-style:italic"},
                                  StatesRule{".stem,.lane", "fill:none;stroke:@line;stroke-width:1.5px"},
                                  StatesRule{".gap", "fill:none;stroke:@page;stroke-width:5px"},
                                  StatesRule{".tip,.start", "fill:@line"}};

/// Who has a colour of its own. What goes on is drawn in it, what ends is not.
constexpr std::array coloured{"user", "client", "okta", "app", "attacker"};

constexpr std::array parts{"event", "guard", "action"};

/// The data of a path of straight stretches and rounded corners, on whole pixels.
class Line {
 public:
  explicit Line(Point start) : at_(start) { path_ = fmt::format("M{} {}", start.x, start.y); }

  /// Goes to `corner` and is about to turn there towards `next`, which both lie straight on.
  Line& turn(Point corner, Point next) {
    const int radius = std::min({bend, length(at_, corner), length(corner, next) / 2});
    const auto before = towards(corner, at_, radius), after = towards(corner, next, radius);
    to(before);
    if (radius > 0)
      path_ +=
          fmt::format("q{} {} {} {}", corner.x - before.x, corner.y - before.y, after.x - before.x, after.y - before.y);
    at_ = after;
    return *this;
  }

  Line& to(Point end) {
    if (end.x != at_.x) path_ += fmt::format("H{}", end.x);
    if (end.y != at_.y) path_ += fmt::format("V{}", end.y);
    at_ = end;
    return *this;
  }

  const std::string& path() const { return path_; }

 private:
  static int length(Point from, Point to) { return std::abs(from.x - to.x) + std::abs(from.y - to.y); }
  static Point towards(Point from, Point to, int by) {
    const auto step = [by](int here, int there) { return here + std::clamp(there - here, -by, by); };
    return {step(from.x, to.x), step(from.y, to.y)};
  }

  Point at_;
  std::string path_;
};

class StatePainter {
 public:
  StatePainter(const StateDiagram& diagram, std::string& out)
      : diagram_(diagram), drawing_(layout(diagram)), out_(out) {}

  int width() const { return drawing_.width; }
  int height() const { return drawing_.height; }

  void paint(int down) {
    put("<g class=\"machine\" transform=\"translate(0 {})\">\n", down);
    text(drawing_.title, font_size::title, "title");
    draw_lanes();
    draw_stems();
    put("<g role=\"list\" aria-label=\"{}, states\">\n", escape_svg(diagram_.title));
    for (const auto& state : drawing_.states) draw(state);
    put("</g>\n<g role=\"list\" aria-label=\"{}, transitions\">\n", escape_svg(diagram_.title));
    for (const auto& state : drawing_.states) draw_rows(state);
    put("</g>\n</g>\n");
  }

 private:
  template <class... Values>
  void put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  void text(const TextBlock& block, int size, std::string_view classes) {
    int y = block.box.top + size + (line_height(size) - size) / 3;
    for (const auto& line : block.lines) {
      put("<text class=\"{}\" x=\"{}\" y=\"{}\">", classes, block.box.left, y);
      for (const auto& run : line.runs)
        put("{}{}{}", run.code ? "<tspan class=\"code\">" : "", escape_svg(run.text), run.code ? "</tspan>" : "");
      put("</text>\n");
      y += line_height(size);
    }
  }

  void text(const PlacedLabel& label) {
    int y = label.box.top + label_size + (line_height(label_size) - label_size) / 3;
    for (const auto& line : label.lines) {
      put("<text class=\"label\" x=\"{}\" y=\"{}\"><tspan class=\"code\">", label.box.left + line.indent, y);
      for (const auto& run : line.runs)
        put("{}<tspan class=\"{}\">{}</tspan>", &run == &line.runs.front() ? "" : " ",
            parts.at(static_cast<std::size_t>(run.part)), escape_svg(run.text));
      put("</tspan></text>\n");
      y += line_height(label_size);
    }
  }

  void draw_lanes() {
    for (const auto& lane : drawing_.lanes) {
      const int way = lane.ends_right ? 1 : -1;
      std::string path;
      for (const auto& source : lane.sources)
        path += line_in(lane, source, {lane.door.x - way * (tip_length - 2), lane.door.y});
      const auto colour = lane.ends_right ? "" : escape_svg(diagram_.name) + " ";
      put("<path class=\"gap\" d=\"{0}\"/>\n<path class=\"{1}lane\" d=\"{0}\"/>\n", path, colour);
      put("<path class=\"{}tip\" d=\"M{} {}l{} -5v10z\"/>\n", colour, lane.door.x, lane.door.y, -way * tip_length);
    }
  }

  static std::string line_in(const StateLane& lane, Point source, Point end) {
    Line line(source);
    const Point up{lane.x, source.y}, down{lane.x, end.y};
    if (lane.ends_right && source.y == end.y) return line.to(end).path();
    return line.turn(up, down).turn(down, end).to(end).path();
  }

  void draw_stems() {
    if (drawing_.states.empty()) return;
    const auto& first = drawing_.states.front();
    put("<circle class=\"start\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", drawing_.start.x, drawing_.start.y,
        start_mark_radius);
    put("<path class=\"stem\" d=\"M{} {}V{}\"/>\n", drawing_.start.x, drawing_.start.y, first.box.top - tip_length + 2);
    put("<path class=\"tip\" d=\"M{} {}l-5 -{}h10z\"/>\n", drawing_.start.x, first.box.top, tip_length);
    for (const auto& state : drawing_.states) {
      std::string path;
      for (const auto& transition : drawing_.transitions)
        if (transition.from == state.name) path += branch_to(state, transition);
      if (!path.empty()) put("<path class=\"stem\" d=\"{}\"/>\n", path);
    }
  }

  static std::string branch_to(const PlacedState& state, const PlacedTransition& transition) {
    const Point corner{state.stem, transition.enters}, end{transition.label.box.left - label_gap, transition.enters};
    return Line({state.stem, state.box.bottom()}).turn(corner, end).to(end).path();
  }

  void rectangle(std::string_view classes, const Box& box, int radius) {
    put("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n", classes, box.left, box.top,
        box.width, box.height, radius);
  }

  void draw(const PlacedState& state) {
    put("<g class=\"state\" role=\"listitem\"><title>{}</title>\n", escape_svg(spoken(state)));
    const auto& box = state.box;
    const auto name = escape_svg(diagram_.name);
    rectangle("face " + name + " box", box, 9);
    if (state.final) rectangle(name + " inner", {box.left + 3, box.top + 3, box.width - 6, box.height - 6}, 6);
    if (!state.reactions.empty())
      put("<path class=\"rule\" d=\"M{} {}H{}\"/>\n", box.left + 3, state.reactions.front().box.top - 5,
          box.right() - 3);
    text(state.title, font_size::name, "name");
    put("</g>\n");
  }

  static std::string spoken(const PlacedState& state) {
    return state.name + (state.initial ? ", initial state" : "") + (state.final ? ", final state" : "");
  }

  void draw_rows(const PlacedState& state) {
    const auto& box = *std::ranges::find(diagram_.states, state.name, &StateBox::name);
    for (std::size_t at = 0; at < box.reactions.size(); ++at)
      draw_row(state.name + " stays: " + join(box.reactions[at], " "), state.reactions.at(at));
    auto placed = std::ranges::find(drawing_.transitions, state.name, &PlacedTransition::from);
    for (const auto& arrow : diagram_.arrows)
      if (arrow.from == state.name)
        for (const auto& words : arrow.labels)
          draw_row(arrow.from + " to " + arrow.to + ": " + join(words, " "), (placed++)->label);
  }

  void draw_row(const std::string& words, const PlacedLabel& label) {
    put("<g role=\"listitem\"><title>{}</title>\n", escape_svg(words));
    text(label);
    put("</g>\n");
  }

  const StateDiagram& diagram_;
  const StateLayout drawing_;
  std::string& out_;
};

/// All diagrams of one file, below each other.
class Sheet {
 public:
  explicit Sheet(std::span<const StateDiagram> diagrams) : diagrams_(diagrams) {}

  std::string write() && {
    std::string machines;
    for (const auto& diagram : diagrams_) {
      StatePainter painter(diagram, machines);
      painter.paint(height_);
      width_ = std::max(width_, painter.width());
      height_ += painter.height() - state_margin + between_diagrams;
    }
    const auto footer = write_footer();
    return head() + machines + footer + "</svg>\n";
  }

 private:
  std::string write_footer() {
    std::string text;
    height_ += state_margin - between_diagrams;
    for (const auto sentence : {label_sentence, std::string_view(diagrams_.front().footer)})
      for (const auto& line : typeset(sentence, Face::plain, font_size::footer, width_ - 2 * state_margin)) {
        height_ += line_height(font_size::footer);
        fmt::format_to(std::back_inserter(text), "<text class=\"footer\" x=\"{}\" y=\"{}\">", state_margin, height_);
        for (const auto& run : line.runs) text += escape_svg(run.text);
        text += "</text>\n";
      }
    height_ += state_margin;
    return text;
  }

  std::string head() const {
    std::string id = "flowsim-states", titles, words;
    for (const auto& diagram : diagrams_) {
      id += "-" + diagram.name;
      titles += (titles.empty() ? "" : "; ") + diagram.title;
      words += described(diagram) + " ";
    }
    words += diagrams_.front().footer;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flowsim docs\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" role=\"graphics-document document\" aria-roledescription=\"state diagram\" "
        "aria-labelledby=\"{2}-title\" aria-describedby=\"{2}-desc\" xml:space=\"preserve\">\n"
        "<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-desc\">{4}</desc>\n<style>\n{5}</style>\n"
        "<rect class=\"page\" width=\"{0}\" height=\"{1}\"/>\n",
        width_, height_, escape_svg(id), escape_svg(titles), escape_svg(words), svg_style_of_states());
  }

  static std::string described(const StateDiagram& diagram) {
    std::size_t rows = 0;
    for (const auto& state : diagram.states) rows += state.reactions.size();
    for (const auto& arrow : diagram.arrows) rows += arrow.labels.size();
    return fmt::format("State diagram “{}” with {} states and {} transitions, begins in {}.", diagram.title,
                       diagram.states.size(), rows, diagram.initial);
  }

  std::span<const StateDiagram> diagrams_;
  int width_ = least_width, height_ = 0;
};

}  // namespace

std::string svg_style_of_states() {
  std::string sheet(svg_style());
  for (const auto& [selectors, declarations] : states_rules) append_svg_rule(sheet, selectors, declarations);
  for (const std::string name : coloured) {
    append_svg_rule(sheet, fmt::format(".{}.lane", name), "stroke:@" + name);
    append_svg_rule(sheet, fmt::format(".{}.tip", name), "fill:@" + name);
  }
  return sheet;
}

void write_states_svg(std::span<const StateDiagram> diagrams, const StateOptions&, std::ostream& out) {
  if (!diagrams.empty()) out << Sheet(diagrams).write();
}

}  // namespace flowsim::emit
