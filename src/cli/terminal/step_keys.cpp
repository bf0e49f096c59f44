// The key table.
#include "cli/terminal/step_keys.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

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

}  // namespace

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
