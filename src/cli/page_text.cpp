// GitHub's Markdown marks up more than the standard one: addresses become links, dollars formulas.
#include "cli/page_text.hpp"

#include <fmt/core.h>

#include "base/text.hpp"
#include "cli/table.hpp"

namespace flowsim {
namespace {

constexpr std::string_view letters_and_digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

bool is_letter_or_digit(char character) { return letters_and_digits.find(character) != std::string_view::npos; }

}  // namespace

std::string page_text(std::string_view text) {
  const auto shown = markdown_text(visible(text));
  std::string escaped;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const char character = shown[at];
    // `https:` and `www.` begin a link in GitHub's Markdown, and `user@` one to an address.
    const bool begins_link = (character == ':' && at + 1 < shown.size() && shown[at + 1] != ' ') ||
                             (character == '.' && at >= 3 && shown.substr(at - 3, 3) == "www");
    if (begins_link || character == '$' || character == '@') escaped += '\\';
    escaped += character;
  }
  return escaped;
}

std::string attribute_text(std::string_view text) {
  std::string escaped;
  for (const char character : visible(text)) switch (character) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += character;
    }
  return escaped;
}

std::string link_target(std::string_view path) {
  constexpr std::string_view plain = "-._/";
  std::string target;
  for (const char character : path) {
    if (is_letter_or_digit(character) || plain.find(character) != std::string_view::npos)
      target += character;
    else
      target += fmt::format("%{:02X}", static_cast<unsigned char>(character));
  }
  return target;
}

std::string anchor_of(std::string_view name) {
  std::string anchor;
  for (const char character : name) anchor += is_letter_or_digit(character) || character == '_' ? character : '-';
  return anchor;
}

}  // namespace flowsim
