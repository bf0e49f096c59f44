// What flowsim can explain: the words of every table, and what it knows of each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace flowsim {

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

/// What the tables say of a word; of an error's text, as it is seen in real life, what they say of the checks that send
/// it. Empty where nobody knows it.
std::vector<Explanation> explanations_of(std::string_view word);

/// A scenario's `faults` with one item that asks for this verb, with the arguments it needs; empty for no verb.
std::string example_of_fault(std::string_view verb);

}  // namespace flowsim
