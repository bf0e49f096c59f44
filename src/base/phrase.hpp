// A sentence that nobody has said yet: which one, and the values that stand in it.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::base {

/// The values of a phrase: a list of texts that is made in place, where a list of `std::string` in braces copies each.
class Values : public std::vector<std::string> {
 public:
  Values() = default;
  Values(std::vector<std::string> all) : std::vector<std::string>(std::move(all)) {}
  template <class... Texts>
  requires(sizeof...(Texts) > 0 && (std::constructible_from<std::string, Texts> && ...)) Values(Texts&&... texts) {
    reserve(sizeof...(Texts));
    (emplace_back(std::forward<Texts>(texts)), ...);
  }
};

/// An entry of the catalogue (`words::say` makes the sentence) and this run's values, raw and in the order in which the
/// entry counts them. Without an id nothing is said.
struct Phrase {
  std::string_view id{};  ///< points into a table, or into names that whoever holds the phrase keeps alive
  Values values{};

  bool empty() const { return id.empty(); }
  bool operator==(const Phrase&) const = default;
};

/// Sentences, or clauses of one, that follow one another.
using Phrases = std::vector<Phrase>;

}  // namespace flowsim::base
