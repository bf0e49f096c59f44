// Draws a placed sequence diagram as SVG, without a float in sight: every coordinate is a whole pixel.
#include <fmt/core.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ostream>
#include <string>
#include <variant>

#include "diagram/description.hpp"
#include "diagram/layout.hpp"
#include "diagram/prose.hpp"
#include "emit/svg/svg_arrow.hpp"
#include "emit/svg/svg_pen.hpp"
#include "emit/svg/svg_signs.hpp"
#include "emit/svg/svg_style.hpp"
#include "emit/svg/svg_words.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

constexpr int box_radius = 9, state_radius = 10, bar_radius = 2, gap_half = 20;

constexpr std::array<std::string_view, 4> note_classes{"fault", "refusal", "undefended", "ending"};

/// The attacker's browser has the attacker's colours.
std::string_view colour_of(Participant participant) {
  return name_of(is_hostile(participant) ? Participant::attacker : participant);
}

/// Tells pictures on one page apart (FNV-1a).
std::uint32_t fingerprint(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return hash;
}

class Painter {
 public:
  Painter(const SequenceDiagram& diagram, const SvgTheme& theme, std::ostream& out)
      : diagram_(diagram), page_(page_of(diagram)), theme_(theme), words_(diagram.lifelines), pen_(out) {}

  void paint() {
    open();
    if (!page_.title.lines.empty()) pen_.text(page_.title, font_size::title, "title");
    pen_.put("<g role=\"list\" aria-label=\"Participants\">\n");
    for (const auto& lifeline : page_.lifelines) draw(lifeline);
    pen_.put("</g>\n");
    for (const auto& bar : page_.bars)
      pen_.rectangle(colour_of(bar.over), "bar", bar.box, theme_.rounded ? bar_radius : 0);
    pen_.put("<g role=\"list\" aria-label=\"Messages, notes and states\">\n");
    place_elements(diagram_, page_, [this](const PlacedElement& element) {
      std::visit([this](const auto& item) { draw(item); }, element);
    });
    pen_.put("</g>\n");
    if (!page_.footer.lines.empty()) pen_.text(page_.footer, font_size::footer, "footer");
    pen_.put("</svg>\n");
  }

