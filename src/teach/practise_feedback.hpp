// What an exercise asks, and what a learner hears about an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/trace.hpp"

namespace flowsim::teach {

/// The question that fits the hidden value: `How does this run end?`
std::string question_about(std::string_view path);

/// Whether the hidden value is one of the scenario's expectations: the run is the same whatever is answered, and
/// feedback must not repeat them, for they tell what really happens.
bool asks_for_the_end(std::string_view path);

/// What the run says about a wrong answer, without giving the right one away, one sentence an item. `run` is the run
/// with the answer in its place. `meaning` is what the answer means, without a full stop; empty where it is no word of
/// a table.
std::vector<std::string> why_not(std::string_view path, const std::string& answer, std::string_view meaning,
                                 const Trace& run);

/// What to say of an answer that is true of the run, though not what the scenario expects: a property that is violated
/// besides the one that names the outcome. Empty where the answer is not such a one.
std::vector<std::string> why_as_well(std::string_view path, std::string_view answer, const Trace& run);

/// What the run says about the right answer: how it ended and why.
std::vector<std::string> why_so(std::string_view path, std::string_view answer, const Trace& run);

}  // namespace flowsim::teach
