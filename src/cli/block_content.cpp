// Sets the output of a command into a page: as it is, as code, inside a comment or as a picture.
#include "cli/block_content.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <utility>

#include "cli/link.hpp"
#include "emit/escape.hpp"

namespace flowsim::cli {
namespace {

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

class Filler {
 public:
  Filler(const std::string& page, const MarkedBlock& block, const RunCommand& run, std::vector<BlockProblem>& problems)
      : page_(page), block_(block), run_(run), problems_(problems) {}

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
    auto [status, out, err] = run_(arguments);
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
  const RunCommand& run_;
  std::vector<BlockProblem>& problems_;
};

}  // namespace

CommandOutput run_in_process(const std::vector<std::string>& arguments) {
  std::vector<const char*> words{"flowsim"};
  for (const auto& argument : arguments) words.push_back(argument.c_str());
  std::ostringstream out, err;
  const int status = run_command_line(static_cast<int>(words.size()), words.data(), {out, err, false});
  return {status, out.str(), err.str()};
}

std::optional<BlockContent> fill_block(const std::string& page, const MarkedBlock& block, const RunCommand& run,
                                       std::vector<BlockProblem>& problems) {
  return Filler(page, block, run, problems).fill();
}

}  // namespace flowsim::cli
