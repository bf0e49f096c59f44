// Reads the states of a machine off its rows.
#include "trace/edge.hpp"

#include <algorithm>

namespace flowsim::trace {

std::vector<std::string> Edges::states() const {
  std::vector<std::string> found;
  const auto add = [&found](const std::string& state) {
    if (!state.empty() && std::ranges::find(found, state) == found.end()) found.push_back(state);
  };
  add(initial);
  for (const auto& row : rows) {
    add(row.from);
    add(row.to);
  }
  return found;
}

std::vector<std::string> Edges::final_states() const {
  auto found = states();
  std::erase_if(found, [this](const std::string& state) {
    return std::ranges::any_of(rows, [&state](const Edge& row) { return row.from == state && row.to != state; });
  });
  return found;
}

}  // namespace flowsim::trace
