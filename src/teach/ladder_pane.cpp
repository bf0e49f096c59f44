// The lifelines as far as a run has come, each where it stands in the drawing of the whole run.
#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <variant>

#include "emit/ladder.hpp"
#include "teach/panes.hpp"

namespace flowsim {
namespace {

/// The lines of a finished drawing.
Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

LadderDrawing draw(const Scene& scene, const PageOptions& options, bool with_ending) {
  auto whole = sequence_diagram(scene.run, {scene.walk.detail(), options.show_tokens, scene.stop.last});
  whole.title.clear();
  whole.footer.clear();
  std::ostringstream out;
  Ladder ladder(whole, ladder_columns(whole, options.width, options.ascii),
                {options.width, options.ascii, options.color}, out);
  ladder.head();
  LadderDrawing drawing{lines_of(out.str()), {}};
  out.str({});
  whole.walk([&ladder, with_ending](const Element& element) {
    const auto* note = std::get_if<Note>(&element);
    if (with_ending || note == nullptr || note->kind != NoteKind::ending) ladder.draw(element);
  });
  ladder.finish_line();
  drawing.body = lines_of(out.str());
  return drawing;
}

}  // namespace

LadderDrawing ladder_so_far(const Scene& scene, const PageOptions& options) {
  return draw(scene, options, scene.is_last());
}

void write_ladder_pane(Page& page, const Scene& scene) {
  auto drawing = ladder_so_far(scene, page.options());
  page.add(std::move(drawing.head));
  page.add(std::move(drawing.body));
}

Lines ladder_tail(const Scene& scene, const PageOptions& options, std::size_t most) {
  auto [lines, body] = draw(scene, options, false);
  if (lines.size() + body.size() > most && lines.size() < most) {
    const auto kept = most - lines.size();
    body.erase(body.begin(), body.end() - static_cast<std::ptrdiff_t>(std::min(kept, body.size())));
  }
  std::ranges::move(body, std::back_inserter(lines));
  if (lines.size() > most) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(most), lines.end());
  return lines;
}

}  // namespace flowsim
