// The fault table: every verb, its arguments, where it may strike and what it does.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "sim/fault.hpp"
#include "sim/knowledge.hpp"
#include "wire/parameters.hpp"

namespace flowsim::faults {

/// What an argument's value looks like; a name is a text that is not empty, a count a number from 0, and an integer may
/// be negative; so may a shift, which is a duration.
enum class ArgumentKind : std::uint8_t { name, text, duration, count, flag, choice, integer, shift };

/// One argument of a verb.
struct FaultArgument {
  std::string_view name;
  ArgumentKind kind;
  bool required = false;
  std::span<const std::string_view> choices = {};  ///< of a choice
  std::string_view example = {};                   ///< a value an example shows; empty where any will do
};

/// What a scenario asks of one fault: a verb with its arguments, each as the text it stands for (`5s`, `true`, `12`).
struct FaultSpec {
  FaultPlace place;
  std::string verb;
  Parameters arguments;
  bool may_miss = false;
};

/// One row of the fault table.
struct FaultVerb {
  std::string_view name;
  std::string_view group;  ///< `network`, `message`, `token`, `actor`, `clock` or `attacker`
  std::span<const FaultArgument> arguments;
  bool strikes_messages, strikes_legs;
  /// What is wrong with these arguments together; empty where nothing is. Each alone has been checked.
  std::string (*objection)(const FaultSpec& spec);
  std::unique_ptr<Fault> (*make)(const FaultSpec& spec, Knowledge& knowledge);
  /// What this one fault is to do, with its arguments: the clauses of one sentence without a full stop.
  Phrases (*intent)(const FaultSpec& spec);
};

/// Every verb, the network's first.
std::span<const FaultVerb> fault_verbs();

/// The row of that name, or null.
const FaultVerb* fault_verb(std::string_view name);

/// The fault that the specification asks for; its verb must be in the table and its arguments valid. `knowledge` is
/// what the attacker has seen, and must outlive the fault.
PlannedFault plan_fault(const FaultSpec& spec, Knowledge& knowledge);

}  // namespace flowsim::faults
