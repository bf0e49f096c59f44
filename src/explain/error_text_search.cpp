// Finds what is literally there: whole texts first, then texts inside others, then a stretch of one.
#include "explain/error_text_search.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "explain/error_text_pattern.hpp"

namespace flowsim::explain {
namespace {

constexpr std::size_t most_found = 5;
constexpr std::size_t most_with_the_stretch = 2;
constexpr std::size_t fewest_words_of_a_stretch = 2;
constexpr std::size_t longest_stretch = 300;

using Match = std::pair<FoundErrorText, Stretch>;

std::optional<Match> found(const ErrorText& known, std::string_view pasted, std::string_view compared) {
  if (is_all_of(bare(pasted), bare(known.text))) return {{{&known, Likeness::exact}, {0, compared.size()}}};
  const auto text = comparable(known.text);
  if (is_all_of(compared, text)) return {{{&known, Likeness::spelled_otherwise}, {0, compared.size()}}};
  const auto stretch = find_pattern(compared, text);
  return stretch ? std::optional(Match{{&known, Likeness::part}, *stretch}) : std::nullopt;
}

/// Takes out what lies inside a surer or a longer hit.
std::vector<Match> without_inner(std::vector<Match> hits) {
  std::ranges::stable_sort(hits, [](const Match& one, const Match& other) {
    const auto length = [](const Match& hit) { return hit.second.end - hit.second.begin; };
    return std::pair(one.first.likeness, length(other)) < std::pair(other.first.likeness, length(one));
  });
  std::vector<Match> outer;
  for (const auto& hit : hits)
    if (std::ranges::none_of(outer, [&](const Match& larger) {
          return larger.second.begin <= hit.second.begin && hit.second.end <= larger.second.end;
        }))
      outer.push_back(hit);
  return outer;
}

/// In a few words quotation marks are left out as often as not.
std::string unquoted(std::string text) {
  std::erase_if(text, [](char c) { return c == '\'' || c == '"'; });
  return text;
}

}  // namespace

std::vector<FoundErrorText> error_texts_in(std::string_view pasted) {
  const auto compared = comparable(pasted);
  std::vector<Match> hits;
  for (const auto& known : error_texts())
    if (auto hit = found(known, pasted, compared)) hits.push_back(*hit);
  hits = without_inner(std::move(hits));
  std::ranges::stable_sort(hits, {}, [](const Match& hit) { return hit.second.begin; });
  std::vector<FoundErrorText> all;
  for (const auto& [hit, stretch] : hits)
    if (all.size() < most_found) all.push_back(hit);
  return all;
}

std::vector<FoundErrorText> error_texts_around(std::string_view pasted) {
  const auto compared = comparable(pasted);
  if (compared.size() > longest_stretch || telling_words(compared).size() < fewest_words_of_a_stretch) return {};
  std::vector<FoundErrorText> all;
  for (const auto& known : error_texts())
    if (is_stretch_of(unquoted(compared), unquoted(comparable(known.text)))) all.push_back({&known, Likeness::stretch});
  if (all.size() > most_with_the_stretch) all.clear();
  return all;
}

}  // namespace flowsim::explain
