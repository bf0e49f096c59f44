// Walks over a page line by line and knows of Markdown only what hides a marker.
#include "publish/marked_blocks.hpp"

#include <algorithm>
#include <optional>

#include "publish/marker_words.hpp"

namespace flowsim::publish {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view end_marker = "<!-- /flowsim -->";

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

/// A run of at least three backticks or tildes that opens or closes a code block.
struct Fence {
  char character = '`';
  std::size_t length = 0;
  int line = 0;
};

class BlockFinder {
 public:
  BlockFinder(const std::string& file, std::string_view page, Diagnostics& diagnostics)
      : file_(file), page_(page), diagnostics_(diagnostics) {}

  std::vector<MarkedBlock> find() {
    if (page_.starts_with(byte_order_mark)) first_ = byte_order_mark.size();
    while (next_ < page_.size() && blocks_.size() < blocks_limit) {
      take_line();
      look_at_line();
    }
    if (blocks_.size() == blocks_limit && next_ < page_.size())
      complain(0, "there are " + std::to_string(blocks_limit) + " blocks up to here, and no page may have more", "");
    if (open_) complain_unclosed();
    return std::move(blocks_);
  }

 private:
  void take_line() {
    begin_ = next_;
    const auto end = std::min(page_.find('\n', begin_), page_.size());
    next_ = std::min(end + 1, page_.size());
    line_ = {page_.substr(begin_, end - begin_), line_.number + 1};
    ending_ = page_.substr(end, next_ - end);
    if (!line_.text.ends_with('\r') || ending_.empty()) return;
    line_.text.remove_suffix(1);
    ending_ = page_.substr(end - 1, next_ - end + 1);
  }

  void look_at_line() {
    const auto skipped = line_.number == 1 ? first_ : 0;
    const auto start = std::min(line_.text.find_first_not_of(' ', skipped), line_.text.size());
    const auto rest = line_.text.substr(start);
    if (comment_) return look_inside_comment(rest);
    if (start - skipped > 3) return;  // indented code
    if (fence_) return look_inside_fence(rest);
    if (rest.starts_with("<!--")) return look_at_comment(start);
    if (const auto fence = fence_at(rest)) fence_ = fence;
    look_behind_list_marks(start);
  }

  /// In a list item or a quotation a marker would be overlooked, and its block never checked.
  void look_behind_list_marks(std::size_t start) {
    const auto behind = std::min(line_.text.find_first_not_of(" \t>-+*.)0123456789", start), line_.text.size());
    const auto rest = line_.text.substr(behind);
    if (behind == start || !rest.starts_with("<!--")) return;
    if (is_end(rest) || rest.substr(skip_spaces(rest, 4)).starts_with("flowsim:"))
      complain(behind, "the marker does not stand first on its line",
               "markers cannot stand in list items or quotations");
  }

  std::optional<Fence> fence_at(std::string_view rest) const {
    if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return {};
    const auto length = std::min(rest.find_first_not_of(rest[0]), rest.size());
    if (length < 3 || (rest[0] == '`' && rest.find('`', length) != std::string_view::npos)) return {};
    return Fence{rest[0], length, line_.number};
  }

  void look_inside_comment(std::string_view rest) {
    if (is_end(rest)) hidden_end_in_ = comment_;
    if (rest.find("-->") != std::string_view::npos) comment_ = 0;
  }

  void look_inside_fence(std::string_view rest) {
    if (is_end(rest)) hidden_end_in_ = fence_->line;
    const auto fence = fence_at(rest);
    const bool closes = fence && fence->character == fence_->character && fence->length >= fence_->length &&
                        skip_spaces(rest, fence->length) == rest.size();
    if (closes) fence_.reset();
  }

  /// A line whose first words open a comment: a marker, or any other.
  void look_at_comment(std::size_t start) {
    const auto words = skip_spaces(line_.text, start + 4);
    if (is_end(line_.text.substr(start)))
      end_block(start);
    else if (line_.text.substr(words).starts_with("flowsim:"))
      begin_block(start, words + 8);
    else if (line_.text.find("-->", start + 2) == std::string_view::npos)
      comment_ = line_.number;
  }

