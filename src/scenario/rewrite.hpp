// A scenario's text after a change of mind: with other faults, other checks switched off, another end.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "scenario/scenario.hpp"

namespace flowsim::scenario {

/// Why a text could not be rewritten: a sentence without a full stop, and what would help.
struct CannotRewrite {
  std::string message, hint;
};

/// How lines end that are added to the text: with a carriage return and a line feed where all of its lines do so, else
/// with a line feed.
std::string_view line_end_of(std::string_view text);

/// The text of a scenario with the faults, switched-off checks and expectations of `wanted`, which must differ from
/// what the text says in nothing else. What does not change stays as it is, with its comments; faults that come behind
/// those of the text are added to its list, and new lines end as `line_end_of` says. The result has been read again and
/// says what is wanted.
std::variant<std::string, CannotRewrite> rewrite_scenario(std::string_view text, const Scenario& wanted);

}  // namespace flowsim::scenario
