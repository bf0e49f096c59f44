// Keeps the names alive that a trace's records point to.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::trace {

/// Names in records point into the program's tables. Those of a trace that was read need a place of their own, which
/// lives as long as the last copy of the trace. Two traces do not differ by where their names are.
class Names {
 public:
  /// The same name, in a place that stays.
  std::string_view keep(std::string_view name) {
    if (!kept_) kept_ = std::make_shared<Kept>();
    const auto found = kept_->find(name);
    return found != kept_->end() ? *found : *kept_->emplace(name).first;
  }
  bool operator==(const Names&) const { return true; }

 private:
  using Kept = std::set<std::string, std::less<>>;
  std::shared_ptr<Kept> kept_;
};

}  // namespace flowsim::trace
