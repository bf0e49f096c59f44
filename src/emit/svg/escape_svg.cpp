// Leaves XML nothing to read in a text but the text (XML 1.0 §2.2, §2.4).
#include <fmt/core.h>

#include <array>
#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emit/escape.hpp"

namespace flowsim::emit {
namespace {

constexpr bool is_outside_xml(char32_t value) { return value == 0xFFFE || value == 0xFFFF; }

constexpr std::string_view entity_of(char letter) {
  switch (letter) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

/// By byte: whether it stands for itself, whatever surrounds it.
constexpr auto harmless = [] {
  std::array<bool, 256> bytes{};
  for (char letter = ' '; letter < 0x7F; ++letter)
    bytes.at(static_cast<unsigned char>(letter)) = entity_of(letter).empty();
  return bytes;
}();

/// Takes one character from `at` on and says how many bytes it has.
std::size_t append_character(std::string& out, std::string_view text, std::size_t at) {
  if (const auto entity = entity_of(text[at]); !entity.empty()) {
    out += entity;
    return 1;
  }
  const auto character = code_point_at(text, at);
  if (character.valid && is_outside_xml(character.value))
    fmt::format_to(std::back_inserter(out), "\\u{{{:04X}}}", static_cast<unsigned>(character.value));
  else
    out += visible(text.substr(at, character.length));
  return character.length;
}

}  // namespace

void append_escaped_svg(std::string& out, std::string_view text) {
  for (std::size_t at = 0;;) {
    const auto start = at;
    while (at < text.size() && harmless[static_cast<unsigned char>(text[at])]) ++at;
    out.append(text, start, at - start);
    if (at == text.size()) return;
    at += append_character(out, text, at);
  }
}

std::string escape_svg(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  append_escaped_svg(escaped, text);
  return escaped;
}

}  // namespace flowsim::emit