 private:
  void open() {
    const auto words = describe(diagram_) + " " + diagram_.footer;
    const auto id = fmt::format("flowsim-{:08x}",
                                fingerprint(fmt::format("{} {} {} {}", theme_.name, page_.width, page_.height, words)));
    pen_.put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flowsim {3}\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" role=\"graphics-document document\" aria-roledescription=\"sequence diagram\" "
        "aria-labelledby=\"{2}-title\" aria-describedby=\"{2}-desc\" xml:space=\"preserve\">\n",
        page_.width, page_.height, id, theme_.name);
    pen_.put("<title id=\"{0}-title\">{1}</title>\n<desc id=\"{0}-desc\">{2}</desc>\n", id, Escaped{diagram_.title},
             Escaped{words});
    pen_.put("<style>\n{}</style>\n", svg_style(theme_));
    pen_.put("<rect class=\"page\" width=\"{}\" height=\"{}\"/>\n", page_.width, page_.height);
  }

  int corner(int radius) const { return theme_.rounded ? radius : 0; }

  void participant_box(const PlacedLifeline& lifeline, const Box& box) {
    const auto colour = colour_of(lifeline.participant);
    pen_.rectangle(colour, "box", box, corner(box_radius));
    if (is_hostile(lifeline.participant))
      pen_.rectangle(colour, "inner", {box.left + 4, box.top + 4, box.width - 8, box.height - 8},
                     corner(box_radius - 3));
  }

  void draw(const PlacedLifeline& lifeline) {
    const auto colour = colour_of(lifeline.participant);
    const int top = lifeline.head.bottom(), bottom = lifeline.foot.top;
    pen_.put("<g role=\"listitem\"><title>{}</title>\n", Escaped{lifeline.name});
    if (is_hostile(lifeline.participant))
      pen_.put("<path class=\"{0} lifeline\" d=\"M{1} {3}V{4}M{2} {3}V{4}\"/>\n", colour, lifeline.x - 2,
               lifeline.x + 2, top, bottom);
    else
      pen_.put("<path class=\"{} lifeline\" d=\"M{} {}V{}\"/>\n", colour, lifeline.x, top, bottom);
    participant_box(lifeline, lifeline.head);
    participant_box(lifeline, lifeline.foot);
    pen_.rectangle(colour, "band", lifeline.band, corner(lifeline.band.height / 2));
    pen_.text(lifeline.role, font_size::role, "role", true);
    pen_.put("<path class=\"{} icon\" transform=\"translate({} {})\" d=\"{}\"/>\n", colour, lifeline.x - 10,
             lifeline.band.bottom() + 7, svg_icon(lifeline.participant));
    pen_.text(lifeline.short_name, font_size::name, "name", true);
    pen_.text(lifeline.whole_name, font_size::name, "name", true);
    pen_.put("</g>\n");
  }

  static std::string_view shape_of(ArrowKind kind) {
    constexpr std::array<std::string_view, 3> shapes{"request", "response", "action"};
    return shapes.at(static_cast<std::size_t>(kind));
  }

  void draw(const PlacedArrow& placed) {
    const auto& arrow = placed.arrow;
    const bool hostile = is_hostile(arrow.from) || is_hostile(arrow.to);
    pen_.put("<g class=\"arrow {}{}{}\" role=\"listitem\"><title>{}</title>\n", shape_of(arrow.kind),
             arrow.deviating ? " deviating" : "", hostile ? " hostile" : "", Escaped{words_.of(arrow)});
    draw_arrow(pen_, placed, page_.grid.xs[placed.from_column], theme_);
    pen_.put("</g>\n");
  }

  void draw(const PlacedStateChange& placed) {
    pen_.put("<g role=\"listitem\"><title>{}</title>\n", Escaped{words_.of(placed.change)});
    pen_.rectangle(colour_of(placed.change.over), "invariant", placed.box, state_radius);
    pen_.text(placed.text, font_size::state, "condition", true);
    pen_.put("</g>\n");
  }

  void draw(const PlacedPause& placed) {
    pen_.put("<g class=\"pause\" role=\"listitem\"><title>{}</title>\n", Escaped{placed.words});
    std::string dots;
    for (const int x : page_.grid.xs) {
      pen_.rectangle("page", {x - gap_half, placed.box.top, 2 * gap_half, placed.box.height}, 0);
      fmt::format_to(std::back_inserter(dots), "M{} {}V{}", x, placed.box.top + 4, placed.box.bottom() - 2);
    }
    pen_.put("<path class=\"dots\" d=\"{}\"/>\n", dots);
    const auto& box = placed.text.box;
    pen_.put("<path class=\"sign\" transform=\"translate({} {}){}\" d=\"{}\"/>\n", box.left, box.top + 2, theme_.signs,
             svg_sign(Sign::delayed));
    pen_.text({placed.text.lines, {box.left + mark_sign_width, box.top, box.width - mark_sign_width, box.height}},
              font_size::pause, "words");
    pen_.put("</g>\n");
  }

  void draw(const PlacedNote& placed) {
    const auto kind = placed.note.kind;
    pen_.put("<g class=\"note {}\" role=\"listitem\"><title>{}</title>\n",
             note_classes.at(static_cast<std::size_t>(kind)), Escaped{words_.of(placed.note)});
    frame(placed);
    pen_.put("<path class=\"sign\" transform=\"translate({} {}){}\" d=\"{}\"/>\n", placed.box.left + 10,
             placed.box.top + 10, theme_.signs, svg_sign(kind));
    const auto middle = placed.text.lines.begin() + static_cast<std::ptrdiff_t>(placed.heading);
    TextBlock rest{{middle, placed.text.lines.end()}, placed.text.box};
    rest.box.top += static_cast<int>(placed.heading) * line_height(font_size::note);
    pen_.text({{placed.text.lines.begin(), middle}, placed.text.box}, font_size::note, "heading");
    pen_.text(rest, font_size::note, "words");
    pen_.put("</g>\n");
  }

  /// A rounded box, with a peak at the lifeline it is about where there is room for one.
  void frame(const PlacedNote& note) {
    const auto& [left, top, width, height] = note.box;
    pen_.put("<path class=\"frame\" d=\"M{} {}", left + 6, top);
    if (note.pointer && *note.pointer > left + 14 && *note.pointer < left + width - 14)
      pen_.put("H{}l7 -7l7 7", *note.pointer - 7);
    pen_.put("H{}q6 0 6 6V{}q0 6 -6 6H{}q-6 0 -6 -6V{}q0 -6 6 -6z\"/>\n", left + width - 6, top + height - 6, left + 6,
             top + 6);
  }

  const SequenceDiagram& diagram_;
  const Page page_;
  const SvgTheme& theme_;
  const SvgWords words_;
  SvgPen pen_;
};

}  // namespace

void write_svg(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  if (diagram.title.empty()) diagram.title = trace.header.title;
  if (diagram.footer.empty()) diagram.footer = legacy_sentence;
  Painter(diagram, svg_theme(options.theme), out).paint();
}

}  // namespace flowsim::emit
