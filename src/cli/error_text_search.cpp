// A known text is its literal pieces in their order, with something between them where it has a placeholder.
#include "cli/error_text_search.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace flowsim {
namespace {

constexpr std::size_t most_texts = 3;
constexpr std::size_t longest_value = 300;
constexpr std::size_t fewest_words = 3;

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::pair<std::string_view, char>, 6> spellings{
    {{"\u2018", '\''}, {"\u2019", '\''}, {"\u201C", '"'}, {"\u201D", '"'}, {"\\\"", '"'}, {"\u00A0", ' '}}};

/// The part of a text that is compared: without blanks and full stops at its ends.
std::string_view bare(std::string_view text) {
  const auto is_edge = [](char c) { return is_blank(c) || c == '.'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
  return text;
}

/// A stretch of a text, in bytes.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

/// The literal pieces of a known text; an empty first or last one means that it begins or ends with a placeholder.
std::vector<std::string_view> pieces_of(std::string_view pattern) {
  std::vector<std::string_view> pieces;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    pieces.push_back(pattern.substr(0, open));
    pattern.remove_prefix(std::min(pattern.find('}', open) + 1, pattern.size()));
  }
  pieces.push_back(pattern);
  return pieces;
}

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
    const auto found = text.find(pieces[piece], at + 1);
    if (found == std::string_view::npos || found - at > longest_value) return {};
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

/// Where the pattern is in the text, between whole words; no known text begins with a placeholder.
std::optional<Stretch> find_pattern(std::string_view text, std::string_view pattern) {
  const auto pieces = pieces_of(pattern);
  for (auto begin = text.find(pieces.front()); begin != std::string_view::npos;
       begin = text.find(pieces.front(), begin + 1))
    if (const auto stretch = taken_from(text, pieces, begin); stretch && at_word_edges(text, *stretch)) return stretch;
  return {};
}

bool is_whole(std::string_view text, std::optional<Stretch> stretch) {
  return stretch && stretch->begin == 0 && stretch->end == text.size();
}

std::optional<std::pair<FoundErrorText, Stretch>> found(const ErrorText& known, std::string_view pasted,
                                                        std::string_view compared) {
  if (const auto whole = bare(pasted); is_whole(whole, find_pattern(whole, bare(known.text))))
    return {{{&known, Likeness::exact}, {0, compared.size()}}};
  const auto stretch = find_pattern(compared, comparable(known.text));
  if (!stretch) return {};
  const auto likeness = is_whole(compared, stretch) ? Likeness::spelled_otherwise : Likeness::part;
  return {{{&known, likeness}, *stretch}};
}

/// Words that every second sentence has say nothing about which text it is.
bool tells(std::string_view word) {
  constexpr std::array<std::string_view, 6> common{"and", "are", "for", "has", "the", "was"};
  return word.size() > 2 && std::ranges::find(common, word) == common.end();
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : comparable(text) + " ") {
    if (is_word(c)) {
      word += c;
    } else if (const auto whole = std::exchange(word, {}); tells(whole)) {
      words.insert(whole);
    }
  }
  return words;
}

std::string without_placeholders(std::string_view text) {
  std::string literal;
  for (const auto piece : pieces_of(text)) literal.append(piece).append(" ");
  return literal;
}

}  // namespace

std::string comparable(std::string_view text) {
  std::string out;
  for (text = bare(text); !text.empty();) {
    const auto spelling =
        std::ranges::find_if(spellings, [&](const auto& each) { return text.starts_with(each.first); });
    const bool is_special = spelling != spellings.end();
    const char c = is_special ? spelling->second : text.front();
    text.remove_prefix(is_special ? spelling->first.size() : 1);
    if (!is_blank(c))
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return std::string(bare(out));
}

std::vector<FoundErrorText> error_texts_in(std::string_view pasted) {
  const auto compared = comparable(pasted);
  std::vector<std::pair<FoundErrorText, Stretch>> hits;
  for (const auto& known : error_texts())
    if (auto hit = found(known, pasted, compared)) hits.push_back(*hit);
  const auto says_more = [](const auto& one, const auto& other) {
    const auto length = [](const auto& hit) { return hit.second.end - hit.second.begin; };
    return std::pair(one.first.likeness, length(other)) < std::pair(other.first.likeness, length(one));
  };
  std::ranges::stable_sort(hits, says_more);
  std::vector<FoundErrorText> all;
  std::vector<Stretch> taken;
  for (const auto& [hit, stretch] : hits) {
    const bool inside = std::ranges::any_of(
        taken, [&](Stretch larger) { return larger.begin <= stretch.begin && stretch.end <= larger.end; });
    if (inside || all.size() == most_texts) continue;
    all.push_back(hit);
    taken.push_back(stretch);
  }
  return all;
}

std::vector<FoundErrorText> error_texts_near(std::string_view pasted, double at_least) {
  const auto words = words_of(pasted);
  if (words.size() < fewest_words) return {};
  std::vector<std::pair<double, FoundErrorText>> near;
  for (const auto& known : error_texts()) {
    const auto others = words_of(without_placeholders(known.text));
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(others, [&](const std::string& word) { return words.contains(word); }));
    const auto likeness = 2.0 * static_cast<double>(shared) / static_cast<double>(words.size() + others.size());
    if (likeness >= at_least) near.push_back({likeness, {&known, Likeness::nearest, shared, others.size()}});
  }
  std::ranges::stable_sort(near, [](const auto& one, const auto& other) { return one.first > other.first; });
  std::vector<FoundErrorText> all;
  for (const auto& [likeness, text] : near)
    if (all.size() < most_texts) all.push_back(text);
  return all;
}

}  // namespace flowsim
