// A machine's transition table as a state diagram.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trace/edge.hpp"

namespace flowsim::diagram {

/// One row as words: the event, then `[guard]` and `/ action` where the row has them. A line may break between them.
using StateLabel = std::vector<std::string>;

/// How a picture is read, for whoever has not seen one.
inline constexpr std::string_view label_sentence =
    "A label reads event [guard] / action; rows that stay in their state stand inside its box.";

/// A state as a box of the drawing.
struct StateBox {
  std::string name;
  bool final = false;                 ///< no row leaves it for another state
  std::vector<StateLabel> reactions;  ///< the labels of the rows that stay in it, in the order of the table
  bool operator==(const StateBox&) const = default;
};

/// All rows from one state to another, or back to itself by leaving it, as one arrow.
struct StateArrow {
  std::string from, to;
  std::vector<StateLabel> labels;  ///< one for each row, in the order of the table; never empty
  bool operator==(const StateArrow&) const = default;
};

/// The drawing. Every row of the table has exactly one label in it. Labels and names of states are
/// made of letters, digits, underscores, spaces, brackets and slashes, so no notation needs to escape them.
struct StateDiagram {
  std::string name;  ///< short, one word: tells diagrams in one file apart
  std::string title;
  std::string footer;
  std::string initial;
  std::vector<StateBox> states;    ///< the initial one first, then as the table names them
  std::vector<StateArrow> arrows;  ///< in the order of their first rows
};

/// The diagram of a table; names in it must be identifiers.
StateDiagram state_diagram(std::string_view name, std::string_view title, const Edges& table);

}  // namespace flowsim::diagram
