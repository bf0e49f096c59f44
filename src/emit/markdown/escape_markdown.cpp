// Markdown has many marks; a backslash or a character reference makes each of them a character (CommonMark 0.30 §2.4,
// §2.5).
#include <fmt/core.h>

#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emit/escape.hpp"

namespace flowsim::emit {
namespace {

constexpr std::string_view marks = "\\`*{}[]<>|~$";

/// A space that a page would swallow: at an edge or beside another.
bool is_lost_space(std::string_view text, std::size_t at) {
  return text[at] == ' ' && (at == 0 || at + 1 == text.size() || text[at - 1] == ' ' || text[at + 1] == ' ');
}

/// GitHub makes links of `https://…` and `www.…` by themselves.
bool begins_link(std::string_view text, std::size_t at) {
  const auto behind_w = at >= 3 && (text.substr(at - 3, 3) == "www" || text.substr(at - 3, 3) == "WWW");
  return text.substr(at).starts_with("://") || (text[at] == '.' && behind_w);
}

/// `&` begins a character reference only before a letter or `#`, and `_` inside a word is only itself.
bool is_mark(std::string_view text, std::size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  const char after = at + 1 == text.size() ? ' ' : text[at + 1];
  if (text[at] == '&') return after == '#' || is_letter_or_digit(after);
  if (text[at] == '_') return !is_letter_or_digit(before) || !is_letter_or_digit(after);
  return marks.find(text[at]) != std::string_view::npos || begins_link(text, at);
}

bool is_plain_code(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  return text.find_first_of("`|\\<>") == std::string_view::npos && text.find("  ") == std::string_view::npos;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  const auto safe = visible(text);
  std::string escaped;
  for (std::size_t at = 0; at < safe.size(); ++at) {
    if (is_lost_space(safe, at)) {
      escaped += "&#160;";
      continue;
    }
    if (is_mark(safe, at)) escaped += '\\';
    escaped += safe[at];
  }
  return escaped;
}

std::string markdown_code(std::string_view text) {
  const auto safe = visible(text);
  if (is_plain_code(safe)) return "`" + safe + "`";
  std::string code = "<code>";
  for (std::size_t at = 0; at < safe.size();) {
    const auto character = code_point_at(safe, at);
    if (is_lost_space(safe, at))
      code += "&#160;";
    else if (is_letter_or_digit(safe[at]) || safe[at] == ' ' || character.length > 1)
      code += safe.substr(at, character.length);
    else
      fmt::format_to(std::back_inserter(code), "&#{};", static_cast<unsigned>(character.value));
    at += character.length;
  }
  return code + "</code>";
}

std::string link_target(std::string_view path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/";
  std::string target;
  for (const char character : path) {
    if (plain.find(character) != std::string_view::npos)
      target += character;
    else
      target += fmt::format("%{:02X}", static_cast<unsigned char>(character));
  }
  return target;
}

}  // namespace flowsim::emit
