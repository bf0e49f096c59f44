// One leg of a message's way as words for an arrow.
#pragma once

#include <string>
#include <vector>

#include "diagram/sequence_diagram.hpp"
#include "wire/leg.hpp"

namespace flowsim::diagram {

/// What a leg is drawn as.
struct WireStep {
  ArrowKind kind = ArrowKind::request;
  std::string caption;               ///< `GET /authorize`, `302 Found`, `submit /signin`
  std::vector<std::string> details;  ///< at most 18 lines of at most 64 bytes; `…` in the last one: there is more
};

/// The words for what travels: method and path with the parameters one below the other as they are spelt on the wire,
/// status and the headers that matter to the flow, what a person or a script does. Secrets are shortened unless
/// `show_tokens`.
WireStep wire_step(const Payload& payload, bool show_tokens);

/// The kind of arrow a payload is drawn as.
ArrowKind kind_of(const Payload& payload);

}  // namespace flowsim::diagram
