// One line that a person types and corrects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "cli/terminal/terminal_keys.hpp"

namespace flowsim::cli {

/// No longer command is obeyed, in bytes.
inline constexpr std::size_t longest_command = 8192;

/// The line under way; what is typed goes to its end.
class Prompt {
 public:
  enum class Done : std::uint8_t { not_yet, entered, too_long, given_up };

  explicit Prompt(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }

  /// Takes a key: a character, backspace, Ctrl-U and Ctrl-W to erase, Enter; Escape, Ctrl-C and Ctrl-D give up, and so
  /// does erasing where nothing is left. What would make the line longer than `longest_command` is left out, and Enter
  /// then says so, until something is erased.
  Done take(const Key& key);

  /// The line as it stands behind a colon, cut at its start where it is wider than that many columns; at least
  /// the colon.
  std::string shown(std::size_t width, bool ascii) const;

 private:
  void erase_character();
  void erase_word();

  std::string text_;
  bool is_cut_ = false;
};

}  // namespace flowsim::cli
