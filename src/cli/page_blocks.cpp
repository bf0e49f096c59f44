// Fills the blocks of a page one after another, and makes sure that the page can be read again afterwards.
#include "cli/page_blocks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <utility>

#include "emit/escape.hpp"

namespace flowsim::cli {
namespace {

/// What a block is made of.
struct BlockContent {
  std::string text;                     ///< lines for the page, with an empty one at both ends
  std::optional<DrawnPicture> picture;  ///< what stands beside the page
};

namespace fs = std::filesystem;

/// The formats that are Markdown themselves.
constexpr std::array<std::string_view, 2> markdown_formats{"markdown", "parameters"};

/// What a code block calls its language; `text` for formats that are not here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> languages{
    {{"plantuml", "plantuml"}, {"mermaid", "mermaid"}, {"json", "json"}}};

std::string_view language_of(std::string_view format) {
  const auto* const row = std::ranges::find(languages, format, &std::pair<std::string_view, std::string_view>::first);
  return row == languages.end() ? "text" : row->second;
}

/// A fence longer than any run of backticks in the text.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2, length = 0;
  for (const char character : text) {
    length = character == '`' ? length + 1 : 0;
    longest = std::max(longest, length);
  }
  return std::string(longest + 1, '`');
}

/// From the page's folder to the file, both named from the current folder.
std::string path_from_page(const std::string& page, const std::string& file) {
  const auto from_root = [](const fs::path& path) { return fs::absolute(path).lexically_normal(); };
  return from_root(file).lexically_relative(from_root(page).parent_path()).generic_string();
}

std::string without_last_newline(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

/// A command that was run, and all it said.
struct CommandOutput {
  int status = 0;
  std::string out, err;
};

CommandOutput run_in_process(const std::vector<std::string>& arguments) {
  std::vector<const char*> words{"flowsim"};
  for (const auto& argument : arguments) words.push_back(argument.c_str());
  std::ostringstream out, err;
  const int status = run_command_line(static_cast<int>(words.size()), words.data(), {out, err, false});
  return {status, out.str(), err.str()};
}

class Filler {
 public:
  Filler(const std::string& page, const MarkedBlock& block, std::vector<BlockProblem>& problems)
      : page_(page), block_(block), problems_(problems) {}

  std::optional<BlockContent> fill() {
    Diagnostics diagnostics;
    const auto command = read_block_command(page_, block_, diagnostics);
    for (auto& diagnostic : diagnostics) problems_.push_back({std::move(diagnostic), {}, ExitStatus::wrong_usage});
    if (!command) return {};
    auto output = run_well(command->arguments);
    if (!output) return {};
    if (command->picture) return picture(*command, std::move(*output));
    if (command->as_comment) return comment(*command, *output);
    const bool is_markdown = std::ranges::find(markdown_formats, command->format) != markdown_formats.end();
    return BlockContent{is_markdown ? "\n" + *output + "\n" : code(command->format, *output), {}};
  }

 private:
  void complain(const SourcePosition& position, const std::string& message, const std::string& hint) {
    problems_.push_back({{page_, position, message, hint}, {}, ExitStatus::wrong_usage});
  }

  /// The output, ending in a newline; nothing where the command fails or prints nothing.
  std::optional<std::string> run_well(const std::vector<std::string>& arguments) {
    auto [status, out, err] = run_in_process(arguments);
    const auto position = block_.words.front().position;
    if (status == static_cast<int>(ExitStatus::difference)) {
      problems_.push_back({{page_, position, "the run does not end as its scenario expects",
                            "the same command without the page says what differs"},
                           err,
                           ExitStatus::difference});
      return {};
    }
    if (status != 0) {
      problems_.push_back({{page_, position, "the command fails", {}}, err, static_cast<ExitStatus>(status)});
      return {};
    }
    if (out.empty()) {
      complain(position, "the command prints nothing that could stand here", "leave --quiet out");
      return {};
    }
    if (!out.ends_with('\n')) out += '\n';
    return std::move(out);
  }

  static std::string code(std::string_view format, const std::string& output) {
    const auto fence = fence_for(output);
    return fmt::format("\n{0}{1}\n{2}{0}\n\n", fence, language_of(format), output);
  }

  /// A comment ends at `-->`, and for browsers also at `--!>`.
  std::optional<BlockContent> comment(const BlockCommand& command, const std::string& output) {
    for (const auto* end : {"-->", "--!>"})
      if (output.find(end) != std::string::npos) {
        complain(command.format_position, fmt::format("the output contains {}, which would end the comment", end),
                 "show it as code, without --as comment");
        return {};
      }
    return BlockContent{fmt::format("\n<!-- Source of the diagram ({}):\n\n{}\n-->\n\n", command.format, output), {}};
  }

  std::optional<BlockContent> picture(const BlockCommand& command, std::string drawn) {
    const auto words = run_well(with_format(command, "description"));
    if (!words) return {};
    const auto text = escape_markdown(without_last_newline(*words));
    return BlockContent{fmt::format("\n![{}]({})\n\n", text, link_target(path_from_page(page_, command.picture->path))),
                        DrawnPicture{command.picture->path, std::move(drawn)}};
  }

  const std::string& page_;
  const MarkedBlock& block_;
  std::vector<BlockProblem>& problems_;
};

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

std::optional<FilledPage> fill_page(const std::string& file, const std::string& text, PictureContents& pictures,
                                    std::vector<BlockProblem>& problems) {
  const auto known = problems.size();
  Diagnostics diagnostics;
  FilledPage page{file, text, find_marked_blocks(file, text, diagnostics), {}, {}, {}};
  for (auto& diagnostic : diagnostics) problems.push_back({std::move(diagnostic), {}, ExitStatus::wrong_usage});
  if (problems.size() != known) return {};
  std::vector<std::string> contents;
  for (std::size_t at = 0; at < page.blocks.size(); ++at) {
    auto content = Filler(file, page.blocks[at], problems).fill();
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
