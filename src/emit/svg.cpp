// Draws a placed sequence diagram as SVG, without a float in sight: every coordinate is a whole pixel.
#include <fmt/core.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <ostream>
#include <string>
#include <variant>

#include "diagram/layout.hpp"
#include "diagram/prose.hpp"
#include "emit/escape.hpp"
#include "emit/svg_style.hpp"
#include "emit/writers.hpp"

namespace flowsim {
namespace {

constexpr int badge_radius = 10, start_radius = 3, tip_length = 10, lost_before = 30;

/// Line drawings in a square of 20, by role.
constexpr std::array icons{"M10 10a4 4 0 1 0 0-8a4 4 0 0 0 0 8M2.5 19c0-4.5 3-7 7.5-7s7.5 2.5 7.5 7",     // a person
                           "M2 3.5h16v13h-16zM2 7.5h16",                                                  // a window
                           "M2 3.5h16v13h-16zM2 7.5h16M7 13.5l-2-1.5 2-1.5M13 10.5l2 1.5-2 1.5",          // a program
                           "M10 1.5l7 2.5v5c0 4.5-3 7.5-7 9.5c-4-2-7-5-7-9.5v-5zM7 9.5l2.300 2.300 4-4",  // a shield
                           "M3 2.5h14v6h-14zM3 11.5h14v6h-14zM6 5.5h.1M6 14.5h.1M10 5.5h4M10 14.5h4",     // a server
                           "M2.5 9h15M5 9l1.5-6h7l1.5 6M6.5 15a2.5 2.5 0 1 0 0-.1M11.5 15a2.5 2.5 0 1 0 0-.1",  // a hat
                           "M2 3.5h16v13h-16zM2 7.5h16"};  // a window

/// Signs in a square of 16, by kind of note: a warning, a stop, a gap in a fence, a flag.
constexpr std::array signs{"M8 2l7 12h-14zM8 6.5v3.5M8 12v.1",
                           "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M3.5 3.5l9 9",
                           "M8 1.5a6.5 6.5 0 1 0 6 4M8 4.5v4.5M8 11.5v.1", "M3.5 15v-13h9l-2.5 3.5 2.5 3.5h-9"};
constexpr std::array kinds{"fault", "refusal", "undefended", "ending"};
constexpr std::array kind_words{"Fault", "Refusal", "Not defended", "End"};

template <class Table, class Kind>
constexpr auto entry(const Table& table, Kind kind) {
  return table.at(static_cast<std::size_t>(kind));
}

/// Tells pictures on one page apart (FNV-1a).
std::uint32_t fingerprint(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return hash;
}

class Painter {
 public:
  Painter(const SequenceDiagram& diagram, std::ostream& out) : diagram_(diagram), layout_(layout(diagram)), out_(out) {}

  void paint() {
    open();
    if (!layout_.title.lines.empty()) text(layout_.title, font_size::title, "title");
    put("<g role=\"list\" aria-label=\"Participants\">\n");
    for (const auto& lifeline : layout_.lifelines) draw(lifeline);
    put("</g>\n<g role=\"list\" aria-label=\"Messages and notes\">\n");
    for (const auto& element : layout_.elements) std::visit([this](const auto& item) { draw(item); }, element);
    put("</g>\n");
    if (!layout_.footer.lines.empty()) text(layout_.footer, font_size::footer, "footer");
    put("</svg>\n");
    flush();
  }

 private:
  template <class... Values>
  void put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
    if (text_.size() > 60000) flush();
  }

  void flush() {
    out_ << text_;
    text_.clear();
  }

  std::string description() const {
    std::string names;
    for (const auto& lifeline : diagram_.lifelines) names += (names.empty() ? "" : ", ") + lifeline.name;
    std::size_t arrows = 0;
    diagram_.walk([&arrows](const Element& element) { arrows += std::holds_alternative<Arrow>(element) ? 1U : 0U; });
    return fmt::format("Sequence diagram with {} message{} between {}. {}", arrows, arrows == 1 ? "" : "s", names,
                       diagram_.footer);
  }

