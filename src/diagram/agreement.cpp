// Where two runs agree up to a moment they agree up to every earlier one, so the last such moment is searched by
// halves.
#include "diagram/agreement.hpp"

#include <algorithm>

#include "diagram/situation.hpp"

namespace flowsim::diagram {
namespace {

bool same_until(const Trace& one, const Trace& other, int order) {
  const auto first = until(one, order), second = until(other, order);
  return first.messages == second.messages && first.legs == second.legs && first.verdicts == second.verdicts &&
         first.transitions == second.transitions && first.notes == second.notes && first.history == second.history;
}

}  // namespace

int agree_until(const Trace& one, const Trace& other) {
  int agreed = 0, differing = std::max(one.end.order, other.end.order) + 1;
  while (agreed + 1 < differing) {
    const int middle = agreed + (differing - agreed) / 2;
    (same_until(one, other, middle) ? agreed : differing) = middle;
  }
  return agreed;
}

}  // namespace flowsim::diagram
