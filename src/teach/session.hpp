// A person's session with a run: commands in, lines out; no terminal, no file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "teach/page.hpp"
#include "teach/panes.hpp"
#include "teach/walk.hpp"

namespace flowsim::teach {

/// A scenario file that a person wants written.
struct SaveRequest {
  std::string path;
  std::string text;
  std::string origin;  ///< the file that the story came from
  bool may_overwrite = false;
};

/// What a command comes to.
struct Answer {
  Lines lines;              ///< what to say; may be empty
  bool shows_stop = false;  ///< one stands elsewhere, or there is something else to see where one stands
  bool shows_pane = false;  ///< one wants to see `Session::pane`
  bool is_error = false;    ///< the command could not be obeyed; `lines` say why, and what would be right
  bool ends = false;        ///< the person is done
  std::optional<SaveRequest> save{};
};

class Session;

/// One row of the command table.
struct SessionCommand {
  std::string_view name, short_name;  ///< the second may be empty
  std::string_view arguments;         ///< `PLACE`; empty where there are none
  std::string_view description;       ///< one line without a full stop
  void (*obey)(Session& session, std::string_view arguments, Answer& answer);
  bool needs_scenario = false;  ///< it changes the story, or writes it down
};

/// Every command, in the order in which people learn them.
std::span<const SessionCommand> session_commands();

/// Its state is the walk, the page that is looked at, and how things are shown.
class Session {
 public:
  /// `text` is what `scenario` was read from.
  Session(std::string text, Scenario scenario, Detail detail, const PageOptions& options);
  /// Of a run that was stored, see `Walk`.
  Session(Trace stored, Detail detail, const PageOptions& options);

  /// Obeys one line: a command with its arguments, or a place to go to. An empty line means `next`.
  Answer obey(std::string_view line);

  const Walk& walk() const { return walk_; }
  Walk& walk() { return walk_; }
  const std::string& text() const { return text_; }

  const Pane& pane() const { return *pane_; }
  void look_at(const Pane& pane) { pane_ = &pane; }

  PageOptions& options() { return options_; }
  const PageOptions& options() const { return options_; }

  /// From now on `quit` is to be said twice where changes are not saved.
  void ask_before_leaving() { asks_ = true; }
  /// Whether one may leave; where not, one may when asked again right behind.
  bool may_leave();

  /// The story as it is now has been written to a file.
  void note_saved();

  /// Everything about the stop, one page below the other: heading, the last lifelines, what travels, checks, actors,
  /// and the secrets where somebody has just seen one.
  Lines stop_page() const;

  /// The page that is looked at.
  Lines pane_page() const;

 private:
  std::string text_;
  Walk walk_;
  PageOptions options_;
  const Pane* pane_;
  std::vector<std::string> saved_;  ///< the changes that are in a file
  bool asks_ = false, was_asked_ = false;
};

}  // namespace flowsim::teach
