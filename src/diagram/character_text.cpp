// Escapes what a terminal could take for more than text, and breaks lines by columns.
#include "diagram/character_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "diagram/prose.hpp"

namespace flowsim::diagram {
namespace {

/// How a sign is spelt with ASCII.
struct Spelling {
  char32_t sign;
  std::string_view ascii;
};

/// The signs that views of a run write of their own accord, and the quotation marks and dashes of plain prose.
constexpr std::array spellings{
    Spelling{U'…', "..."}, Spelling{U'—', "--"}, Spelling{U'–', "-"},        Spelling{U'·', "-"},  Spelling{U'•', "*"},
    Spelling{U'→', "->"},  Spelling{U'’', "'"},  Spelling{U'§', "section "}, Spelling{U'“', "\""}, Spelling{U'”', "\""},
};

bool is_variation_selector(char32_t value) { return value >= 0xFE00 && value <= 0xFE0F; }

void append_escape(std::string& out, char32_t value) {
  fmt::format_to(std::back_inserter(out), "\\u{{{:04X}}}", static_cast<std::uint32_t>(value));
}

void append_ascii(std::string& out, char32_t value) {
  const auto* const row = std::ranges::find(spellings, value, &Spelling::sign);
  if (row == spellings.end())
    append_escape(out, value);
  else
    out += row->ascii;
}

/// Where parts of an address end.
bool ends_a_part(char32_t value) {
  return value < 0x80 && std::string_view("/?&=;,.:-_").find(static_cast<char>(value)) != std::string_view::npos;
}

/// Pieces of at most `width` columns, broken behind a part of an address where that leaves no piece less than half
/// full. Marks stay with the character they stand on.
void append_pieces(std::vector<std::string>& lines, std::string_view word, std::size_t width) {
  std::size_t start = 0, used = 0;          // of the piece under way
  std::size_t part_end = 0, part_used = 0;  // up to the end of a part
  for (std::size_t at = 0; at < word.size();) {
    const auto character = code_point_at(word, at);
    const auto columns = columns_of(character.value);
    if (used + columns > width) {
      const bool at_part = part_end > start && part_used * 2 >= width;
      const auto end = at_part ? part_end : at;
      lines.emplace_back(word.substr(start, end - start));
      used -= at_part ? part_used : used;
      start = end;
      part_end = 0;
    }
    used += columns;
    at += character.length;
    if (!ends_a_part(character.value)) continue;
    part_end = at;
    part_used = used;
  }
  lines.emplace_back(word.substr(start));
}

}  // namespace

std::string character_text(std::string_view text, bool ascii) {
  const auto shown = visible(text);
  std::string out;
  for (std::size_t at = 0; at < shown.size();) {
    const auto character = code_point_at(shown, at);
    if (is_variation_selector(character.value)) {
      append_escape(out, character.value);
    } else if (ascii && character.value >= 0x80) {
      append_ascii(out, character.value);
    } else {
      if (columns_of(character.value) == 0 && (out.empty() || out.back() == ' ')) out += "◌";
      out += shown.substr(at, character.length);
    }
    at += character.length;
  }
  return out;
}

std::vector<std::string> character_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (auto& line : wrapped(text, width)) {
    if (display_width(line) <= width)
      lines.push_back(std::move(line));
    else
      append_pieces(lines, line, width);
  }
  return lines;
}

std::size_t widest(const std::vector<std::string>& lines) {
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, display_width(line));
  return width;
}

std::size_t longest_word(std::string_view text) {
  std::size_t width = 0;
  for (const auto word : split_words(text)) width = std::max(width, display_width(word));
  return width;
}

}  // namespace flowsim::diagram
