// Formats come from the two format tables: this file names none but the one that the external program reads.
#include "cli/drawings.hpp"

#include <algorithm>
#include <sstream>

#include "diagram/roles.hpp"
#include "emit/state_formats.hpp"
#include "flows/implicit/states.hpp"
#include "publish/digest.hpp"
#include "words/say.hpp"

namespace flowsim::cli {
namespace {

const StateFormat* state_format_named(std::string_view name) {
  const auto found = std::ranges::find(state_formats(), name, &StateFormat::name);
  return found == state_formats().end() ? nullptr : &*found;
}

DrawnFile file_of(const std::string& name, const Format& format) {
  const bool is_picture =
      std::ranges::find(picture_kinds(), format.extension, &PictureKind::extension) != picture_kinds().end();
  return {name + std::string(format.extension), std::string(format.name), is_picture};
}

std::string drawn_run(const Trace& trace, const Format& format, Detail detail) {
  std::ostringstream text;
  EmitOptions options;
  options.detail = detail;
  format.write(trace, options, text);
  return std::move(text).str();
}

/// The run in words, at the nearest detail that words have.
std::string described(const Trace& trace, Detail detail) {
  const auto& format = *format_named("description");
  auto text = drawn_run(trace, format, format.supports(detail) ? detail : Detail::messages);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string drawn_machine(const StateDiagram& diagram, const StateFormat& format) {
  std::ostringstream text;
  format.write(std::span(&diagram, 1), {}, text);
  return std::move(text).str();
}

/// A scenario's run as a subject of that name, without its files.
DrawnSubject subject_of(const Trace& trace, const std::string& name, Detail detail) {
  DrawnSubject subject;
  subject.name = name;
  subject.title = trace.header.title;
  subject.teaches = trace.header.teaches;
  subject.scenario = trace.header.file;
  subject.description = described(trace, detail);
  if (!trace.outcome) return subject;
  subject.ending = name_of(trace.outcome->kind);
  subject.explanation = say_all(trace.outcome->explanation);
  return subject;
}

/// What is to be drawn for these files; a picture of PlantUML's needs its source.
std::vector<std::string_view> formats_for(const std::vector<DrawnFile>& files) {
  std::vector<std::string_view> names;
  for (const auto& file : files) {
    const auto* format = format_named(file.label);
    names.push_back(format == nullptr ? rendered_format().name : format->name);
  }
  return names;
}

}  // namespace

const Format& rendered_format() { return *format_named("plantuml"); }

std::vector<std::string_view> machine_names() {
  std::vector<std::string_view> names;
  for (const auto participant : all_participants)
    if (!implicit::edges_of(participant).rows.empty()) names.push_back(name_of(participant));
  return names;
}

std::vector<StateDiagram> diagrams_of(const std::string& actor) {
  std::vector<StateDiagram> diagrams;
  for (const auto name : machine_names()) {
    if (!actor.empty() && name != actor) continue;
    const auto participant = *participant_named(name);
    diagrams.push_back(
        state_diagram(name, "States: " + std::string(display_name(participant)), implicit::edges_of(participant)));
  }
  return diagrams;
}

std::vector<DrawnFile> Drawings::with_rendered(std::vector<DrawnFile> files, const std::string& name) const {
  const auto* kind = style_.rendered;
  if (kind != nullptr)
    files.push_back({name + std::string(kind->extension), std::string(kind->name) + " by PlantUML", true});
  return files;
}

std::vector<DrawnFile> Drawings::files_of_run(const std::string& name) const {
  std::vector<DrawnFile> files;
  for (const auto* format : style_.formats) files.push_back(file_of(name, *format));
  return with_rendered(std::move(files), name);
}

std::vector<DrawnFile> Drawings::files_of_machine(const std::string& name) const {
  std::vector<DrawnFile> files;
  for (const auto* format : style_.formats)
    if (state_format_named(format->name) != nullptr) files.push_back(file_of(name, *format));
  return with_rendered(std::move(files), name);
}

Drawn Drawings::draw_run(const Trace& trace, const std::string& name) const {
  Drawn drawn{subject_of(trace, name, style_.detail), {}};
  drawn.subject.files = files_of_run(name);
  for (const auto format : formats_for(drawn.subject.files))
    drawn.texts.try_emplace(format, drawn_run(trace, *format_named(format), style_.detail));
  return drawn;
}

Drawn Drawings::mention_run(const Trace& trace, const std::string& name, std::string command) const {
  Drawn drawn{subject_of(trace, name, style_.detail), {}};
  drawn.subject.command = std::move(command);
  return drawn;
}

Drawn Drawings::draw_machine(const StateDiagram& diagram) const {
  Drawn drawn;
  drawn.subject.name = std::string(states_folder) + "/" + diagram.name;
  drawn.subject.title = diagram.title;
  drawn.subject.description = "State diagram: " + diagram.title;
  drawn.subject.files = files_of_machine(drawn.subject.name);
  for (const auto format : formats_for(drawn.subject.files))
    drawn.texts.try_emplace(format, drawn_machine(diagram, *state_format_named(format)));
  return drawn;
}

void Drawings::add(Drawn drawn) {
  for (const auto& file : drawn.subject.files) {
    if (format_named(file.label) != nullptr) {
      folder_.expect(file.path, drawn.texts.at(file.label));
      continue;
    }
    const auto& source = drawn.texts.at(rendered_format().name);
    const Origin origin{digest_of(source), style_.renderer};
    const auto standing = folder_.expect_rendering(file.path, origin);
    if (standing == Standing::stale || standing == Standing::missing) sources_.push_back({file.path, source});
  }
  subjects_.push_back(std::move(drawn.subject));
}

std::optional<RenderProblem> Drawings::render(const PlantumlProgram& program) {
  if (sources_.empty()) return {};
  auto pictures = program.render(sources_, *style_.rendered);
  if (auto* problem = std::get_if<RenderProblem>(&pictures)) return std::move(*problem);
  auto& contents = std::get<std::vector<std::string>>(pictures);
  for (std::size_t at = 0; at < sources_.size(); ++at)
    folder_.expect(sources_[at].name, std::move(contents[at]), {digest_of(sources_[at].text), style_.renderer});
  sources_.clear();
  return {};
}

}  // namespace flowsim::cli
