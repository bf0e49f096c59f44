// What is wrong with a person's file, where, and what would be right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::base {

/// A place in a text: line and column, both counted from 1, columns in Unicode code points. Line 0: no place.
struct SourcePosition {
  int line = 0;
  int column = 0;
  bool operator==(const SourcePosition&) const = default;
};

/// One thing that is wrong in a file.
struct Diagnostic {
  std::string file;         ///< as the person named it; `-` is standard input
  SourcePosition position;  ///< where it is wrong; line 0 when the whole file is meant
  std::string message;      ///< what is wrong, without a final full stop
  std::string hint;         ///< what would be right; may be empty
  bool operator==(const Diagnostic&) const = default;
};

/// All that is wrong, in the order of the file.
using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column: error: message`, then the line of `source`, a caret under the place, and the hint where there is
/// one. Control characters are shown as `\xNN` or `\u{NNNN}`, lines over 160 columns are cut around the place.
/// An empty line is not shown, nor one that `source` does not have. Ends with a newline.
std::string render(const Diagnostic& diagnostic, std::string_view source);

/// All of them, one behind the other. In their order in the file, the source is walked through only once.
std::string render(const Diagnostics& diagnostics, std::string_view source);

}  // namespace flowsim::base
