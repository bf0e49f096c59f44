// The six numbered interactions and the kinds of message that make them up.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "wire/message.hpp"
#include "wire/participant.hpp"

namespace flowsim::oauth {

/// One of the six numbered steps of the diagram.
struct Interaction {
  int number;
  std::string_view name;  ///< in the standard's words
  Participant from, to;
  std::string_view clause;  ///< RFC 6749 §4.2 and what it builds on
};

/// The six, in their order.
std::span<const Interaction> interactions();

/// One kind of message. Interaction 0: background, unnumbered.
struct MessageKind {
  std::string_view name;
  int interaction;
  bool expected;  ///< belongs to a run in which nothing goes wrong
};

/// Every kind of message of this flow.
std::span<const MessageKind> message_kinds();

/// The row of that name, or null.
const MessageKind* message_kind(std::string_view name);

/// The row that fits the message: the one of its kind, but for a sign-in page that says what went wrong, which no
/// redirect brought and which is named `authentication_prompt_again`. Null for an unknown kind.
const MessageKind* kind_of(const Message& message);

}  // namespace flowsim::oauth