  /// `<!-- /flowsim -->`, whatever stands behind the word and the spaces.
  static bool is_end(std::string_view rest) {
    if (!rest.starts_with("<!--")) return false;
    rest.remove_prefix(skip_spaces(rest, 4));
    if (!rest.starts_with("/flowsim")) return false;
    rest.remove_prefix(8);
    return rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest.starts_with("-->");
  }

  /// Where the marker's comment ends, if it ends on its line and nothing follows.
  std::optional<std::size_t> end_of_marker(std::size_t start, std::size_t words) {
    const auto end = line_.text.find("-->", words);
    if (end == std::string_view::npos) {
      complain(start, "the marker does not end on its line", "write all of it on one line, up to -->");
      comment_ = line_.number;
      return {};
    }
    const auto behind = skip_spaces(line_.text, end + 3);
    if (behind == line_.text.size()) return end;
    complain(behind, "something stands behind the marker", "a marker has a line of its own");
    return {};
  }

  void begin_block(std::size_t start, std::size_t words) {
    if (open_)
      complain(start, "the block opened in line " + std::to_string(open_->position.line) + " is not closed before this",
               "blocks cannot stand inside each other; a line " + std::string(end_marker) + " closes one");
    open_ = MarkedBlock{line_.at(start), {}, std::string(spaces_before(start)), std::string(ending_), next_, next_};
    hidden_end_in_ = 0;
    const auto end = end_of_marker(start, words);
    if (!end) return;
    const auto before = diagnostics_.size();
    open_->words = marker_words(line_, words, *end, file_, diagnostics_);
    if (open_->words.empty() && diagnostics_.size() == before)
      complain(start, "the marker names no command", "for instance: <!-- flowsim: run scenarios/happy-path.yaml -->");
  }

  std::string_view spaces_before(std::size_t start) const {
    const auto skipped = line_.number == 1 ? first_ : 0;
    return line_.text.substr(skipped, start - skipped);
  }

  void end_block(std::size_t start) {
    end_of_marker(start, start + 4);
    if (!open_) return complain(start, "no block is open here", "a line <!-- flowsim: COMMAND --> opens one");
    open_->end = begin_;
    blocks_.push_back(std::move(*open_));
    open_.reset();
  }

  void complain_unclosed() {
    auto hint = "add a line " + std::string(end_marker) + " behind it";
    if (hidden_end_in_ != 0)
      hint = "what line " + std::to_string(hidden_end_in_) + " opens goes on beyond the end marker and hides it";
    diagnostics_.push_back({file_, open_->position, "the block is not closed", hint});
  }

  void complain(std::size_t byte, const std::string& message, const std::string& hint) {
    diagnostics_.push_back({file_, line_.at(byte), message, hint});
  }

  const std::string& file_;
  std::string_view page_;
  Diagnostics& diagnostics_;
  std::vector<MarkedBlock> blocks_;
  std::optional<MarkedBlock> open_;
  std::optional<Fence> fence_;
  int comment_ = 0;        // the line that opened the comment we are in; 0 for none
  int hidden_end_in_ = 0;  // the line that opened what hides an end marker of the open block
  PageLine line_{{}, 0};
  std::string_view ending_;
  std::size_t first_ = 0;  // where the first line's text starts
  std::size_t begin_ = 0, next_ = 0;
};

void append_content(std::string& page, const MarkedBlock& block, std::string_view content) {
  while (!content.empty()) {
    const auto end = std::min(content.find('\n'), content.size());
    if (end != 0) page.append(block.indentation).append(content.substr(0, end));
    page += block.line_ending;
    content.remove_prefix(std::min(end + 1, content.size()));
  }
}

}  // namespace

std::vector<MarkedBlock> find_marked_blocks(const std::string& file, std::string_view page, Diagnostics& diagnostics) {
  return BlockFinder(file, page, diagnostics).find();
}

std::string with_contents(std::string_view page, std::span<const MarkedBlock> blocks,
                          std::span<const std::string> contents) {
  std::string filled;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    filled += page.substr(taken, blocks[at].begin - taken);
    append_content(filled, blocks[at], contents[at]);
    taken = blocks[at].end;
  }
  return filled.append(page.substr(taken));
}

}  // namespace flowsim::publish
