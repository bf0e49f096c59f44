// Finds misbehaviours, and keeps account of those that one run has.
#include "oauth/misbehaviour.hpp"

#include <algorithm>
#include <utility>

#include "oauth/misbehaviour_table.hpp"

namespace flowsim::oauth {

std::span<const Misbehaviour> misbehaviours() { return misbehaviour_table; }

const Misbehaviour* misbehaviour_named(std::string_view name) {
  const auto row = std::ranges::find(misbehaviour_table, name, &Misbehaviour::name);
  return row == misbehaviour_table.end() ? nullptr : &*row;
}

void Misbehaviours::add(std::string_view name) {
  if (!has(name)) names_.emplace_back(name);
}

bool Misbehaviours::has(std::string_view name) const { return std::ranges::find(names_, name) != names_.end(); }

void Misbehaviours::use(std::string_view name) {
  if (std::ranges::find(used_, name) == used_.end()) used_.emplace_back(name);
}

std::vector<std::string> Misbehaviours::newly_used() { return std::exchange(used_, {}); }

}  // namespace flowsim::oauth
