// A sequence diagram in words, for those who do not see the picture.
#pragma once

#include <cstddef>
#include <string>

#include "diagram/sequence_diagram.hpp"
#include "diagram/state_diagram.hpp"

namespace flowsim::diagram {

/// A description is hardly longer, in bytes.
inline constexpr std::size_t description_limit = 1000;

/// `Sequence diagram "Happy path": 1. Client to Authorization Server (Okta): Access token request to /authorize. …`:
/// what the arrows say in their order, what is wrong with them, and the headings of the notes. Long texts are cut at
/// 160 bytes, whole code points only. What would make it longer than `description_limit` is counted instead: `… and 12
/// more.` Texts are as they came in; whoever prints it escapes them.
std::string describe(const SequenceDiagram& diagram);

/// `State diagram "States: Client": It begins in Ready. Ready to AwaitingResponse: sign_in_request / …`: what the
/// arrows say in their order, within the same bounds.
std::string describe(const StateDiagram& diagram);

}  // namespace flowsim::diagram
