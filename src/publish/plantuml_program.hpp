// PlantUML, the external program: found, asked for its version, and given a whole folder of sources at once.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::publish {

/// Why nothing was rendered, and what a person can do about it; sentences without a full stop.
struct RenderProblem {
  std::string message, hint;
};

/// One text in PlantUML's language.
struct RenderSource {
  std::string name;  ///< by which messages speak of it
  std::string text;  ///< from its `@startuml` to its `@enduml`
};

/// A kind of picture that PlantUML draws.
struct PictureKind {
  std::string_view name;       ///< `png`
  std::string_view extension;  ///< `.png`
  std::string_view option;     ///< as PlantUML takes it: `-tpng`
  std::string_view sign;       ///< what every such picture has in its first 1000 bytes
};

/// Every kind, by its name.
std::span<const PictureKind> picture_kinds();

/// The program as it is installed. It runs without a display, and its security profile keeps it from the network and
/// from other files where it has such a profile (since 1.2020.11).
class PlantumlProgram {
 public:
  /// `configured` is a command, or a file that ends in `.jar` and is run by `java`; where it is empty the command is
  /// `plantuml`. Runs the program once, to learn its version.
  static std::variant<PlantumlProgram, RenderProblem> find(const std::string& configured,
                                                           std::chrono::milliseconds most = std::chrono::minutes(1));

  /// `PlantUML 1.2020.02`.
  const std::string& version() const { return version_; }

  /// The pictures of all sources, in their order, drawn by one process in a temporary folder. All or none: an error
  /// picture is a problem. It may take `most`; by default a minute and two seconds for each source.
  std::variant<std::vector<std::string>, RenderProblem> render(
      std::span<const RenderSource> sources, const PictureKind& kind,
      std::optional<std::chrono::milliseconds> most = std::nullopt) const;

 private:
  std::vector<std::string> command_;
  std::string version_;
};

}  // namespace flowsim::publish
