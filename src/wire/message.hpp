// What one actor says to another, apart from how it travels.
#pragma once

#include <string>

#include "wire/parameters.hpp"
#include "wire/participant.hpp"

namespace flowsim::wire {

/// A kind, in the words of the standard (`access_token_response`), and its parameters.
struct Message {
  std::string kind;
  Parameters parameters;
  bool operator==(const Message&) const = default;
};

/// A message with its address: who says it to whom, as part of which interaction.
struct Envelope {
  Participant from = Participant::user;
  Participant to = Participant::user;
  int interaction = 0;  ///< 1 to 6; 0 for background exchanges (pages, discovery, keys)
  Message message;
  bool operator==(const Envelope&) const = default;
};

}  // namespace flowsim::wire
