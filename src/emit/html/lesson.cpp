// Fills the templates of `src/emit/page`, whose own ids begin with a capital, as no slug does.
#include "emit/html/lesson.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "diagram/roles.hpp"
#include "emit/html/embedded_picture.hpp"
#include "emit/html/lesson_parts.hpp"
#include "emit/html/lesson_style.hpp"
#include "emit/html/page_files.hpp"
#include "emit/html/page_policy.hpp"
#include "emit/html/template.hpp"
#include "emit/state_formats.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

class LessonWriter {
 public:
  LessonWriter(std::span<const Lesson> lessons, std::string_view title, const EmitOptions& options, std::ostream& out)
      : lessons_(lessons), title_(title), options_(options), page_(out), heading_(lessons.size() == 1 ? 1 : 2) {}

  void write() {
    const auto style = lesson_style(svg_theme(options_.theme));
    const auto script = fmt::format("{}{}{}", page_files::run_js, page_files::picture_js, page_files::lesson_js);
    fill(page_files::lesson_html, page_,
         {{"policy", [&] { page_.put_raw(page_policy(style, script)); }},
          {"title", [&] { page_.put("{}", title_); }},
          {"style", [&] { page_.put_raw(style); }},
          {"contents", [&] { write_contents(); }},
          {"scenarios",
           [&] {
             for (const auto& lesson : lessons_) write(lesson);
           }},
          {"drawn", [&] { write_drawn_machines(); }},
          {"legacy", [&] { page_.put("{}", legacy_sentence); }},
          {"tables", [&] { page_.put_raw(tables_as_json(options_.table_of)); }},
          {"script", [&] { page_.put_raw(script); }}});
    page_.flush();
  }

 private:
  void write_contents() {
    if (lessons_.size() == 1) return;
    page_.put("<nav class=\"contents\" aria-label=\"Scenarios\">\n<h1>{}</h1>\n<ol>\n", title_);
    for (const auto& [slug, trace] : lessons_)
      page_.put("<li><a href=\"#{}\">{}</a> <span class=\"outcome {}\">{}</span></li>\n", slug, trace->header.title,
                outcome_of(*trace), outcome_of(*trace));
    page_.put("</ol>\n</nav>\n");
  }

  static std::string_view outcome_of(const Trace& trace) {
    return trace.outcome ? name_of(trace.outcome->kind) : "stopped";
  }

  void write(const Lesson& lesson) {
    const LessonWalk walk(*lesson.trace, options_);
    fill(page_files::scenario_html, page_,
         {{"slug", [&] { page_.put("{}", lesson.slug); }},
          {"story", [&] { write_story(lesson); }},
          {"pictures", [&] { write_pictures(lesson, walk); }},
          {"steps",
           [&] {
             heading("Step by step");
             write_steps(page_, walk, lesson.slug, heading_ + 2);
           }},
          {"ending",
           [&] {
             heading("How it ended");
             write_ending(page_, walk);
           }},
          {"machines", [&] { write_machines(); }},
          {"secrets",
           [&] {
             heading("Who has seen which secret");
             write_secrets(page_, walk);
           }},
          {"data", [&] { write_walk_as_json(page_, walk); }}});
  }

  void heading(std::string_view words) { page_.put("<h{0}>{1}</h{0}>\n", heading_ + 1, words); }

  void write_machines() {
    heading("State machines");
    page_.put(
        "<p class=\"without-script\">With scripts, this shows the state of each machine at the step, and the "
        "transitions now possible. The steps say each change of state.</p>\n<ul class=\"machines\"></ul>\n");
  }

  void write_drawn_machines() {
    if (!options_.table_of) return;
    page_.put("<section class=\"card drawn\" id=\"Drawn\"><h{0}>State machines, drawn</h{0}>\n", heading_ + 1);
    for (const auto actor : all_participants) {
      const auto& table = options_.table_of(actor);
      if (table.rows.empty()) continue;
      const auto diagram = state_diagram(name_of(actor), "States: " + std::string(display_name(actor)), table);
      page_.put("<details data-actor=\"{}\"><summary>", name_of(actor));
      write_actor(page_, actor);
      page_.put("</summary>\n");
      embed_picture(page_.stream(), fmt::format("States/{}", name_of(actor)),
                    [&](std::ostream& out) { write_states_svg(std::span(&diagram, 1), {}, out); });
      page_.put("</details>\n");
    }
    page_.put("</section>\n");
  }

  void write_story(const Lesson& lesson) {
    const auto& header = lesson.trace->header;
    page_.put("<h{0} id=\"{1}/title\">{2}</h{0}>\n", heading_, lesson.slug, header.title);
    if (!header.teaches.empty()) page_.put("<p class=\"teaches\">{}</p>\n", header.teaches);
    page_.put("<p class=\"facts\">{} profile · seed {}", header.profile, header.seed);
    if (!header.references.empty()) page_.put(" · {}", join(header.references, ", "));
    page_.put("</p>\n");
    if (!header.disabled_checks.empty())
      page_.put("<p class=\"warning\"><strong>Switched off:</strong> {}</p>\n", join(header.disabled_checks, ", "));
  }

  void write_pictures(const Lesson& lesson, const LessonWalk& walk) {
    for (const auto& level : walk.levels()) {
      page_.put(
          "<div class=\"canvas{}\" data-level=\"{}\" tabindex=\"0\" role=\"region\" aria-label=\"Diagram: {}\"><div "
          "class=\"paper\">\n",
          level.detail == options_.detail ? "" : " coarser", name_of(level.detail), name_of(level.detail));
      auto options = options_;
      options.detail = level.detail;
      embed_picture(page_.stream(), fmt::format("{}/{}", lesson.slug, name_of(level.detail)),
                    [&](std::ostream& out) { write_svg(*lesson.trace, options, out); });
      page_.put("</div></div>\n");
    }
  }

  const std::span<const Lesson> lessons_;
  const std::string_view title_;
  const EmitOptions& options_;
  Markup page_;
  const int heading_;  ///< the level of a scenario's title
};

}  // namespace

void write_lesson(std::span<const Lesson> lessons, std::string_view title, const EmitOptions& options,
                  std::ostream& out) {
  LessonWriter(lessons, title, options, out).write();
}

void write_html(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  const Lesson lesson{slug_of(std::filesystem::path(trace.header.file).stem().string()), &trace};
  write_lesson(std::span(&lesson, 1), trace.header.title, options, out);
}

std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char letter : name) {
    if (is_letter_or_digit(letter))
      slug += lower_case(letter);
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug.empty() ? "run" : slug;
}

}  // namespace flowsim::emit