  void open() {
    const auto words = description();
    const auto id = fmt::format("flowsim-{:08x}", fingerprint(diagram_.title + words));
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flowsim docs\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" role=\"graphics-document document\" aria-roledescription=\"sequence diagram\" "
        "aria-labelledby=\"{2}-title\" aria-describedby=\"{2}-desc\" xml:space=\"preserve\">\n",
        layout_.width, layout_.height, id);
    put("<title id=\"{0}-title\">{1}</title>\n<desc id=\"{0}-desc\">{2}</desc>\n", id, escape_svg(diagram_.title),
        escape_svg(words));
    put("<style>\n{}</style>\n", svg_style());
    put("<rect class=\"page\" width=\"{}\" height=\"{}\"/>\n", layout_.width, layout_.height);
  }

  void text(const TextBlock& block, int size, std::string_view classes, bool middle = false) {
    int y = block.box.top + size + (line_height(size) - size) / 3;
    for (const auto& line : block.lines) {
      put("<text class=\"{}{}\" x=\"{}\" y=\"{}\">", classes, middle ? " middle" : "",
          middle ? block.box.middle() : block.box.left, y);
      for (const auto& run : line.runs)
        if (run.code)
          put("<tspan class=\"code\">{}</tspan>", escape_svg(run.text));
        else
          put("{}", escape_svg(run.text));
      put("</text>\n");
      y += line_height(size);
    }
  }

  void rectangle(std::string_view classes, const Box& box, int radius) {
    put("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n", classes, box.left, box.top,
        box.width, box.height, radius);
  }

  void participant_box(const PlacedLifeline& lifeline, const Box& box, std::string_view role) {
    rectangle(fmt::format("{} box", role), box, 9);
    if (lifeline.participant == Participant::attacker)
      rectangle(fmt::format("{} inner", role), {box.left + 4, box.top + 4, box.width - 8, box.height - 8}, 6);
  }

  void draw(const PlacedLifeline& lifeline) {
    const auto role = name_of(lifeline.participant);
    put("<g role=\"listitem\"><title>{}</title>\n", escape_svg(named(lifeline.participant)));
    put("<path class=\"{} lifeline\" d=\"M{} {}V{}\"/>\n", role, lifeline.x, lifeline.head.bottom(), lifeline.foot.top);
    participant_box(lifeline, lifeline.head, role);
    participant_box(lifeline, lifeline.foot, role);
    put("<path class=\"{} icon\" transform=\"translate({} {})\" d=\"{}\"/>\n", role, lifeline.x - 10,
        lifeline.head.top + 12, entry(icons, lifeline.participant));
    text(lifeline.name, font_size::name, "name", true);
    text(lifeline.end_name, font_size::name, "name", true);
    put("</g>\n");
  }

  std::string named(Participant participant) const {
    for (const auto& lifeline : diagram_.lifelines)
      if (lifeline.participant == participant) return lifeline.name;
    return std::string(display_name(participant));
  }

  std::string spoken(const PlacedArrow& placed) const {
    const auto& arrow = placed.arrow;
    auto words = fmt::format("{}{} to {}: {}", arrow.numbered ? fmt::format("{}. ", arrow.number) : "",
                             named(arrow.from), named(arrow.to), arrow.caption);
    const auto add = [&words](std::string_view mark) { fmt::format_to(std::back_inserter(words), " ({})", mark); };
    if (arrow.deviating) add("not part of the flow");
    if (arrow.lost) add("never arrives");
    return words;
  }

  void draw(const PlacedArrow& placed) {
    put("<g class=\"arrow{}{}\" role=\"listitem\"><title>{}</title>\n", placed.arrow.deviating ? " deviating" : "",
        placed.arrow.lost ? " lost" : "", escape_svg(spoken(placed)));
    const bool loop = placed.from == placed.to;
    if (loop)
      draw_loop(placed);
    else
      draw_shaft(placed);
    const auto& caption = placed.caption.box;
    put("<rect class=\"halo\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", caption.left - 4, caption.top,
        caption.width + 8, caption.height);
    text(placed.caption, font_size::caption, "caption", !loop);
    if (!placed.mark.lines.empty()) draw_mark(placed.mark);
    draw_start(placed);
    put("</g>\n");
  }

