// A whole terminal's worth of a session: heading, lifelines, one page, and what was said last.
#pragma once

#include <cstddef>
#include <string>

#include "teach/session.hpp"

namespace flowsim::teach {

/// No smaller terminal shows a walk.
inline constexpr int least_columns = 40, least_rows = 12;

/// A notice of more lines stands in the place of the page.
inline constexpr std::size_t most_short_notice = 4;

/// What a terminal shows besides the walk.
struct ScreenState {
  int rows = 24;
  Lines notice;              ///< the last answer; short ones stand at the bottom, long ones in the place of the page
  std::string footer;        ///< the last line: a prompt, or the keys that matter
  std::size_t scroll = 0;    ///< lines of the page that are above its first visible one; set back where it is too many
  bool follows_end = false;  ///< of the ladder: its end is to be seen, however large the terminal; true once it was
};

/// Whether the terminal shows nothing but that it is too small.
bool is_too_small(const PageOptions& options, const ScreenState& state);

/// Whether the notice stands in the place of the page.
bool is_long(const Lines& notice);

/// Exactly `rows` lines, none wider than the session's width. Small terminals get a sentence that says so, and the
/// notice.
Lines compose_screen(const Session& session, ScreenState& state);

/// How many lines of the page fit, for turning pages.
std::size_t page_rows(const ScreenState& state);

}  // namespace flowsim::teach
