// One thing a person changes about a story while walking through its run.
#pragma once

#include <span>
#include <string>
#include <variant>

#include "scenario/scenario.hpp"

namespace flowsim::teach {

/// One more fault.
struct AddedFault {
  FaultSpec spec;
};

/// A check is switched off, or on again.
struct SwitchedCheck {
  std::string check;
  bool is_on = false;
};

using Change = std::variant<AddedFault, SwitchedCheck>;

/// `tamper at 4`, `state_matches off`.
std::string name_of(const Change& change);

/// The change as a scenario file says it, `{at: 4, do: drop}`; of a check as `name_of` says it.
std::string text_of(const Change& change);

/// What making the change, or taking it back, comes to: `state_matches is switched off`, `state_matches is on again`.
std::string made(const Change& change);
std::string taken_back(const Change& change);

/// The story with all changes made, in their order.
Scenario changed(Scenario scenario, std::span<const Change> changes);

}  // namespace flowsim::teach