  void draw_shaft(const PlacedArrow& placed) {
    const int way = placed.to > placed.from ? 1 : -1;
    if (placed.arrow.lost) {
      const int end = placed.to - way * lost_before;
      put("<path class=\"shaft\" d=\"M{} {}H{}\"/>\n", placed.from, placed.y, end);
      put("<path class=\"cross\" d=\"M{} {}l12 12m0-12l-12 12\"/>\n", end - 6 + way * 6, placed.y - 6);
      return;
    }
    put("<path class=\"shaft\" d=\"M{} {}H{}\"/>\n", placed.from, placed.y, placed.to - way * (tip_length - 2));
    put("<path class=\"tip\" d=\"M{} {}l{} -5v10z\"/>\n", placed.to, placed.y, -way * tip_length);
  }

  void draw_loop(const PlacedArrow& placed) {
    const int right = placed.from + loop_width, down = placed.y + loop_height;
    const int end = placed.arrow.lost ? placed.from + 16 : placed.from + tip_length - 2;
    put("<path class=\"shaft\" d=\"M{} {}H{}q6 0 6 6V{}q0 6 -6 6H{}\"/>\n", placed.from, placed.y, right - 6, down - 6,
        end);
    if (placed.arrow.lost)
      put("<path class=\"cross\" d=\"M{} {}l10 10m0-10l-10 10\"/>\n", end - 10, down - 5);
    else
      put("<path class=\"tip\" d=\"M{} {}l{} -5v10z\"/>\n", placed.from, down, tip_length);
  }

  void draw_mark(const TextBlock& mark) {
    const int top = mark.box.top;
    put("<rect class=\"halo\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", mark.box.left - 2, top,
        mark.box.width + 4, mark.box.height);
    put("<path class=\"sign\" transform=\"translate({} {})\" d=\"M6 1l5.5 10h-11zM6 4.5v3M6 9v.1\"/>\n", mark.box.left,
        top + 1);
    auto words = mark;
    words.box.left += mark_sign_width;
    text(words, font_size::mark, "mark");
  }

  void draw_start(const PlacedArrow& placed) {
    put("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", placed.arrow.numbered ? "badge" : "start", placed.from,
        placed.y, placed.arrow.numbered ? badge_radius : start_radius);
    if (placed.arrow.numbered)
      put("<text class=\"number\" x=\"{}\" y=\"{}\">{}</text>\n", placed.from, placed.y + 4, placed.arrow.number);
  }

  void draw(const PlacedNote& note) {
    put("<g class=\"note {}\" role=\"listitem\"><title>{}</title>\n", entry(kinds, note.kind),
        entry(kind_words, note.kind));
    frame(note);
    put("<path class=\"sign\" transform=\"translate({} {})\" d=\"{}\"/>\n", note.box.left + 10, note.box.top + 10,
        entry(signs, note.kind));
    text_of(note);
    put("</g>\n");
  }

  void text_of(const PlacedNote& note) {
    const auto middle = note.text.lines.begin() + static_cast<std::ptrdiff_t>(note.heading);
    const TextBlock heading{{note.text.lines.begin(), middle}, note.text.box};
    TextBlock rest{{middle, note.text.lines.end()}, note.text.box};
    rest.box.top += static_cast<int>(note.heading) * line_height(font_size::note);
    text(heading, font_size::note, "heading");
    text(rest, font_size::note, "words");
  }

  /// A rounded box, with a peak at the lifeline it is about where there is room for one.
  void frame(const PlacedNote& note) {
    const auto& [left, top, width, height] = note.box;
    put("<path class=\"frame\" d=\"M{} {}", left + 6, top);
    if (note.pointer && *note.pointer > left + 14 && *note.pointer < left + width - 14)
      put("H{}l7 -7l7 7", *note.pointer - 7);
    put("H{}q6 0 6 6V{}q0 6 -6 6H{}q-6 0 -6 -6V{}q0 -6 6 -6z\"/>\n", left + width - 6, top + height - 6, left + 6,
        top + 6);
  }

  const SequenceDiagram& diagram_;
  const Layout layout_;
  std::ostream& out_;
  std::string text_;
};

}  // namespace

void write_svg(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  if (diagram.title.empty()) diagram.title = trace.header.title;
  if (diagram.footer.empty()) diagram.footer = legacy_sentence;
  Painter(diagram, out).paint();
}

}  // namespace flowsim
