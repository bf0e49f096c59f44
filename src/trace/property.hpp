// What must hold of a whole run, whatever was injected.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::trace {

/// The closed list of properties.
enum class PropertyKind : std::uint8_t { authorization, authentication, session_integrity, secrecy, termination };

/// One row of the property table.
struct PropertyRow {
  PropertyKind kind;
  std::string_view name;
  std::string_view clause;  ///< where such a goal is written: `RFC 9700 §3`
};

/// Every property, in the order of the enumeration.
std::span<const PropertyRow> properties();
std::string_view name_of(PropertyKind kind);
std::optional<PropertyKind> property_named(std::string_view name);

}  // namespace flowsim::trace
