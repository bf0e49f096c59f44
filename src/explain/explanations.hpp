// What flowsim can explain: the words of every table, and what it knows of each.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oauth/error_codes.hpp"

namespace flowsim::faults {
struct FaultVerb;
}

namespace flowsim::explain {

/// What one table says of one word.
struct Explanation {
  std::string heading;                                     ///< the word, and what it is
  std::vector<std::pair<std::string, std::string>> parts;  ///< what is said, each behind its label
  std::string example;                                     ///< lines that stand as they are; may be empty
};

/// One table whose words can be explained.
struct ExplainedTable {
  std::string_view name;                                       ///< what one of its words is: `check`
  std::vector<std::string_view> (*words)();                    ///< each once, in the table's order
  std::vector<Explanation> (*explain)(std::string_view word);  ///< one for each row of that word; none for others
};

/// Every such table.
std::span<const ExplainedTable> explained_tables();

/// What the tables say of a word. Empty where none of them knows it.
std::vector<Explanation> explanations_of(std::string_view word);

/// What the table of error codes says of that code; only of one that travels so, where a channel is given. Empty where
/// it does not know it.
std::vector<Explanation> explanations_of_error(std::string_view code, std::optional<ErrorChannel> channel);

/// What is known of an error as it is pasted: a text of a library or a server, alone, in part or inside a log, a
/// callback's address, JSON, a challenge or an HTTP status; of an address without an error, its parameters. Only the
/// first `longest_paste` bytes are looked at. Empty where nothing is known.
std::vector<Explanation> explanations_of_pasted_error(std::string_view pasted);

/// The known error texts that share some words with it, the nearest first, at most three.
std::vector<std::string_view> error_texts_like(std::string_view pasted);

/// What to write into a scenario so that a fault of this verb strikes: its `faults`, the verb's own as the last item,
/// and before them whatever else it needs; empty for no verb.
std::string example_of_fault(std::string_view verb);

/// The interactions at which a scenario may ask for this verb, in their order.
std::vector<int> interactions_open_to(const FaultVerb& verb);

}  // namespace flowsim::explain
