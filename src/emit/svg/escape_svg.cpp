// Leaves XML nothing to read in a text but the text (XML 1.0 §2.2, §2.4).
#include <fmt/core.h>

#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emit/escape.hpp"

namespace flowsim::emit {
namespace {

constexpr bool is_outside_xml(char32_t value) { return value == 0xFFFE || value == 0xFFFF; }

}  // namespace

std::string escape_svg(std::string_view text) {
  const auto safe = visible(text);
  std::string escaped;
  escaped.reserve(safe.size());
  for (std::size_t at = 0; at < safe.size();) {
    const auto character = code_point_at(safe, at);
    switch (character.value) {
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
      case '\'':
        escaped += "&#39;";
        break;
      default:
        if (is_outside_xml(character.value))
          fmt::format_to(std::back_inserter(escaped), "\\u{{{:04X}}}", static_cast<unsigned>(character.value));
        else
          escaped.append(safe, at, character.length);
    }
    at += character.length;
  }
  return escaped;
}

}  // namespace flowsim::emit
