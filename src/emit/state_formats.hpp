// The notations for state diagrams: each one row, each one writer.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "diagram/state_diagram.hpp"

namespace flowsim::emit {

/// What a writer may be asked for besides the diagrams.
struct StateOptions {
  bool ascii = false;  ///< draw with ASCII characters only; for the formats that draw with characters
};

/// PlantUML source: one `@startuml` block for each diagram.
void write_states_plantuml(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out);

/// Mermaid source. Mermaid has one diagram to a text, so several become composite states of one.
void write_states_mermaid(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out);

/// An SVG picture, the diagrams below each other. Readable aloud: a list of states and one of transitions for each
/// diagram, where every row of the table is one item, by state in `reading_order`. Nothing where there is no diagram.
void write_states_svg(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out);

/// For a terminal of 100 columns: each state a box with its reactions, below it a branch for each row that leaves it,
/// in `reading_order`. A name or a part of a label that is too long for a line has one of its own.
void write_states_terminal(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out);

/// The diagrams in words, all on one line: see `diagram/description.hpp`.
void write_states_description(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out);

/// One row of the table.
struct StateFormat {
  std::string_view name;  ///< as `--format` takes it
  void (*write)(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out);
  bool draws_with_characters = false;  ///< knows `StateOptions::ascii`
};

/// Every notation, the default one first.
std::span<const StateFormat> state_formats();

}  // namespace flowsim::emit
