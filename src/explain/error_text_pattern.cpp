// Spelling is levelled out first; then pieces are looked for one behind the other, each within a bounded distance.
#include "explain/error_text_pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace flowsim::explain {
namespace {

constexpr std::size_t longest_value = 2048;

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

constexpr std::array<std::pair<std::string_view, char>, 6> spellings{
    {{"\u2018", '\''}, {"\u2019", '\''}, {"\u201C", '"'}, {"\u201D", '"'}, {"\\\"", '"'}, {"\u00A0", ' '}}};

/// Where a value at the end of a text ends: at the first blank behind its beginning, or with the text.
std::optional<std::size_t> end_of_value(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_blank(text[end]) && end - at < longest_value) ++end;
  return end > at ? std::optional(end) : std::nullopt;
}

/// The stretch that the pieces take where the first of them begins at `begin`.
std::optional<Stretch> taken_from(std::string_view text, const std::vector<std::string_view>& pieces,
                                  std::size_t begin) {
  std::size_t at = begin + pieces.front().size();
  for (std::size_t piece = 1; piece < pieces.size(); ++piece) {
    if (pieces[piece].empty()) {
      const auto end = end_of_value(text, at);
      return end ? std::optional(Stretch{begin, *end}) : std::nullopt;
    }
    const auto within = text.substr(0, at + longest_value + pieces[piece].size());
    const auto found = within.find(pieces[piece], at + 1);
    if (found == std::string_view::npos) return {};
    at = found + pieces[piece].size();
  }
  return Stretch{begin, at};
}

bool at_word_edges(std::string_view text, Stretch stretch) {
  const auto cuts = [&](std::size_t at) {
    return at > 0 && at < text.size() && is_word(text[at - 1]) && is_word(text[at]);
  };
  return !cuts(stretch.begin) && !cuts(stretch.end);
}

}  // namespace

bool is_word(char c) { return is_letter_or_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

std::string_view bare(std::string_view text) {
  const auto is_edge = [](char c) { return is_blank(c) || c == '.'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
  return text;
}

std::string comparable(std::string_view text) {
  std::string out;
  for (text = bare(text); !text.empty();) {
    const auto spelling =
        std::ranges::find_if(spellings, [&](const auto& each) { return text.starts_with(each.first); });
    const bool is_special = spelling != spellings.end();
    const char c = is_special ? spelling->second : text.front();
    text.remove_prefix(is_special ? spelling->first.size() : 1);
    if (!is_blank(c))
      out += lower_case(c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return std::string(bare(out));
}

std::vector<std::string_view> pieces_of(std::string_view pattern) {
  std::vector<std::string_view> pieces;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    pieces.push_back(pattern.substr(0, open));
    pattern.remove_prefix(std::min(pattern.find('}', open) + 1, pattern.size()));
  }
  pieces.push_back(pattern);
  return pieces;
}

std::optional<Stretch> find_pattern(std::string_view text, std::string_view pattern) {
  const auto pieces = pieces_of(pattern);
  const auto is_missing = [&](std::string_view piece) { return text.find(piece) == std::string_view::npos; };
  if (std::ranges::any_of(pieces, is_missing)) return {};
  for (auto begin = text.find(pieces.front()); begin != std::string_view::npos;
       begin = text.find(pieces.front(), begin + 1))
    if (const auto stretch = taken_from(text, pieces, begin); stretch && at_word_edges(text, *stretch)) return stretch;
  return {};
}

bool is_all_of(std::string_view text, std::string_view pattern) {
  const auto pieces = pieces_of(pattern);
  if (!text.starts_with(pieces.front())) return false;
  const auto stretch = taken_from(text, pieces, 0);
  return stretch && stretch->end == text.size();
}

bool is_stretch_of(std::string_view text, std::string_view pattern) {
  for (const auto piece : pieces_of(pattern))
    for (auto at = piece.find(text); at != std::string_view::npos; at = piece.find(text, at + 1))
      if (at_word_edges(piece, {at, at + text.size()})) return true;
  return false;
}

}  // namespace flowsim::explain
