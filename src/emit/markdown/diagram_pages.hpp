// The pages that show a folder of diagrams: one for each folder of scenarios, and one above them.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::emit {

/// One drawing of a subject.
struct DrawnFile {
  std::string path;         ///< below the folder of diagrams
  std::string label;        ///< the format: `plantuml`
  bool is_picture = false;  ///< a browser shows it
};

/// What is drawn: a scenario's run, or an actor's state machine.
struct DrawnSubject {
  std::string name;              ///< its path below the folder of diagrams, without extension: `attacks/alg-none`
  std::string title;             ///< as the scenario has it
  std::string teaches;           ///< likewise; may be empty
  std::string ending;            ///< the outcome's name; empty for a state machine
  std::string explanation;       ///< of the outcome, in one or two sentences
  std::string description;       ///< the drawing in words, for those who do not see it
  std::string scenario;          ///< the scenario's file below the folder of scenarios; empty for a state machine
  std::vector<DrawnFile> files;  ///< none where it is not drawn into the folder
  std::string command;           ///< what draws it then
};

/// The folder below the folder of diagrams in which the state machines stand.
inline constexpr const char* states_folder = "states";

/// A page for each folder that a subject stands in, and `index.md`, which leads to them and shows the subjects that
/// stand in no folder: each with its path below the folder of diagrams, and its text. `to_scenarios` is the way from
/// the folder of diagrams to that of scenarios; where it is empty the pages do not link there.
std::vector<std::pair<std::string, std::string>> diagram_pages(std::span<const DrawnSubject> subjects,
                                                               const std::string& to_scenarios);

/// The paths of these pages, before anything is drawn.
std::vector<std::string> diagram_page_paths(std::span<const std::string> names);

}  // namespace flowsim::emit
