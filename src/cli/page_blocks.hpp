// A page whose blocks have been filled anew, next to the page as it is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/block_content.hpp"

namespace flowsim::cli {

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

/// Reads the text of a page and fills its blocks. Nothing where anything is wrong; `problems` then says what.
std::optional<FilledPage> fill_page(const std::string& file, const std::string& text, const RunCommand& run,
                                    PictureContents& pictures, std::vector<BlockProblem>& problems);

}  // namespace flowsim::cli
