// The words of state diagrams in lines: events, guards and actions, broken between them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagram/layout.hpp"
#include "diagram/state_diagram.hpp"

namespace flowsim::diagram {

/// What a part of a label is.
enum class LabelPart : std::uint8_t { event, guard, action };

/// One part of a label, or what of it stands in one line.
struct LabelRun {
  LabelPart part = LabelPart::event;
  std::string text;
  bool operator==(const LabelRun&) const = default;
};

/// One line of a label; a space stands between its runs.
struct LabelLine {
  int indent = 0;  ///< from the label's left edge
  std::vector<LabelRun> runs;
  int width = 0;  ///< without the indent
  bool operator==(const LabelLine&) const = default;
};

/// The lines of one label, in a box they fill from its top.
struct PlacedLabel {
  std::vector<LabelLine> lines;
  Box box;
  bool operator==(const PlacedLabel&) const = default;
};

/// The font size of labels, in pixels. They are set in the monospaced face, for they are names of the program.
inline constexpr int label_size = 12;

/// Which part of a label its part at `index` is.
LabelPart part_at(const StateLabel& label, std::size_t index);

/// The label in lines of at most `limit` pixels, indents and all, in a box at the origin. A line breaks between parts,
/// and inside one only where the part alone is too wide; a character wider than `limit` has a line of its own.
PlacedLabel set_label(const StateLabel& label, int limit);

}  // namespace flowsim::diagram
