// What differs between two texts, line by line, as `patch` reads it.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::publish {

/// One of the two texts that are compared.
struct DiffSide {
  std::string name;  ///< of the file, as the header shows it
  std::string_view text;
  int first_line = 1;  ///< the number of the text's first line in that file
};

/// The differences in the unified format, with three lines around them: a header of two lines, then the hunks. Empty
/// where the texts are the same; without the header where both names are empty. A last line without its newline is
/// followed by `\ No newline at end of file`. The shortest script of changed lines is found where it has at most 2000
/// of them (fewer in texts of many thousand lines); beyond that everything between the first difference and the last
/// is replaced, which `patch` takes just as well.
std::string unified_diff(const DiffSide& before, const DiffSide& after);

}  // namespace flowsim::publish
