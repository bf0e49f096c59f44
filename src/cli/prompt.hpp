// One line that a person types and corrects.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "cli/terminal_keys.hpp"

namespace flowsim {

/// The line under way; what is typed goes to its end.
class Prompt {
 public:
  enum class Done : std::uint8_t { not_yet, entered, given_up };

  explicit Prompt(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }

  /// Takes a key: a character, backspace, Ctrl-U and Ctrl-W to erase, Enter; Escape, Ctrl-C and Ctrl-D give up, and so
  /// does erasing where nothing is left.
  Done take(const Key& key);

  /// The line as it stands behind a colon, cut at its start where it is wider than that many columns.
  std::string shown(std::size_t width, bool ascii) const;

 private:
  void erase_character();
  void erase_word();

  std::string text_;
};

}  // namespace flowsim
