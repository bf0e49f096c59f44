// The roles of the sequence diagram, and the browser between them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::wire {

/// A role in the diagram. The browsers are lifelines of their own at wire level only: `browser` is the user's, and
/// `attacker_browser` the attacker's. The attacker appears when it acts.
enum class Participant : std::uint8_t { user, browser, client, okta, app, attacker, attacker_browser };

inline constexpr std::array all_participants{
    Participant::user, Participant::browser,  Participant::client,          Participant::okta,
    Participant::app,  Participant::attacker, Participant::attacker_browser};

/// Whether it is one of the two browsers.
constexpr bool is_browser(Participant participant) {
  return participant == Participant::browser || participant == Participant::attacker_browser;
}

/// The name used in code, scenario files and traces: `okta`.
std::string_view name_of(Participant participant);

/// The participant of that name, if there is one.
std::optional<Participant> participant_named(std::string_view name);

}  // namespace flowsim::wire
