// What the verbs read out of their arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "faults/registry.hpp"

namespace flowsim::faults {

/// The argument's text, empty where it was left out.
inline std::string argument(const FaultSpec& spec, std::string_view name) {
  return std::string(spec.arguments.value_or_empty(name));
}

/// The duration of that argument, or the default where it was left out.
inline Duration duration_argument(const FaultSpec& spec, std::string_view name, Duration otherwise) {
  return parse_duration(spec.arguments.value_or_empty(name)).value_or(otherwise);
}

/// Why the attacker cannot send anything at that place; empty where it can.
inline std::string objection_to_sender(const FaultSpec& spec) {
  if (spec.place.interaction != 6) return {};
  return "the app's answer comes through the connection the request went out on: nobody else can send it, but 5 can be";
}

}  // namespace flowsim::faults
