// Ranks states by the longest way to them.
#include "diagram/state_order.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace flowsim::diagram {
namespace {

class Ranking {
 public:
  explicit Ranking(const StateDiagram& diagram)
      : diagram_(diagram), next_(diagram.states.size()), ranks_(diagram.states.size()), met_(diagram.states.size()) {
    for (const auto& arrow : diagram.arrows) next_.at(index_of(arrow.from)).push_back(index_of(arrow.to));
    visit(index_of(diagram.initial));
    for (std::size_t state = 0; state < met_.size(); ++state) visit(state);
    rank();
  }

  std::size_t rank_of(std::size_t state) const { return ranks_.at(state); }

 private:
  std::size_t index_of(const std::string& name) const {
    const auto found = std::ranges::find(diagram_.states, name, &StateBox::name);
    return static_cast<std::size_t>(found - diagram_.states.begin());
  }

  void visit(std::size_t state) {
    if (met_.at(state)) return;
    met_.at(state) = true;
    for (const auto next : next_.at(state)) visit(next);
    left_.push_back(state);
  }

  /// What is left last comes first; an arrow to a state that was left later than its own leads back.
  void rank() {
    std::vector<std::size_t> place(left_.size());
    for (std::size_t at = 0; at < left_.size(); ++at) place.at(left_.at(at)) = at;
    for (auto state = left_.rbegin(); state != left_.rend(); ++state)
      for (const auto next : next_.at(*state))
        if (place.at(next) < place.at(*state)) ranks_.at(next) = std::max(ranks_.at(next), ranks_.at(*state) + 1);
  }

  const StateDiagram& diagram_;
  std::vector<std::vector<std::size_t>> next_;
  std::vector<std::size_t> ranks_;
  std::vector<bool> met_;
  std::vector<std::size_t> left_;  ///< in the order in which a walk through the arrows leaves them
};

}  // namespace

bool is_left(const StateDiagram& diagram, const StateBox& state) {
  return std::ranges::any_of(diagram.arrows, [&state](const StateArrow& arrow) { return arrow.from == state.name; });
}

std::vector<const StateBox*> reading_order(const StateDiagram& diagram) {
  if (diagram.states.empty()) return {};
  const Ranking ranking(diagram);
  std::vector<std::size_t> order(diagram.states.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::size_t state) {
    const auto& box = diagram.states.at(state);
    const int part = box.name == diagram.initial ? 0 : is_left(diagram, box) ? 1 : 2;
    return std::pair(part, part == 1 ? ranking.rank_of(state) : 0);
  };
  std::ranges::stable_sort(order, {}, key);
  std::vector<const StateBox*> states;
  for (const auto state : order) states.push_back(&diagram.states.at(state));
  return states;
}

}  // namespace flowsim::diagram
