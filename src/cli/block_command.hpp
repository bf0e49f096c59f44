// What the marker of a block asks for: a command that may run inside a page, and how its output is to stand there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "publish/marked_blocks.hpp"

namespace flowsim::cli {

/// A picture that a block writes beside its page.
struct BlockPicture {
  std::string path;         ///< from the current folder, below it, normalised
  SourcePosition position;  ///< of the option that names it
};

/// The command line of a block, taken apart.
struct BlockCommand {
  std::vector<std::string> arguments;   ///< of flowsim, without what concerns the page
  std::string format;                   ///< that the output will have: `text`, `svg`, `markdown`, …
  bool as_comment = false;              ///< the output stands inside an HTML comment
  std::optional<BlockPicture> picture;  ///< set for the formats of pictures and for no other
  SourcePosition format_position;       ///< of the format, or of the marker where it is the command's own
};

/// Reads the words of a block. Refused, each with its place: commands that do not print, options that write elsewhere
/// or that a page has no use for, standard input, a picture without a file of its own below the current folder.
std::optional<BlockCommand> read_block_command(const std::string& page, const MarkedBlock& block,
                                               Diagnostics& diagnostics);

/// The same command with another format.
std::vector<std::string> with_format(const BlockCommand& command, const std::string& format);

}  // namespace flowsim::cli
