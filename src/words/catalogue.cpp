// Finds entries of the catalogue.
#include "words/catalogue.hpp"

#include <algorithm>

namespace flowsim::words {

std::size_t entry_count() { return catalogue_positions.size(); }

Entry entry_at(std::size_t index) {
  const auto [id, text, end] = catalogue_positions[index];
  return {{catalogue_text + id, text - id}, {catalogue_text + text, end - text}};
}

std::optional<Entry> entry_of(std::string_view id) {
  std::size_t first = 0, behind = entry_count();
  while (first < behind) {
    const auto middle = first + (behind - first) / 2;
    const auto entry = entry_at(middle);
    if (entry.id == id) return entry;
    if (entry.id < id)
      first = middle + 1;
    else
      behind = middle;
  }
  return {};
}

}  // namespace flowsim::words
