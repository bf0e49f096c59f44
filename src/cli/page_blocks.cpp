// Fills the blocks of a page one after another, and makes sure that the page can be read again afterwards.
#include "cli/page_blocks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace flowsim::cli {
namespace {

std::string_view content_in(std::string_view text, const MarkedBlock& block) {
  return text.substr(block.begin, block.end - block.begin);
}

/// Whether the page, read again, has the same blocks with these contents.
bool can_be_read_again(FilledPage& page, std::span<const std::string> contents) {
  Diagnostics diagnostics;
  page.filled_blocks = find_marked_blocks(page.file, page.filled, diagnostics);
  const auto same_words = [](const MarkedBlock& one, const MarkedBlock& other) {
    return std::ranges::equal(one.words, other.words, {}, &MarkerWord::text, &MarkerWord::text);
  };
  return diagnostics.empty() && std::ranges::equal(page.blocks, page.filled_blocks, same_words) &&
         with_contents(page.filled, page.filled_blocks, contents) == page.filled;
}

/// Adds the picture, unless another block has drawn another one into its file.
bool add_picture(FilledPage& page, PictureContents& all, DrawnPicture drawn, std::size_t block) {
  const auto [known, is_new] = all.try_emplace(drawn.path, drawn.content);
  if (!is_new && known->second != drawn.content) return false;
  page.pictures.push_back({std::move(drawn), block});
  return true;
}

}  // namespace

bool FilledPage::is_current(std::size_t block) const { return before(block) == after(block); }

std::string_view FilledPage::before(std::size_t block) const { return content_in(text, blocks[block]); }

std::string_view FilledPage::after(std::size_t block) const { return content_in(filled, filled_blocks[block]); }

std::optional<FilledPage> fill_page(const std::string& file, const std::string& text, const RunCommand& run,
                                    PictureContents& pictures, std::vector<BlockProblem>& problems) {
  const auto known = problems.size();
  Diagnostics diagnostics;
  FilledPage page{file, text, find_marked_blocks(file, text, diagnostics), {}, {}, {}};
  for (auto& diagnostic : diagnostics) problems.push_back({std::move(diagnostic), {}, ExitStatus::wrong_usage});
  if (problems.size() != known) return {};
  std::vector<std::string> contents;
  for (std::size_t at = 0; at < page.blocks.size(); ++at) {
    auto content = fill_block(file, page.blocks[at], run, problems);
    if (!content) continue;
    contents.push_back(std::move(content->text));
    if (content->picture && !add_picture(page, pictures, std::move(*content->picture), at))
      problems.push_back({{file, page.blocks[at].position, "another block draws another picture into the same file",
                           "let one of them name another file"},
                          {},
                          ExitStatus::wrong_usage});
  }
  if (problems.size() != known) return {};
  page.filled = with_contents(text, page.blocks, contents);
  if (page.filled.size() <= page_limit && can_be_read_again(page, contents)) return page;
  problems.push_back({{file,
                       {},
                       "with these outputs the page would be too large, or its markers could not be found again",
                       "shorten the outputs"},
                      {},
                      ExitStatus::wrong_usage});
  return {};
}

}  // namespace flowsim::cli
