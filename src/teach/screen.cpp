// Shares the rows of a terminal out between what matters.
#include "teach/screen.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "diagram/character_text.hpp"

namespace flowsim::teach {
namespace {

std::size_t rows_of(const ScreenState& state) { return static_cast<std::size_t>(std::max(state.rows, 1)); }

/// With fewer columns only the page that is looked at is named.
constexpr std::size_t wide_rule = 64;

/// `── [message] checks actors secrets ladder ── 1-12 of 40 ──`.
std::string rule(const Session& session, const std::string& place) {
  const auto dash = std::string(session.options().ascii ? "-" : "─");
  std::string text = dash + dash;
  const auto width = static_cast<std::size_t>(session.options().width);
  const bool is_narrow = width < wide_rule;
  for (const auto& pane : panes())
    if (!is_narrow || &pane == &session.pane())
      text += &pane == &session.pane() ? fmt::format(" [{}]", pane.name) : fmt::format(" {}", pane.name);
  text += ' ';
  const auto end = place.empty() ? std::string() : fmt::format(" {} ", place);
  for (auto used = display_width(text) + display_width(end); used < width; ++used) text += dash;
  return text + end;
}

Lines slice(const Lines& lines, std::size_t from, std::size_t count) {
  Lines part;
  for (auto at = from; at < std::min(lines.size(), from + count); ++at) part.push_back(lines[at]);
  part.resize(count);
  return part;
}

void append(Lines& screen, Lines lines) { std::ranges::move(lines, std::back_inserter(screen)); }

constexpr int narrowest_text = 2;

Lines too_small(const ScreenState& state, const PageOptions& options) {
  Lines lines;
  if (options.width >= narrowest_text) {
    lines =
        character_lines(fmt::format("at least {} columns and {} rows are needed; q quits", least_columns, least_rows),
                        static_cast<std::size_t>(options.width));
    for (const auto& line : state.notice)
      if (display_width(line) <= static_cast<std::size_t>(options.width)) lines.push_back(line);
  }
  lines.resize(rows_of(state));
  return lines;
}

std::size_t lifeline_rows(std::size_t rows) { return rows * 2 / 5; }

}  // namespace

bool is_too_small(const PageOptions& options, const ScreenState& state) {
  return options.width < least_columns || state.rows < least_rows;
}

bool is_long(const Lines& notice) { return notice.size() > most_short_notice; }

std::size_t page_rows(const ScreenState& state) {
  const auto rows = rows_of(state);
  return rows > lifeline_rows(rows) + 6 ? rows - lifeline_rows(rows) - 6 : 1;
}

Lines compose_screen(const Session& session, ScreenState& state) {
  const auto& options = session.options();
  const auto rows = rows_of(state);
  if (is_too_small(options, state)) return too_small(state, options);
  const Scene scene(session.walk());
  const bool is_ladder = session.pane().name == "ladder";
  Page top(options), page(options);
  write_heading(top, scene);
  if (is_long(state.notice)) {
    page.add(state.notice);
  } else if (is_ladder) {
    auto drawing = ladder_so_far(scene, options);
    top.add(std::move(drawing.head));
    page.add(std::move(drawing.body));
  } else {
    top.add(ladder_tail(scene, options, lifeline_rows(rows)));
    session.pane().write(page, scene);
  }
  auto screen = top.take();
  if (screen.size() > rows / 2) screen.resize(rows / 2);
  const auto content = page.take();
  const auto notice = is_long(state.notice) ? Lines{} : state.notice;
  const auto room = rows - screen.size() - 2 - notice.size();
  const auto most = content.size() > room ? content.size() - room : 0;
  const bool is_lifelines = is_ladder && !is_long(state.notice);
  state.scroll = is_lifelines && state.follows_end ? most : std::min(state.scroll, most);
  if (is_lifelines) state.follows_end = state.scroll == most;
  const auto place = most == 0 ? std::string()
                               : fmt::format("{}-{} of {}", state.scroll + 1,
                                             std::min(content.size(), state.scroll + room), content.size());
  screen.push_back(rule(session, place));
  append(screen, slice(content, state.scroll, room));
  append(screen, notice);
  screen.push_back(state.footer);
  return screen;
}

}  // namespace flowsim::teach
