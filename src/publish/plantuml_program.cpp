// The sources lie in a folder of their own under numbers, because PlantUML names a picture after its source.
#include "publish/plantuml_program.hpp"

#include <fmt/core.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "base/file.hpp"
#include "base/text.hpp"
#include "publish/process.hpp"

namespace flowsim::publish {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::array kinds{
    PictureKind{"png", ".png", "-tpng", "\x89PNG\r\n\x1a\n"},
    PictureKind{"svg", ".svg", "-tsvg", "<svg"},
};

constexpr std::string_view to_install =
    "install it (Debian: apt-get install plantuml), or name a command or a .jar file in FLOWSIM_PLANTUML";
constexpr std::string_view to_install_java = "install Java (Debian: apt-get install default-jre-headless)";
constexpr std::string_view to_see_more = "flowsim run FILE --format plantuml prints a source, to be drawn by hand";
constexpr std::string_view to_install_graphviz =
    "it draws state machines with Graphviz (Debian: apt-get install graphviz)";

/// What PlantUML says, or draws instead of the picture, where it has failed and yet ends with status 0.
struct FailureSign {
  std::string_view text, hint;
};
constexpr std::array failure_signs{
    FailureSign{"Cannot find Graphviz", to_install_graphviz},
    FailureSign{"Dot Executable:", to_install_graphviz},
    FailureSign{"An error has occured", to_see_more},
    FailureSign{"An error has occurred", to_see_more},
    FailureSign{"Exception", to_see_more},
};

constexpr std::size_t largest_picture = std::size_t{256} << 20U;

/// A folder below the system's temporary one, gone in the end.
class WorkFolder {
 public:
  WorkFolder() {
    std::error_code problem;
    auto name = (fs::temp_directory_path(problem) / "flowsim-render-XXXXXX").string();
    if (!problem && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  /// Empty where it could not be made.
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string value_of(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string() : std::string(value);
}

ProcessStart start_of(std::vector<std::string> command, std::string folder, milliseconds most) {
  // Without a limit of their own, tall pictures are cut off at 4096 pixels.
  return {std::move(command),
          std::move(folder),
          {{"JAVA_TOOL_OPTIONS", value_of("JAVA_TOOL_OPTIONS") + " -Djava.awt.headless=true"},
           {"PLANTUML_SECURITY_PROFILE", "SANDBOX"},
           {"PLANTUML_LIMIT_SIZE", "32768"}},
          most};
}

/// The lines that PlantUML said, without those of Java's start and of a stack.
std::string essence_of(std::string_view said) {
  std::vector<std::string> lines;
  for (const auto line : split_words(said, '\n'))
    if (!line.starts_with("Picked up JAVA") && !line.starts_with('\t') && lines.size() < 5)
      lines.push_back(visible(line));
  return lines.empty() ? "nothing" : join(lines, "; ");
}

/// What to do about a program that failed; `otherwise` where it does not say why.
std::string hint_for(std::string_view said, std::string_view otherwise) {
  const auto says = [&](std::string_view words) { return said.find(words) != std::string_view::npos; };
  return std::string(says("Cannot find JVM") || says("java: not found") ? to_install_java : otherwise);
}

RenderProblem problem_of(const ProcessEnd& end, const std::vector<std::string>& command, milliseconds most,
                         std::string_view hint) {
  const bool is_jar = command.front() == "java";
  const auto program = is_jar ? command.back() : command.front();
  switch (end.ending) {
    case ProcessEnding::not_found:
      if (is_jar) return {"there is no program java on the PATH to run " + program, std::string(to_install_java)};
      return {"there is no program " + program, std::string(to_install)};
    case ProcessEnding::not_started:
      return {program + " could not be started: " + end.said, std::string(to_install)};
    case ProcessEnding::timed_out:
      return {fmt::format("{} did not end within {} s and was stopped; it said {}", program,
                          std::chrono::duration<double>(most).count(), essence_of(end.said)),
              "run it by hand to see what it waits for"};
    case ProcessEnding::killed:
      return {fmt::format("{} was ended by signal {}; it said {}", program, end.status, essence_of(end.said)),
              "run it by hand to see why"};
    case ProcessEnding::exited:
      break;
  }
  return {fmt::format("{} ended with status {} and said {}", program, end.status, essence_of(end.said)),
          hint_for(end.said, hint)};
}

/// `1.2020.02` of `PlantUML version 1.2020.02 (Sun Mar 01 10:22:07 UTC 2020)`.
std::string version_in(std::string_view said) {
  constexpr std::string_view before = "PlantUML version ";
  const auto at = said.find(before);
  if (at == std::string_view::npos) return {};
  const auto rest = said.substr(at + before.size());
  return std::string(rest.substr(0, rest.find_first_of(" \r\n")));
}

std::string number_of(std::size_t at) { return fmt::format("{:06}", at + 1); }

/// The source without the name that its first line may give to the picture.
std::string_view body_of(const RenderSource& source) {
  const auto end = source.text.find('\n');
  return end == std::string::npos ? std::string_view{} : std::string_view(source.text).substr(end + 1);
}

std::optional<RenderProblem> write_sources(std::span<const RenderSource> sources, const fs::path& folder) {
  for (std::size_t at = 0; at < sources.size(); ++at) {
    const auto path = (folder / (number_of(at) + ".puml")).string();
    const auto problem = write_file(path, [&](std::ostream& out) { out << "@startuml\n" << body_of(sources[at]); });
    if (problem) return RenderProblem{path + ": " + *problem, "see whether the temporary folder has room"};
  }
  return {};
}

/// What was said, with the names of the sources in the place of their numbers.
std::string with_names(std::string said, std::span<const RenderSource> sources) {
  for (std::size_t at = 0; at < sources.size(); ++at) {
    const auto file = number_of(at) + ".puml";
    const auto found = said.find(file);
    if (found == std::string::npos) continue;
    const auto begin = said.find_last_of(" \n", found) + 1;
    said.replace(begin, found + file.size() - begin, sources[at].name);
  }
  return said;
}

const FailureSign* failure_in(std::string_view text, std::string_view source) {
  const auto is_new = [&](const FailureSign& sign) {
    return text.find(sign.text) != std::string_view::npos && source.find(sign.text) == std::string_view::npos;
  };
  const auto* const sign = std::ranges::find_if(failure_signs, is_new);
  return sign == failure_signs.end() ? nullptr : sign;
}

std::optional<RenderProblem> problem_in(std::string_view picture, const RenderSource& source, const PictureKind& kind) {
  if (picture.substr(0, 1000).find(kind.sign) == std::string_view::npos)
    return RenderProblem{fmt::format("PlantUML drew something for {} that is no {} picture", source.name, kind.name),
                         std::string(to_install)};
  const auto* sign = failure_in(picture, source.text);
  if (sign == nullptr) return {};
  return RenderProblem{fmt::format("PlantUML drew an error picture for {}: {}", source.name, sign->text),
                       std::string(sign->hint)};
}

}  // namespace

std::span<const PictureKind> picture_kinds() { return kinds; }

std::variant<PlantumlProgram, RenderProblem> PlantumlProgram::find(const std::string& configured, milliseconds most) {
  PlantumlProgram program;
  const auto name = configured.empty() ? std::string("plantuml") : configured;
  const auto path = name.find('/') == std::string::npos && !name.ends_with(".jar") ? name : fs::absolute(name).string();
  std::error_code ignored;
  if (name.ends_with(".jar") && !fs::is_regular_file(path, ignored))
    return RenderProblem{"there is no file " + name, std::string(to_install)};
  if (name.ends_with(".jar"))
    program.command_ = {"java", "-jar", path};
  else
    program.command_ = {path};
  auto command = program.command_;
  command.emplace_back("-version");
  const auto end = run_process(start_of(command, {}, most));
  // Old versions say their version and then fail where Graphviz is missing, which sequence diagrams do not need.
  const auto version = version_in(end.said);
  if (end.ending != ProcessEnding::exited || (end.status != 0 && version.empty()))
    return problem_of(end, program.command_, most, to_install);
  if (version.empty())
    return RenderProblem{name + " -version does not say the version of PlantUML, but " + essence_of(end.said),
                         std::string(to_install)};
  program.version_ = "PlantUML " + version;
  return program;
}

std::variant<std::vector<std::string>, RenderProblem> PlantumlProgram::render(std::span<const RenderSource> sources,
                                                                              const PictureKind& kind,
                                                                              std::optional<milliseconds> most) const {
  const WorkFolder folder;
  if (folder.path().empty())
    return RenderProblem{"no temporary folder could be made", "set TMPDIR to a folder that can be written to"};
  if (auto problem = write_sources(sources, folder.path())) return *problem;
  auto command = command_;
  // A pattern instead of a list of files: a folder alone is not searched for .puml by old versions.
  for (const auto word : {kind.option, std::string_view("-charset"), std::string_view("UTF-8"),
                          std::string_view("-nometadata"), std::string_view("*.puml")})
    command.emplace_back(word);
  const auto time = most.value_or(std::chrono::minutes(1) + sources.size() * std::chrono::seconds(2));
  auto end = run_process(start_of(command, folder.path().string(), time));
  end.said = with_names(std::move(end.said), sources);
  if (end.ending != ProcessEnding::exited || end.status != 0) return problem_of(end, command_, time, to_see_more);
  std::vector<std::string> pictures;
  for (std::size_t at = 0; at < sources.size(); ++at) {
    const auto file = folder.path() / (number_of(at) + std::string(kind.extension));
    auto picture = read_file(file.string(), largest_picture);
    if (std::holds_alternative<FileProblem>(picture))
      return RenderProblem{"PlantUML drew nothing for " + sources[at].name + "; it said " + essence_of(end.said),
                           std::string(to_install)};
    if (auto problem = problem_in(std::get<std::string>(picture), sources[at], kind)) return *problem;
    pictures.push_back(std::get<std::string>(std::move(picture)));
  }
  if (const auto* sign = failure_in(end.said, {}))
    return RenderProblem{"PlantUML failed and said " + essence_of(end.said), std::string(sign->hint)};
  return pictures;
}

}  // namespace flowsim::publish
