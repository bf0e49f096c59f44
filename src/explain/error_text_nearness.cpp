// How near two texts are: by the words they share, weighted by how much each says about which text it is.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "explain/error_text_pattern.hpp"
#include "explain/error_text_search.hpp"

namespace flowsim::explain {
namespace {

constexpr std::size_t most_texts = 3;
constexpr std::size_t most_lines = 64;
constexpr std::size_t longest_line = 2048;
constexpr std::size_t fewest_words = 3;

// A pasted line has words around the text, such as a file's name; a text has more to say than who retells it. But a
// word that other texts have, and this one has not, speaks for them.
constexpr double weight_of_unknown = 2.0;
constexpr double share_of_untold = 0.3;
constexpr double share_of_others = 1.5;

/// Words that every second sentence has say nothing about which text it is.
bool tells(std::string_view word) {
  constexpr std::array<std::string_view, 9> common{"and", "are", "but", "did", "does", "for", "has", "the", "was"};
  return word.size() > 2 && std::ranges::find(common, word) == common.end();
}

/// Ways of saying the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> rewordings{
    {{"n't", " not"}, {"mismatched", "not match"}, {"mismatch", "not match"}, {"jwt", "token"}}};

std::string reworded(std::string text) {
  for (const auto& [from, to] : rewordings)
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

std::string without_placeholders(std::string_view text) {
  std::string literal;
  for (const auto piece : pieces_of(text)) literal.append(piece).append(" ");
  return literal;
}

struct KnownWords {
  const ErrorText* text;
  std::vector<std::string> words;
};

/// The words of `some` that are not in `others`; both are sorted.
std::vector<std::string> missing(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  std::vector<std::string> only;
  std::ranges::set_difference(some, others, std::back_inserter(only));
  return only;
}

/// The words of all known texts, in how many of them each stands, and which are subjects.
struct Vocabulary {
  std::vector<KnownWords> texts;
  std::map<std::string, std::size_t, std::less<>> texts_with;
  std::set<std::string, std::less<>> subjects;

  Vocabulary() {
    for (const auto& known : error_texts()) {
      texts.push_back({&known, telling_words(without_placeholders(known.text))});
      for (const auto& word : texts.back().words) ++texts_with[word];
      for (const auto& other : texts) note_subjects(texts.back().words, other.words);
    }
  }
  /// Where two texts are the same but for one word, that word is what each of them is about.
  void note_subjects(const std::vector<std::string>& words, const std::vector<std::string>& others) {
    const auto here = missing(words, others), there = missing(others, words);
    if (here.size() != 1 || there.size() != 1 || words.size() < 2) return;
    subjects.insert({here.front(), there.front()});
  }
  bool knows(const std::string& word) const { return texts_with.contains(word); }
  /// The rarer, the more it says; a word of no known text says little.
  double weight(const std::string& word) const {
    const auto found = texts_with.find(word);
    if (found == texts_with.end()) return weight_of_unknown;
    return std::log2(static_cast<double>(texts.size() + 1) / static_cast<double>(found->second));
  }
};

const Vocabulary& vocabulary() {
  static const Vocabulary all;
  return all;
}

double weight_of(const std::vector<std::string>& words) {
  double sum = 0;
  for (const auto& word : words) sum += vocabulary().weight(word);
  return sum;
}

double weight_against(const std::vector<std::string>& added) {
  double sum = 0;
  for (const auto& word : added) sum += vocabulary().weight(word) * (vocabulary().knows(word) ? share_of_others : 1.0);
  return sum;
}

struct Near {
  double nearness;
  FoundErrorText found;
};

/// How near the words are to the text, from 0 to 1; 0 where they do not name its subject. Two words are too few to be
/// near to anything but the same two.
double nearness_of(const std::vector<std::string>& words, const std::vector<std::string>& added,
                   const std::vector<std::string>& text, const std::vector<std::string>& untold) {
  const auto& subjects = vocabulary().subjects;
  if (std::ranges::any_of(untold, [&](const std::string& word) { return subjects.contains(word); })) return 0;
  if (words.size() < fewest_words && !(added.empty() && untold.empty())) return 0;
  const double shared = weight_of(text) - weight_of(untold);
  return shared / (shared + weight_against(added) + share_of_untold * weight_of(untold));
}

void compare(const std::vector<std::string>& words, double at_least, std::vector<Near>& near) {
  for (const auto& [text, its_words] : vocabulary().texts) {
    const auto added = missing(words, its_words), untold = missing(its_words, words);
    const double nearness = nearness_of(words, added, its_words, untold);
    if (nearness >= at_least)
      near.push_back({nearness, {text, Likeness::nearest, its_words.size() - untold.size(), its_words.size()}});
  }
}

}  // namespace

std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : reworded(comparable(text)) + " ") {
    if (is_word(c)) {
      word += c;
    } else if (auto whole = std::exchange(word, {}); tells(whole)) {
      words.push_back(std::move(whole));
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<FoundErrorText> error_texts_near(std::string_view pasted, double at_least) {
  std::vector<Near> near;
  std::size_t lines = 0;
  for (const auto line : split_words(pasted.substr(0, most_lines * longest_line), '\n')) {
    if (++lines > most_lines) break;
    if (const auto words = telling_words(line.substr(0, longest_line)); words.size() > 1)
      compare(words, at_least, near);
  }
  std::ranges::stable_sort(near, std::ranges::greater{}, &Near::nearness);
  std::vector<FoundErrorText> all;
  for (const auto& [nearness, found] : near)
    if (all.size() < most_texts && std::ranges::find(all, found.text, &FoundErrorText::text) == all.end())
      all.push_back(found);
  return all;
}

}  // namespace flowsim::explain
