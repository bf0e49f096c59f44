// How a run ended, from a closed list.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/phrase.hpp"
#include "wire/participant.hpp"

namespace flowsim::trace {

/// The closed list of ways a run may end. `compromised` wins over all others.
enum class OutcomeKind : std::uint8_t {
  resource_served,
  signed_in,
  error_page,
  authorization_error,
  sign_in_failed,
  response_rejected,
  resource_refused,
  timed_out,
  abandoned,
  compromised,
};

/// How the run ended.
struct Outcome {
  OutcomeKind kind = OutcomeKind::resource_served;
  std::string_view property{};               ///< the property that was violated, where the run is compromised
  std::string_view check{};                  ///< the check that decided it, if one did
  std::string error{};                       ///< the error code that travelled, if one did
  int status = 0;                            ///< the HTTP status that decided it, if one did
  std::optional<Participant> participant{};  ///< who gave up, refused or left
  Phrases explanation{};                     ///< some plain sentences
  bool operator==(const Outcome&) const = default;
};

/// One row of the outcome table.
struct OutcomeRow {
  OutcomeKind kind;
  std::string_view name;
};

/// Every outcome, in the order of the enumeration.
std::span<const OutcomeRow> outcomes();
std::string_view name_of(OutcomeKind kind);
std::optional<OutcomeKind> outcome_named(std::string_view name);

}  // namespace flowsim::trace
