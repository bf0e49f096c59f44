// What a person presses on a terminal, read from its bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::cli {

/// What a key means. `interrupt`, `end_of_input`, `suspend`, `erase_line`, `erase_word` and `redraw` are Ctrl with C,
/// D, Z, U, W and L.
enum class KeyName : std::uint8_t {
  character,
  enter,
  tab,
  backspace,
  escape,
  up,
  down,
  left,
  right,
  home,
  end,
  page_up,
  page_down,
  interrupt,
  end_of_input,
  suspend,
  erase_line,
  erase_word,
  redraw,
};

struct Key {
  KeyName name = KeyName::character;
  std::string text{};  ///< of a character: one code point as UTF-8; else empty
  bool operator==(const Key&) const = default;
};

/// Takes bytes as they come and gives keys. What is neither a key nor a character, such as other escape sequences and
/// bytes that are not UTF-8, is passed over.
class KeyDecoder {
 public:
  void take(std::string_view bytes) { pending_ += bytes; }

  /// The next key; nothing where there is none, or not all of it has come.
  std::optional<Key> next();

  /// Nothing more is coming: an escape that stands alone is the key of that name.
  std::optional<Key> next_at_rest();

  /// Some bytes wait for more.
  bool is_waiting() const { return !pending_.empty(); }

 private:
  std::optional<Key> take_sequence();
  std::optional<Key> take_character();

  std::string pending_;
  bool waits_ = false;
};

/// The command line of a key, which one completes where it ends in a blank; empty where the key has none.
std::string_view command_of(const Key& key);

/// The keys in sentences, for help.
std::span<const std::string_view> key_help();

/// The keys that matter most, in so many columns.
std::string_view key_footer(int width);

}  // namespace flowsim::cli
