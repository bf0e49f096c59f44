// The command line inside a marker, taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "publish/marked_blocks.hpp"

namespace flowsim::publish {

/// A line of a page, as the reader of markers sees it.
struct PageLine {
  std::string_view text;  ///< without its ending
  int number = 1;

  /// The position of a byte of the text.
  SourcePosition at(std::size_t byte) const;
};

/// The words from byte `begin` to byte `end` of the line. An open quote goes to `diagnostics`.
std::vector<MarkerWord> marker_words(const PageLine& line, std::size_t begin, std::size_t end, const std::string& file,
                                     Diagnostics& diagnostics);

}  // namespace flowsim::publish
