// Draws scenarios and state machines into a folder of diagrams, each in every format that is wanted.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagram/state_diagram.hpp"
#include "emit/markdown/diagram_pages.hpp"
#include "emit/registry.hpp"
#include "publish/generated_folder.hpp"
#include "publish/plantuml_program.hpp"

namespace flowsim::cli {

/// What is drawn of each subject.
struct DrawingStyle {
  std::vector<const Format*> formats;     ///< each written by flowsim itself
  const PictureKind* rendered = nullptr;  ///< the kind of picture that PlantUML renders besides; null for none
  std::string renderer;                   ///< the version of PlantUML; empty where any will do
  Detail detail = Detail::messages;       ///< of the runs; state machines have none
};

/// The format whose text PlantUML renders.
const Format& rendered_format();

/// A subject and its drawings, by the names of their formats.
struct Drawn {
  DrawnSubject subject;
  std::map<std::string_view, std::string> texts;
};

/// The participants that have a table.
std::vector<std::string_view> machine_names();

/// The diagram of that actor; of all of them, one after another, where `actor` is empty.
std::vector<StateDiagram> diagrams_of(const std::string& actor);

/// The subjects that have been drawn into a folder, and what is still to be rendered.
class Drawings {
 public:
  Drawings(GeneratedFolder& folder, DrawingStyle style) : folder_(folder), style_(std::move(style)) {}

  /// The files of a run of that name, or of a state machine; the latter has only formats that draw such.
  std::vector<DrawnFile> files_of_run(const std::string& name) const;
  std::vector<DrawnFile> files_of_machine(const std::string& name) const;

  /// Draws a run under that name, or a state machine; several threads may.
  Drawn draw_run(const Trace& trace, const std::string& name) const;
  /// The run as a subject that is not drawn, and the command that draws it.
  Drawn mention_run(const Trace& trace, const std::string& name, std::string command) const;
  Drawn draw_machine(const StateDiagram& diagram) const;

  void add(Drawn drawn);

  const std::vector<DrawnSubject>& subjects() const { return subjects_; }

  /// Renders what is not current, by one process, and gives it to the folder.
  std::optional<RenderProblem> render(const PlantumlProgram& program);

 private:
  std::vector<DrawnFile> with_rendered(std::vector<DrawnFile> files, const std::string& name) const;

  GeneratedFolder& folder_;
  DrawingStyle style_;
  std::vector<DrawnSubject> subjects_;
  std::vector<RenderSource> sources_;  ///< each named by the path of its picture
};

}  // namespace flowsim::cli
