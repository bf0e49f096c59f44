// The commands as data: what each can be told, what its help says, and the function that does it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"

namespace flowsim::cli {

/// What stands behind an option, or in an argument's place.
enum class OptionKind : std::uint8_t {
  flag,             ///< nothing
  text,             ///< any text
  input,            ///< a file or a folder that is there, or `-`
  output,           ///< a file or a folder to write
  choice,           ///< one of `choices`
  choice_and_file,  ///< one of `choices`, then a file to write
  number,           ///< a whole number from `least` to `most`, within 32 bits
  large_number,     ///< likewise, within 53 bits
};

/// One option of a command, or one argument. Help and the reader of the command line know no more than this.
struct Option {
  std::string_view names;  ///< `--seed`, or `-o,--output`; an argument's stands in capitals: `PATH`
  OptionKind kind = OptionKind::text;
  std::string help{};
  std::vector<std::string_view> choices{};
  std::string_view standard{};  ///< its value where none is given; shown in help
  std::int64_t least = 0, most = 0;
  bool required = false;
  bool repeated = false;  ///< an argument: any number of words; an option: may be given again
  bool in_pages = true;   ///< makes sense in a page's marker, see `read_block_command`

  /// The longest of the names.
  std::string_view name() const { return names.substr(names.find(',') + 1); }
  bool is_called(std::string_view given) const;
  bool is_argument() const { return !names.starts_with('-'); }
};

/// What a person has said about each option of a command. Asking for an option that the command does not have is a
/// mistake of ours: `std::logic_error`.
class Values {
 public:
  void set(std::string_view option, std::vector<std::string> words) { values_.emplace_back(option, std::move(words)); }

  /// Every word given for the option of that longest name, in their order.
  const std::vector<std::string>& all(std::string_view option) const;
  bool has(std::string_view option) const { return !all(option).empty(); }
  /// The word, or the option's standard; empty where there is neither.
  std::string text(std::string_view option) const;
  template <class Number = int>
  std::optional<Number> number(std::string_view option) const {
    const auto number = whole_number(option);
    return number ? std::optional(static_cast<Number>(*number)) : std::nullopt;
  }

 private:
  std::optional<std::int64_t> whole_number(std::string_view option) const;

  std::vector<std::pair<std::string_view, std::vector<std::string>>> values_;
};

/// One command.
struct Command {
  std::string_view name, summary;
  std::vector<Option> options;             ///< as help lists them
  std::vector<std::string_view> examples;  ///< command lines
  std::string notes;                       ///< lines for help, below the examples; may be empty
  std::string_view exit_status;            ///< what each status means: `0 all well; …`
  void (*run)(const Values& values, const Console& console, ExitStatus& status);
  std::string_view prints{};  ///< the format of what it prints for a page; empty where it has no place in one
};

/// All commands, in the order of help.
std::span<const Command> commands();

/// The command of that name, or null.
const Command* command_named(std::string_view name);

Command run_command();
Command check_command();
Command list_command();
Command explain_command();
Command schema_command();
Command threats_command();
Command states_command();
Command practise_command();
Command docs_command();
Command diagrams_command();
Command step_command();
Command lesson_command();

/// Says on `err` what went wrong, and what would help where something does, and makes `status` worse.
void complain(const Console& console, ExitStatus& status, ExitStatus how, const std::string& message,
              const std::string& hint = {});

/// The graver of the two.
ExitStatus worse(ExitStatus one, ExitStatus other);

/// Options that several commands have.
Option detail_option(std::string help);
Option color_option();
Option jobs_option();
/// How many threads `jobs_option` asks for.
int jobs_of(const Values& values);

}  // namespace flowsim::cli
