// The sequences that terminals send for keys (ECMA-48 §5.4, and what xterm made of it), and the key table of the
// stepper.
#include "cli/terminal/terminal_keys.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.hpp"

namespace flowsim::cli {
namespace {

struct KeyRow {
  KeyName key;
  std::string_view text;  ///< of a character
  std::string_view command;
};

constexpr std::array key_table{
    KeyRow{KeyName::right, "", "next"},         KeyRow{KeyName::enter, "", "next"},
    KeyRow{KeyName::character, " ", "next"},    KeyRow{KeyName::character, "n", "next"},
    KeyRow{KeyName::left, "", "back"},          KeyRow{KeyName::backspace, "", "back"},
    KeyRow{KeyName::character, "b", "back"},    KeyRow{KeyName::home, "", "first"},
    KeyRow{KeyName::character, "g", "first"},   KeyRow{KeyName::end, "", "last"},
    KeyRow{KeyName::character, "G", "last"},    KeyRow{KeyName::character, "+", "in"},
    KeyRow{KeyName::character, "=", "in"},      KeyRow{KeyName::character, "-", "out"},
    KeyRow{KeyName::character, "m", "message"}, KeyRow{KeyName::character, "c", "checks"},
    KeyRow{KeyName::character, "a", "actors"},  KeyRow{KeyName::character, "s", "secrets"},
    KeyRow{KeyName::character, "l", "ladder"},  KeyRow{KeyName::character, "f", "fault "},
    KeyRow{KeyName::character, "x", "off "},    KeyRow{KeyName::character, "o", "on "},
    KeyRow{KeyName::character, "w", "save "},   KeyRow{KeyName::character, ":", " "},
    KeyRow{KeyName::character, "u", "undo"},    KeyRow{KeyName::character, "?", "help"},
    KeyRow{KeyName::character, "h", "help"},    KeyRow{KeyName::character, "q", "quit"},
    KeyRow{KeyName::interrupt, "", "quit"},     KeyRow{KeyName::end_of_input, "", "quit"},
};

constexpr std::array<std::string_view, 4> help_lines{
    "Keys: right, space, n: on; left, b: back; Home, End; 1 to 6: go there; + and -: zoom",
    "m c a s l, Tab: pages; up, down, PgUp, PgDn: scroll; u: undo; q: quit",
    "f: a fault here; x, o: a check off, on; w: save; ':' and a command: Tab completes it",
    "q closes this page",
};

constexpr std::string_view usual_footer =
    "n next  b back  +/- zoom  Tab page  f fault  x check off  w save  ? help  q quit";
constexpr std::string_view brief_footer = "n next  b back  ? help  q quit";

constexpr char escape = '\x1b';
constexpr std::size_t longest_sequence = 32;

struct SequenceRow {
  std::string_view sequence;  ///< behind the escape
  KeyName key;
};

constexpr std::array sequences{
    SequenceRow{"[A", KeyName::up},    SequenceRow{"[B", KeyName::down},     SequenceRow{"[C", KeyName::right},
    SequenceRow{"[D", KeyName::left},  SequenceRow{"OA", KeyName::up},       SequenceRow{"OB", KeyName::down},
    SequenceRow{"OC", KeyName::right}, SequenceRow{"OD", KeyName::left},     SequenceRow{"[H", KeyName::home},
    SequenceRow{"[F", KeyName::end},   SequenceRow{"OH", KeyName::home},     SequenceRow{"OF", KeyName::end},
    SequenceRow{"[1~", KeyName::home}, SequenceRow{"[4~", KeyName::end},     SequenceRow{"[7~", KeyName::home},
    SequenceRow{"[8~", KeyName::end},  SequenceRow{"[5~", KeyName::page_up}, SequenceRow{"[6~", KeyName::page_down},
    SequenceRow{"OM", KeyName::enter},
};

struct ControlRow {
  char byte;
  KeyName key;
};

constexpr std::array controls{
    ControlRow{'\r', KeyName::enter},
    ControlRow{'\n', KeyName::enter},
    ControlRow{'\t', KeyName::tab},
    ControlRow{'\x7f', KeyName::backspace},
    ControlRow{'\b', KeyName::backspace},
    ControlRow{'\x03', KeyName::interrupt},
    ControlRow{'\x04', KeyName::end_of_input},
    ControlRow{'\x1a', KeyName::suspend},
    ControlRow{'\x15', KeyName::erase_line},
    ControlRow{'\x17', KeyName::erase_word},
    ControlRow{'\x0c', KeyName::redraw},
};

/// How many bytes a sequence takes that opens with an escape; 0 where its end has not come.
std::size_t length_of_sequence(std::string_view bytes) {
  if (bytes.size() < 2) return 0;
  if (bytes[1] == 'O') return bytes.size() < 3 ? 0 : 3;
  if (bytes[1] != '[') return 1;
  for (std::size_t at = 2; at < bytes.size(); ++at) {
    if (bytes[at] >= '\x40' && bytes[at] <= '\x7e') return at + 1;
    if (bytes[at] < '\x20' || at == longest_sequence) return at;
  }
  return 0;
}

/// How many bytes the character takes that opens with this one.
std::size_t length_by_first_byte(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC0 ? 2 : 1;
}

}  // namespace

std::optional<Key> KeyDecoder::take_sequence() {
  const auto length = length_of_sequence(pending_);
  waits_ = length == 0;
  if (waits_) return {};
  const auto sequence = pending_.substr(1, length - 1);
  pending_.erase(0, length);
  if (length == 1) return Key{KeyName::escape};
  const auto* const row = std::ranges::find(sequences, sequence, &SequenceRow::sequence);
  return row == sequences.end() ? std::nullopt : std::optional(Key{row->key});
}

std::optional<Key> KeyDecoder::take_character() {
  const auto character = code_point_at(pending_, 0);
  waits_ = !character.valid && pending_.size() < length_by_first_byte(pending_.front());
  if (waits_) return {};
  auto text = pending_.substr(0, character.length);
  pending_.erase(0, character.length);
  if (!character.valid || is_control(character.value)) return {};
  return Key{KeyName::character, std::move(text)};
}

std::optional<Key> KeyDecoder::next() {
  waits_ = false;
  while (!pending_.empty() && !waits_) {
    const auto* const row = std::ranges::find(controls, pending_.front(), &ControlRow::byte);
    if (row != controls.end()) {
      pending_.erase(0, 1);
      return Key{row->key};
    }
    if (auto key = pending_.front() == escape ? take_sequence() : take_character()) return key;
  }
  return {};
}

std::optional<Key> KeyDecoder::next_at_rest() {
  if (auto key = next()) return key;
  if (pending_.empty()) return {};
  const bool is_escape = pending_.front() == escape;
  pending_.erase(0, 1);
  return is_escape ? std::optional(Key{KeyName::escape}) : next();
}

std::string_view command_of(const Key& key) {
  if (key.name == KeyName::character && key.text.size() == 1 && key.text >= "1" && key.text <= "6") return key.text;
  const auto* const row = std::ranges::find_if(
      key_table, [&key](const KeyRow& candidate) { return candidate.key == key.name && candidate.text == key.text; });
  return row == key_table.end() ? std::string_view{} : row->command;
}

std::span<const std::string_view> key_help() { return help_lines; }

std::string_view key_footer(int width) {
  return static_cast<std::size_t>(width) >= usual_footer.size() ? usual_footer : brief_footer;
}

}  // namespace flowsim::cli
