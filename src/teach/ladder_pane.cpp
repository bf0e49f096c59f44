// The lifelines as far as a run has come, each where it stands in the drawing of the whole run.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <variant>

#include "emit/ladder/ladder.hpp"
#include "teach/panes.hpp"

namespace flowsim::teach {
namespace {

/// The lines of a finished drawing.
Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

constexpr auto all_arrows = std::numeric_limits<std::size_t>::max();

bool is_arrow(const Element& element) { return std::holds_alternative<Arrow>(element); }

/// How many arrows there are beyond the last `most`.
std::size_t arrows_beyond(const SequenceDiagram& diagram, std::size_t most) {
  if (most == all_arrows) return 0;
  std::size_t arrows = 0;
  diagram.walk([&arrows](const Element& element) { arrows += is_arrow(element) ? 1U : 0U; });
  return arrows - std::min(arrows, most);
}

/// With no more than the last `most` arrows and what follows them; of what comes before, only who is at work.
LadderDrawing draw(const Scene& scene, const PageOptions& options, bool with_ending, std::size_t most) {
  auto whole = sequence_diagram(scene.run, {scene.walk.detail(), options.show_tokens, scene.stop.last});
  whole.title.clear();
  whole.footer.clear();
  std::ostringstream out;
  Ladder ladder(whole, ladder_columns(whole, options.width, options.ascii),
                {options.width, options.ascii, options.color}, out);
  ladder.head();
  LadderDrawing drawing{lines_of(out.str()), {}};
  out.str({});
  auto skipped = arrows_beyond(whole, most);
  bool is_beyond = skipped > 0;
  whole.walk([&](const Element& element) {
    is_beyond = is_beyond && !(is_arrow(element) && skipped-- == 0);
    if (is_beyond && !std::holds_alternative<Activation>(element)) return;
    const auto* note = std::get_if<Note>(&element);
    if (with_ending || note == nullptr || note->kind != NoteKind::ending) ladder.draw(element);
  });
  ladder.finish_line();
  drawing.body = lines_of(out.str());
  return drawing;
}

}  // namespace

LadderDrawing ladder_so_far(const Scene& scene, const PageOptions& options) {
  return draw(scene, options, scene.is_last(), all_arrows);
}

void write_ladder_pane(Page& page, const Scene& scene) {
  auto drawing = ladder_so_far(scene, page.options());
  page.add(std::move(drawing.head));
  page.add(std::move(drawing.body));
}

Lines ladder_tail(const Scene& scene, const PageOptions& options, std::size_t most) {
  auto [lines, body] = draw(scene, options, false, most);  // an arrow takes a line at least
  if (lines.size() + body.size() > most && lines.size() < most) {
    const auto kept = most - lines.size();
    body.erase(body.begin(), body.end() - static_cast<std::ptrdiff_t>(std::min(kept, body.size())));
  }
  std::ranges::move(body, std::back_inserter(lines));
  if (lines.size() > most) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(most), lines.end());
  return lines;
}

}  // namespace flowsim::teach
