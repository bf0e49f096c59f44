// An answer is judged by running the scenario with it; what is said of it is read off that run.
#include "teach/exercise.hpp"

#include <fmt/core.h>

#include <ostream>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "scenario/judge.hpp"
#include "scenario/run.hpp"
#include "teach/practise_feedback.hpp"

namespace flowsim::teach {
namespace {

constexpr std::size_t line_width = 96;

/// A sentence with an end to it.
std::string sentence(std::string text) {
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

/// The word with the name that pictures have for it.
std::string shown(const AnswerWord& word) {
  return word.called.empty() ? word.word : fmt::format("{} ({})", word.word, word.called);
}

/// What could have been meant, or where to look.
std::string hint_at(std::string_view answer, const std::vector<AnswerWord>& words) {
  constexpr std::size_t few = 12;
  if (const auto* meant = word_meant(answer, words)) return fmt::format("did you mean {}?", shown(*meant));
  if (words.size() > few) return "the answer ? shows what can";
  std::vector<std::string> names;
  for (const auto& word : words) names.push_back(shown(word));
  return "one of: " + join(names, ", ");
}

}  // namespace

Exercise::Exercise(const Scenario& scenario, HiddenValue hidden, std::string path, std::ostream& out)
    : scenario_(scenario),
      hidden_(std::move(hidden)),
      path_(std::move(path)),
      words_(answer_words(path_, scenario_, hidden_.value())),
      out_(out) {}

void Exercise::pose() const {
  const auto blank = without_comments(hidden_.with_blank());
  for (const auto line : split_words(blank, '\n')) out_ << "  " << visible(line) << "\n";
  out_ << "\n" << question_about(path_) << " (" << path_ << ")\n";
}

Judgement Exercise::judge(const std::string& answer) const {
  if (answer == "?") return help();
  const auto* word = word_spelt(answer, words_);
  if (word == nullptr && !words_.empty()) return say_unknown(answer);
  Diagnostics problems;
  const auto answered = read_scenario(hidden_.with(answer), scenario_.file, problems);
  // An expectation changes nothing in the run, and one that contradicts the others is merely wrong.
  const bool judged_by_the_run = asks_for_the_end(path_) && word != nullptr;
  if (!answered && !judged_by_the_run) return say_problems(answer, problems);
  const auto run = run_scenario(answered ? *answered : scenario_);
  if (const auto as_well = why_as_well(path_, answer, run); !as_well.empty()) {
    say_all("✗ ", as_well);
    return Judgement::no_answer;
  }
  const bool right = answered && meets_expectations(run);
  say(right ? "✓ " : "✗ ", right ? fmt::format("Right: {}.", answer) : fmt::format("{} is not it.", answer));
  const std::string_view meaning = word == nullptr ? std::string_view() : word->meaning;
  say_all("  ", right ? why_so(path_, answer, run) : why_not(path_, answer, meaning, run));
  return right ? Judgement::right : Judgement::wrong;
}

void Exercise::reveal() const {
  say("  ", fmt::format("The answer is {}.", hidden_.value()));
  say("  ", fmt::format("Look at it happen: flowsim run {}", scenario_.file));
}

Judgement Exercise::help() const {
  if (words_.empty()) say("  ", "Any value may be tried; the run judges it.");
  for (const auto& line : lines_of(words_, line_width)) out_ << "  " << visible(line) << "\n";
  return Judgement::no_answer;
}

Judgement Exercise::say_unknown(const std::string& answer) const {
  say("✗ ", sentence(fmt::format("{} cannot stand here; {}", answer, hint_at(answer, words_))));
  return Judgement::no_answer;
}

/// A hint is for an author, but where it is about the answer itself.
Judgement Exercise::say_problems(const std::string& answer, const Diagnostics& problems) const {
  const auto place = hidden_.position();
  for (const auto& problem : problems) {
    const bool here = problem.position == place;
    const auto lead = here ? std::string() : fmt::format("{} does not fit what else the scenario says: ", answer);
    const auto hint = here && !problem.hint.empty() ? ": " + problem.hint : std::string();
    say("✗ ", sentence(lead + problem.message + hint));
  }
  return Judgement::no_answer;
}

void Exercise::say_all(std::string lead, const std::vector<std::string>& sentences) const {
  for (const auto& sentence : sentences) {
    if (sentence.empty()) continue;
    for (const auto& line : wrapped(visible(sentence), line_width)) out_ << std::exchange(lead, "  ") << line << "\n";
  }
}

}  // namespace flowsim::teach
