// Sets lines: columns, wrapping, colours.
#include "emit/text/text_page.hpp"

#include <fmt/core.h>

#include <ostream>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"

namespace flowsim::emit {

void TextPage::put(std::string_view text, Ink ink) {
  const bool inked = options.color && ink != Ink::plain && !text.empty();
  if (inked) out_ << ink_code(ink);
  out_ << visible(text);
  if (inked) out_ << ink_end;
}

void TextPage::gap() { out_ << '\n'; }

void TextPage::line(std::string_view text, Ink ink) {
  put(text, ink);
  out_ << '\n';
}

void TextPage::spread(std::string_view left, Ink left_ink, std::string_view right, Ink right_ink) {
  const auto used = display_width(visible(left)) + display_width(visible(right));
  put(left, left_ink);
  put(std::string(used + 2 <= right_edge ? right_edge - used : 2, ' '));
  put(right, right_ink);
  out_ << '\n';
}

void TextPage::flow(std::string_view lead, std::span<const Piece> pieces, std::size_t between) {
  const auto start = display_width(visible(lead));
  put(lead);
  auto column = start;
  for (const auto& [text, ink] : pieces) {
    const auto width = display_width(visible(text));
    if (column != start && column + between + width > wrap_column) {
      out_ << '\n' << std::string(start, ' ');
      column = start;
    } else if (column != start) {
      out_ << std::string(between, ' ');
      column += between;
    }
    put(text, ink);
    column += width;
  }
  out_ << '\n';
}

void TextPage::sentence(std::string_view lead, std::string_view text, Ink ink) {
  const auto start = display_width(visible(lead));
  const auto lines = wrapped(visible(text), start + 20 < wrap_column ? wrap_column - start : 20);
  put(lead);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (at != 0) out_ << std::string(start, ' ');
    put(lines[at], ink);
    out_ << '\n';
  }
}

std::string TextPage::time(Instant at) const { return clock_text(at - trace.header.start); }

std::string TextPage::value(std::string_view name, std::string_view value) const {
  if (name == "url") return shown_address(value, options.show_tokens);
  return shown_value(name, value, options.show_tokens);
}

std::string speaker(Participant participant) { return "     " + padded(name_of(participant), 6) + "  "; }

std::string route(Participant from, Participant to) {
  return padded(fmt::format("{} → {}", name_of(from), name_of(to)), 13) + "   ";
}

std::string padded(std::string_view text, std::size_t width) {
  const auto used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

}  // namespace flowsim::emit
