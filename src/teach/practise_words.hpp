// The words that could be an answer to an exercise, each with what it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"

namespace flowsim::teach {

/// One word of a table that could stand in the hidden value's place.
struct AnswerWord {
  std::string word;
  std::string meaning;      ///< one sentence or a caption, without a full stop
  std::string group{};      ///< the heading it belongs under: `okta, at interaction 1`; empty for none
  std::string called{};     ///< what traces and pictures call it, where that is another name: `Credentials`
  bool in_question = true;  ///< it fits the outcome that the scenario expects
};

/// Every word that could stand at that path, in the order of its table; none where the value is not one of a table's.
/// `scenario` is the whole one; `value` is the hidden one, which is always among them.
std::vector<AnswerWord> answer_words(std::string_view path, const Scenario& scenario, std::string_view value);

/// The word of that spelling, one in question first; or null.
const AnswerWord* word_spelt(std::string_view typed, const std::vector<AnswerWord>& words);

/// The word that was probably meant: near to it whatever the letters' case, or what pictures call it; null where none.
const AnswerWord* word_meant(std::string_view typed, const std::vector<AnswerWord>& words);

/// One line for each word in question with its meaning behind it, under the headings of their groups, at most `width`
/// columns wide where the words allow it.
std::vector<std::string> lines_of(const std::vector<AnswerWord>& words, std::size_t width);

}  // namespace flowsim::teach
