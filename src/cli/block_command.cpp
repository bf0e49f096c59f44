// Reads the words of a marker by the commands' tables.
#include "cli/block_command.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "base/text.hpp"
#include "cli/commands.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

/// Where the output of the command is not what it prints, but is set into the page by these.
constexpr std::string_view format_option = "--format", output_option = "--output", as_option = "--as";
const Option page_options[] = {{.names = as_option, .help = "How the output stands in the page"},
                               {.names = "--help", .kind = OptionKind::flag}};

/// The commands that may stand in a marker.
std::vector<std::string_view> printing_commands() {
  std::vector<std::string_view> names;
  for (const auto& command : commands())
    if (!command.prints.empty()) names.push_back(command.name);
  return names;
}

/// Their options that may, with what concerns the page.
std::vector<const Option*> options_in_pages(const Command& command) {
  std::vector<const Option*> options;
  for (const auto& option : command.options)
    if (!option.is_argument() && option.in_pages) options.push_back(&option);
  for (const auto& option : page_options) options.push_back(&option);
  return options;
}

constexpr std::array<std::string_view, 2> picture_formats{"svg", "png"};

bool is_picture(std::string_view format) { return std::ranges::find(picture_formats, format) != picture_formats.end(); }

class CommandReader {
 public:
  CommandReader(const std::string& page, const MarkedBlock& block, Diagnostics& diagnostics)
      : page_(page), words_(block.words), diagnostics_(diagnostics) {
    command_.format_position = block.position;
  }

  std::optional<BlockCommand> read() {
    const auto before = diagnostics_.size();
    read_name();
    for (std::size_t at = 1; at < words_.size() && diagnostics_.size() == before; ++at) at = read_word(at);
    if (diagnostics_.size() == before) settle();
    if (diagnostics_.size() != before) return {};
    return std::move(command_);
  }

 private:
  void complain(const SourcePosition& position, const std::string& message, const std::string& hint) {
    diagnostics_.push_back({page_, position, message, hint});
  }

  static std::string hint_for(const std::string& word, const std::vector<std::string_view>& names,
                              const std::string& otherwise) {
    const auto near = nearest_name(word, names);
    return near ? "did you mean " + std::string(*near) + "?" : otherwise + join(names, ", ");
  }

  void read_name() {
    const auto& name = words_.front();
    const auto* row = command_named(name.text);
    if (row == nullptr || row->prints.empty())
      return complain(name.position, "the command '" + visible(name.text) + "' cannot fill a block",
                      hint_for(name.text, printing_commands(), "these can: "));
    options_ = options_in_pages(*row);
    command_.format = row->prints;
    command_.arguments.push_back(name.text);
  }

  /// Reads the word at that place, and its value; returns the place of the last word read.
  std::size_t read_word(std::size_t at) {
    const auto& word = words_[at];
    if (word.text == "-") {
      complain(word.position, "a page has no standard input", "name a file");
      return at;
    }
    if (!word.text.starts_with('-')) {
      command_.arguments.push_back(word.text);
      return at;
    }
    const auto equals = word.text.starts_with("--") ? word.text.find('=') : std::string::npos;
    const auto name = word.text.substr(0, equals);
    const auto row = std::ranges::find_if(options_, [&](const Option* option) { return option->is_called(name); });
    if (row == options_.end()) {
      std::vector<std::string_view> names;
      for (const auto* option : options_) names.push_back(option->name());
      complain(word.position, "the option '" + visible(name) + "' cannot stand in a block",
               hint_for(name, names, "these can, each a word of its own: "));
      return at;
    }
    const bool has_value = (*row)->kind != OptionKind::flag;
    if (!has_value || equals != std::string::npos) {
      use(**row, word, has_value ? word.text.substr(equals + 1) : std::string());
      return at;
    }
    if (at + 1 == words_.size()) {
      complain(word.position, "the option '" + name + "' needs a value", "write it behind the option");
      return at;
    }
    use(**row, word, words_[at + 1].text);
    return at + 1;
  }

  void use(const Option& option, const MarkerWord& word, const std::string& value) {
    if (option.name() == format_option) {
      command_.format = value;
      command_.format_position = word.position;
      has_format_ = true;
    } else if (option.name() == output_option) {
      command_.picture = BlockPicture{fs::path(value).lexically_normal().generic_string(), word.position};
    } else if (option.name() == as_option) {
      command_.as_comment = value == "comment";
      as_ = word.position;
      if (!command_.as_comment)
        complain(word.position, "a block cannot be shown as '" + visible(value) + "'", "there is only --as comment");
    } else {
      if (option.name() == "--help") command_.format = "text";
      command_.arguments.emplace_back(option.name());
      if (option.kind != OptionKind::flag) command_.arguments.push_back(value);
    }
  }

  /// What the words mean together.
  void settle() {
    const auto& format = command_.format;
    if (has_format_) {
      command_.arguments.emplace_back("--format");
      command_.arguments.push_back(format);
    }
    if (!is_picture(format)) {
      if (command_.picture)
        complain(command_.picture->position,
                 "only a picture gets a file of its own, and " + visible(format) + " is none",
                 "leave -o out, or add --format svg");
      return;
    }
    if (!command_.picture) return complain(command_.format_position, "a picture needs a file", "add -o FILE." + format);
    if (command_.as_comment) return complain(as_, "a picture cannot stand inside a comment", "leave --as out");
    const auto& [path, position] = *command_.picture;
    if (fs::path(path).is_absolute() || path == ".." || path.starts_with("../"))
      complain(position, "the picture '" + visible(path) + "' would not be below the current folder",
               "name a file below it");
    else if (fs::path(path).extension() != "." + format)
      complain(position, "the picture '" + visible(path) + "' would not be named as " + format,
               "let its name end in ." + format);
  }

  const std::string& page_;
  const std::vector<MarkerWord>& words_;
  Diagnostics& diagnostics_;
  BlockCommand command_;
  std::vector<const Option*> options_;
  bool has_format_ = false;
  SourcePosition as_;
};

}  // namespace

std::optional<BlockCommand> read_block_command(const std::string& page, const MarkedBlock& block,
                                               Diagnostics& diagnostics) {
  return CommandReader(page, block, diagnostics).read();
}

std::vector<std::string> with_format(const BlockCommand& command, const std::string& format) {
  auto arguments = command.arguments;
  const auto option = std::ranges::find(arguments, "--format");
  if (option != arguments.end() && std::next(option) != arguments.end())
    *std::next(option) = format;
  else
    arguments.insert(arguments.end(), {"--format", format});
  return arguments;
}

}  // namespace flowsim::cli
