// The blocks of a Markdown page that are generated: where they stand, and which command fills them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace flowsim::publish {

/// Larger pages are not read, and none is written.
inline constexpr std::size_t page_limit = std::size_t{8} << 20U;

/// A page has at most so many blocks.
inline constexpr std::size_t blocks_limit = 1000;

/// One word of a marker's command line.
struct MarkerWord {
  std::string text;         ///< without the quotes around it; may be empty between quotes
  SourcePosition position;  ///< where it starts, with its quote
  bool operator==(const MarkerWord&) const = default;
};

/// What stands between a line `<!-- flowsim: COMMAND … -->` and the next line `<!-- /flowsim -->`.
struct MarkedBlock {
  SourcePosition position;         ///< of the opening marker
  std::vector<MarkerWord> words;   ///< the command and its arguments; never empty
  std::string indentation;         ///< what stands before the opening marker: at most three spaces
  std::string line_ending;         ///< of the opening marker's line
  std::size_t begin = 0, end = 0;  ///< the bytes of the page between the two lines
};

/// The blocks of a page in their order. A marker has a line of its own. Lines inside a fenced code block, inside
/// another comment, or indented by four spaces and more are text, whatever they say (CommonMark 0.30 §4.4 to §4.6).
/// Words are separated by spaces; `"` or `'` around a part of one keeps spaces in it, and there is no other way to
/// quote. Every mistake goes to `diagnostics`: a block that is not closed, one inside another, a stray end, a marker
/// without a command, with an open quote or with something behind it, too many blocks. With a mistake the blocks are of
/// no use.
std::vector<MarkedBlock> find_marked_blocks(const std::string& file, std::string_view page, Diagnostics& diagnostics);

/// The page with other contents in its blocks, one for each, and every other byte as it was. The lines of a content end
/// in `\n`; they get the line ending and the indentation of their marker's line.
std::string with_contents(std::string_view page, std::span<const MarkedBlock> blocks,
                          std::span<const std::string> contents);

}  // namespace flowsim::publish
