// The notations for state diagrams: each one row, each one writer.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "diagram/state_diagram.hpp"

namespace flowsim {

/// PlantUML source: one `@startuml` block for each diagram.
void write_states_plantuml(std::span<const StateDiagram> diagrams, std::ostream& out);

/// Mermaid source. Mermaid has one diagram to a text, so several become composite states of one.
void write_states_mermaid(std::span<const StateDiagram> diagrams, std::ostream& out);

/// One row of the table.
struct StateFormat {
  std::string_view name;  ///< as `--format` takes it
  void (*write)(std::span<const StateDiagram> diagrams, std::ostream& out);
};

/// Every notation, the default one first.
std::span<const StateFormat> state_formats();

}  // namespace flowsim
