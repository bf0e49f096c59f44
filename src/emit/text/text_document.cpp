// Pages and documents that are too long to show whole.
#include <fmt/core.h>

#include "diagram/secrets.hpp"
#include "emit/text/text_parts.hpp"

namespace flowsim::emit {
namespace {

constexpr std::size_t limit = 200;  ///< about this many bytes are shown

/// The text, or its beginning with an ellipsis; the cut falls between characters.
std::string beginning(std::string text) {
  if (text.size() <= limit) return text;
  auto end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

std::string shown_document(std::string_view document, bool show_tokens) {
  const auto read = document.substr(0, 16 * limit);  // shortening secrets does not need more to fill the line
  auto shown = beginning(shown_prose(read, show_tokens));
  return document.size() <= limit ? shown : fmt::format("{} ({} bytes in all)", shown, document.size());
}

}  // namespace flowsim::emit
