// A sentence that nobody has said yet: which one, and the values that stand in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::base {

/// An entry of the catalogue (`words::say` makes the sentence) and this run's values, raw and in the order in which the
/// entry counts them. Without an id nothing is said.
struct Phrase {
  std::string_view id{};  ///< points into a table, or into names that whoever holds the phrase keeps alive
  std::vector<std::string> values{};

  bool empty() const { return id.empty(); }
  bool operator==(const Phrase&) const = default;
};

/// Sentences, or clauses of one, that follow one another.
using Phrases = std::vector<Phrase>;

}  // namespace flowsim::base
