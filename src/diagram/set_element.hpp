// The texts of a drawing's elements, set in lines.
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/layout.hpp"

namespace flowsim::diagram {

/// A block of lines of that size whose upper left corner stands there.
TextBlock block(std::vector<TextLine> lines, int size, int left, int top);

/// A block of lines of that size with its middle there.
TextBlock centred(std::vector<TextLine> lines, int size, int middle, int top);

/// Monospaced lines, each at most as long as the longest that a drawing's model makes.
std::vector<TextLine> set_details(const std::vector<std::string>& details);

/// The caption, hardly wider than what stands below it, or than its longest word.
std::vector<TextLine> set_caption(std::string_view caption, int below);

/// What is wrong with an arrow, in words; no lines where nothing is.
std::vector<TextLine> set_mark(const Arrow& arrow);

/// The signs of the same.
std::vector<Sign> signs_of(const Arrow& arrow);

/// A note's text in lines, and how many of them are its heading.
struct NoteText {
  std::vector<TextLine> lines;
  std::size_t heading = 0;
};

NoteText set_note(const Note& note);

}  // namespace flowsim::diagram
