// The table of properties.
#include "trace/property.hpp"

#include <algorithm>

namespace flowsim::trace {
namespace {

using enum PropertyKind;

constexpr PropertyRow property_rows[] = {
    {authorization, "authorization", "RFC 9700 §3"},
    {authentication, "authentication", "OpenID Connect Core §3.2.2.11"},
    {session_integrity, "session_integrity", "RFC 9700 §4.7"},
    {secrecy, "secrecy", "RFC 6749 §10.3"},
    {termination, "termination", "RFC 6749 §1"},
};

static_assert(std::ranges::is_sorted(property_rows, {}, &PropertyRow::kind) &&
                  std::size(property_rows) == static_cast<std::size_t>(termination) + 1,
              "a row for each");

}  // namespace

std::span<const PropertyRow> properties() { return property_rows; }

std::string_view name_of(PropertyKind kind) { return property_rows[static_cast<std::size_t>(kind)].name; }

std::optional<PropertyKind> property_named(std::string_view name) {
  const auto* row = std::ranges::find(property_rows, name, &PropertyRow::name);
  if (row == std::end(property_rows)) return {};
  return row->kind;
}

}  // namespace flowsim::trace
