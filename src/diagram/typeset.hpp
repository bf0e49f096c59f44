// How wide texts are in the pictures' typefaces, and where their lines break.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::diagram {

/// How a text is set. Widths are, for ASCII, the wider of Helvetica's (which Arial and Liberation Sans share) and
/// DejaVu Sans's, so that what fits here fits in each of these, whichever the reader has; for all else an estimate.
enum class Face : std::uint8_t { plain, bold, code };

/// A stretch of one line in one face.
struct Run {
  std::string text;
  bool code = false;  ///< a path, a parameter or a URL, to be shown in the monospaced face
  bool operator==(const Run&) const = default;
};

/// One line of text.
struct TextLine {
  std::vector<Run> runs;
  int width = 0;  ///< in pixels, rounded up
  bool operator==(const TextLine&) const = default;
};

/// The text as `visible` shows it, set at a font size of `size` pixels in lines of at most `width` pixels: broken at
/// spaces, each break taking one space away, and inside a word only where the word alone is too wide: in a path or an
/// address before one of its signs, if that is enough. A character wider than `width` has a line of its own. At least
/// one line, which may be empty.
std::vector<TextLine> typeset(std::string_view text, Face face, int size, int width);

/// The same in as many lines, but as even in length as they can be without breaking a word that need not be broken.
std::vector<TextLine> typeset_evenly(std::string_view text, Face face, int size, int width);

/// The width in pixels of the widest word, rounded up: narrower lines break words.
int widest_word(std::string_view text, Face face, int size);

/// The widest line's width.
int widest(const std::vector<TextLine>& lines);

}  // namespace flowsim::diagram
