// What can be typed next at a stop.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "teach/session.hpp"

namespace flowsim::teach {

/// A word that can stand at the end of a line, and what it would mean.
struct Choice {
  std::string word;    ///< ends in `=` where a value must follow
  std::string remark;  ///< may be empty
};

/// The words that can stand where a line ends.
struct Choices {
  std::string heading;        ///< what they are, or why there are none
  std::size_t from = 0;       ///< where in the line the word under way begins
  std::vector<Choice> words;  ///< those that begin as it does
};

/// Behind nothing the commands; behind `fault` the faults that can strike at the stop, then their arguments; behind
/// `off` the checks that were made at it, or in the whole run where there were none; behind `on` those switched off.
Choices choices_at(const Session& session, std::string_view line);

/// The line with the word under way completed as far as all choices agree, and a blank behind it where it is whole.
std::string completed(std::string_view line, const Choices& choices);

/// The choices below their heading.
Lines shown(const Choices& choices, const PageOptions& options);

}  // namespace flowsim::teach
