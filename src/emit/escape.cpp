// Decides for each character whether PlantUML could read more into it than itself.
#include "emit/escape.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace flowsim {
namespace {

bool is_alphanumeric(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

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
      return (is_alphanumeric(before) || before == ' ') && is_alphanumeric(after);
    case ':':
      return is_alphanumeric(before) && (is_alphanumeric(after) || after == ' ');
    case '-':
    case '_':
      return is_alphanumeric(before) && is_alphanumeric(after);
    default:
      return is_alphanumeric(letter);
  }
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
    fmt::format_to(std::back_inserter(escaped), "<U+{:04X}>", static_cast<unsigned>(character.value));
    at += character.length;
  }
  return escaped;
}

}  // namespace flowsim
