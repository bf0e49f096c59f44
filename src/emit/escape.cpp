// Decides for each character whether a notation could read more into it than itself.
#include "emit/escape.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace flowsim::emit {
namespace {

/// Marks come in pairs (`--`, `//`, `__`), so a single one between these neighbours is only itself. A space at an edge
/// or beside another could be lost.
bool is_harmless(char before, char letter, char after) {
  switch (letter) {
    case '.':
    case ',':
    case '(':
    case ')':
      return true;
    case ' ':
      return before != '\0' && before != ' ' && after != '\0' && after != ' ';
    case '&':
      return before == ' ' && after == ' ';
    case '/':
      return (is_letter_or_digit(before) || before == ' ') && is_letter_or_digit(after);
    case ':':
      return is_letter_or_digit(before) && (is_letter_or_digit(after) || after == ' ');
    case '-':
    case '_':
      return is_letter_or_digit(before) && is_letter_or_digit(after);
    default:
      return is_letter_or_digit(letter);
  }
}

/// `wrap:` at the start of a label is a command. Behind `style` and `classDef` Mermaid takes a colon with a `#` in the
/// same word for a colour, and drops the entity's semicolon.
bool is_harmless_colon(std::string_view before, char after) { return after == ' ' && !before.ends_with("wrap"); }

/// Mermaid's own marks for an entity under way, and spaces that it trims at the edges of a label.
bool is_special_in_mermaid(char32_t value) {
  return value == U'\u00B0' || value == U'\u00B6' || value == U'\u00DF' || value == U'\uFB02' || value == U'\u00A0' ||
         value == U'\u1680' || (value >= U'\u2000' && value <= U'\u200A') || value == U'\u202F' || value == U'\u205F' ||
         value == U'\u3000';
}

/// Behind `]]` a `>` would end a CDATA section, and PlantUML's SVG writer (1.2026.8) leaves it as it is, so that its
/// picture is no XML. A change of style, here to none, parts them there without a trace in the picture.
std::string spell_plantuml(std::string_view before, char32_t value) {
  const auto spelled = fmt::format("<U+{:04X}>", static_cast<unsigned>(value));
  return value == U'>' && before.ends_with("]]") ? fmt::format("<plain>{}</plain>", spelled) : spelled;
}

}  // namespace

std::string escape_plantuml(std::string_view text) {
  const auto safe = visible(text);
  std::string escaped;
  for (std::size_t at = 0; at < safe.size();) {
    const char before = at == 0 ? '\0' : safe[at - 1];
    const char after = at + 1 == safe.size() ? '\0' : safe[at + 1];
    if (is_harmless(before, safe[at], after)) {
      escaped += safe[at++];
      continue;
    }
    const auto character = code_point_at(safe, at);
    escaped += spell_plantuml(std::string_view(safe).substr(0, at), character.value);
    at += character.length;
  }
  return escaped;
}

std::string escape_mermaid(std::string_view text) {
  constexpr unsigned no_break_space = 0xA0;
  const auto safe = visible(text);
  std::string escaped;
  for (std::size_t at = 0; at < safe.size();) {
    const auto letter = safe[at];
    const char before = at == 0 ? '\0' : safe[at - 1];
    const char after = at + 1 == safe.size() ? '\0' : safe[at + 1];
    const auto character = code_point_at(safe, at);
    const bool is_apostrophe = letter == '\'' && is_letter_or_digit(before) && is_letter_or_digit(after);
    const bool is_plain = is_apostrophe || letter == '/' ||
                          (is_harmless(before, letter, after) &&
                           (letter != ':' || is_harmless_colon(std::string_view(safe).substr(0, at), after)));
    const bool keeps = character.length > 1 ? !is_special_in_mermaid(character.value) : is_plain;
    if (keeps)
      escaped += safe.substr(at, character.length);
    else
      fmt::format_to(std::back_inserter(escaped), "#{};",
                     letter == ' ' ? no_break_space : static_cast<unsigned>(character.value));
    at += character.length;
  }
  return escaped;
}

}  // namespace flowsim::emit
