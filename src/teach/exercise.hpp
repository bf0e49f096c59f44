// One exercise: a scenario with a value hidden in it, the question, and the judge of the answers.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"
#include "teach/hidden_value.hpp"
#include "teach/practise_words.hpp"

namespace flowsim::teach {

/// What became of an answer.
enum class Judgement : std::uint8_t {
  right,
  wrong,
  no_answer,  ///< a question mark, a word that the table does not have, a value that no scenario can have in that
              ///< place, or what is true of the run but was not asked
};

/// The exercise that a scenario becomes when a value is hidden in it.
class Exercise {
 public:
  /// `scenario` is the whole one, read from the file that `hidden` was taken out of, at `path`; it and `out`, where
  /// all is said, must outlive the exercise.
  Exercise(const Scenario& scenario, HiddenValue hidden, std::string path, std::ostream& out);

  /// Shows the file with its blank, and asks.
  void pose() const;

  /// Whether the run with this answer comes out as the scenario expects; says why, or why not.
  Judgement judge(const std::string& answer) const;

  /// Tells the answer.
  void reveal() const;

 private:
  Judgement help() const;
  Judgement say_unknown(const std::string& answer) const;
  Judgement say_problems(const std::string& answer, const Diagnostics& problems) const;
  void say_all(std::string lead, const std::vector<std::string>& sentences) const;
  void say(std::string lead, const std::string& sentence) const { say_all(std::move(lead), {sentence}); }

  const Scenario& scenario_;
  const HiddenValue hidden_;
  const std::string path_;
  const std::vector<AnswerWord> words_;
  std::ostream& out_;
};

}  // namespace flowsim::teach
