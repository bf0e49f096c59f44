// What an exercise asks, and what a learner hears about an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/trace.hpp"

namespace flowsim {

/// The question that fits the hidden value: `How does this run end?`
std::string question_about(std::string_view path);

/// The words that could be an answer, where the value is one of a table's: outcomes, checks, error codes, properties.
std::vector<std::string_view> possible_answers(std::string_view path);

/// What the run says about a wrong answer, without giving the right one away, one sentence an item. `run` is the run
/// with the answer in its place.
std::vector<std::string> why_not(std::string_view path, std::string_view answer, const Trace& run);

/// What the run says about the right answer: how it ended and why.
std::vector<std::string> why_so(std::string_view path, std::string_view answer, const Trace& run);

}  // namespace flowsim
