// The list of all steps: what a reader without scripts gets, and what the page's script walks through.
#include <fmt/core.h>

#include <algorithm>

#include "diagram/wire_step.hpp"
#include "emit/html/lesson_parts.hpp"

namespace flowsim::emit {
namespace {

/// An address in it has a part that no server sees.
bool has_fragment(const std::vector<Part>& parts) {
  return std::ranges::any_of(parts, [](const Part& part) {
    return (part.name == "fragment" && !part.remark.empty()) || has_fragment(part.parts);
  });
}

class StepWriter {
 public:
  StepWriter(Markup& page, const LessonWalk& walk, std::string_view slug, int heading)
      : page_(page), walk_(walk), slug_(slug), heading_(heading) {}

  void write_all() {
    const auto& steps = walk_.steps();
    page_.put("<ol class=\"steps\">\n");
    for (std::size_t at = 0; at < steps.size(); ++at) {
      const auto end = at + 1 < steps.size() ? steps[at + 1] : walk_.parts().size();
      write_step(at, steps[at], end);
    }
    page_.put("</ol>\n");
  }

 private:
  void write_step(std::size_t number, std::size_t first, std::size_t end) {
    const auto& stop = walk_.parts()[first];
    const int interaction = stop.message == 0 ? 0 : walk_.trace().message(stop.message).envelope.interaction;
    page_.put("<li class=\"step{}\" id=\"{}/{}\"><h{}>", interaction == 0 ? " background" : "", slug_, number,
              heading_);
    write_heading(stop);
    page_.put("</h{}>\n", heading_);
    for (auto part = first; part < end; ++part) write_part(part);
    page_.put("</li>\n");
  }

  void write_heading(const Stop& stop) {
    if (stop.message == 0) {
      page_.put("<span class=\"caption\">{}</span>",
                stop.kind == StopKind::start ? "Before the first message" : "Time passes");
    } else {
      const auto& words = walk_.words_of(stop.message);
      const int number = walk_.trace().message(stop.message).envelope.interaction;
      if (number > 0) page_.put("<span class=\"ordinal\">{}</span> ", number);
      write_route(words.from, words.to);
      page_.put(" <span class=\"caption\">{}{}</span>", *words.caption,
                stop.kind == StopKind::arrival ? " arrives" : "");
    }
    page_.put(" <span class=\"clock\">{}</span>", walk_.clock(stop.at));
  }

  void write_route(Participant from, Participant to) {
    write_actor(page_, from);
    page_.put(" <span class=\"to\">to</span> ");
    write_actor(page_, to);
  }

  void write_part(std::size_t part) {
    const auto& stop = walk_.parts()[part];
    page_.put("<div class=\"part\">");
    if (stop.kind == StopKind::message) write_message(walk_.trace().message(stop.message));
    if (stop.kind == StopKind::leg) write_leg(walk_.leg(stop.leg));
    write_happenings(page_, walk_, part);
    page_.put("</div>\n");
  }

  void write_message(const MessageRecord& record) {
    const auto& mark = *walk_.words_of(record.id).mark;
    if (!mark.empty()) page_.put("<p class=\"alarm\">{}</p>\n", mark);
    write_anatomy(page_, anatomy_of(record, {walk_.options().show_tokens}));
  }

  void write_leg(const LegRecord& record) {
    const auto number = walk_.number_of(record);
    page_.put("<details class=\"leg\"><summary>");
    if (!number.empty()) page_.put("<span class=\"ordinal\">{}</span> ", number);
    write_route(record.leg.from, record.leg.to);
    const int interaction = walk_.trace().message(record.leg.message).envelope.interaction;
    const auto anatomy = anatomy_of(record, interaction, {walk_.options().show_tokens});
    if (has_fragment(anatomy)) page_.put(" <span class=\"chip\">fragment</span>");
    page_.put(" <span class=\"caption\">{}</span>{}</summary>",
              wire_step(record.leg.payload, walk_.options().show_tokens).caption,
              record.arrived ? "" : " (does not arrive)");
    write_anatomy(page_, anatomy);
    page_.put("</details>");
  }

  Markup& page_;
  const LessonWalk& walk_;
  const std::string_view slug_;
  const int heading_;
};

}  // namespace

void write_steps(Markup& page, const LessonWalk& walk, std::string_view slug, int heading) {
  StepWriter(page, walk, slug, heading).write_all();
}

}  // namespace flowsim::emit
