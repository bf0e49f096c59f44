// A page whose blocks have been filled anew, next to the page as it is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/block_command.hpp"
#include "cli/command_line.hpp"

namespace flowsim::cli {

/// A picture's file, from the current folder, and what it is to hold.
struct DrawnPicture {
  std::string path, content;
};

/// Something is wrong with a block.
struct BlockProblem {
  Diagnostic diagnostic;
  std::string said;  ///< what the command itself said, line by line
  ExitStatus status = ExitStatus::wrong_usage;
};

/// A picture that a block of a page shows.
struct ShownPicture {
  DrawnPicture drawn;
  std::size_t block = 0;
};

/// A page, before and after.
struct FilledPage {
  std::string file, text;           ///< as they are
  std::vector<MarkedBlock> blocks;  ///< in `text`
  std::string filled;               ///< the text as its blocks' commands make it
  std::vector<MarkedBlock> filled_blocks;
  std::vector<ShownPicture> pictures;

  bool is_current(std::size_t block) const;
  /// The content of a block, before and after.
  std::string_view before(std::size_t block) const;
  std::string_view after(std::size_t block) const;
};

/// The pictures of all pages so far: no two blocks may draw different ones into the same file.
using PictureContents = std::map<std::string, std::string>;

/// Reads the text of a page and fills its blocks with what flowsim prints for their commands. Nothing where anything is
/// wrong; `problems` then says what.
std::optional<FilledPage> fill_page(const std::string& file, const std::string& text, PictureContents& pictures,
                                    std::vector<BlockProblem>& problems);

}  // namespace flowsim::cli
