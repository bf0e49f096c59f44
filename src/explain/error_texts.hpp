// Error texts as libraries, servers and browsers print them, and what usually lies behind each.
#pragma once

#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::explain {

/// One cause of an error text.
struct ErrorCause {
  std::string_view because;    ///< one sentence without a full stop
  std::string_view ends_with;  ///< how the scenario's run ends: the name of a check, an error code or an outcome
  std::string_view scenario;   ///< the file that runs it, from the repository's root
  bool operator==(const ErrorCause&) const = default;
};

/// One error text.
struct ErrorText {
  std::string_view text;           ///< as it is seen, with `{name}` for a part that varies
  std::string_view said_by;        ///< the library or the product that prints it
  std::string_view source;         ///< where that can be read: a file, an issue, a page or a clause
  std::string_view error;          ///< the error code that travels with it; empty where none does
  std::string_view meaning;        ///< one sentence without a full stop
  std::string_view clause;         ///< the rule behind it
  std::string_view reaction;       ///< what to do then, as a command without a full stop
  std::vector<ErrorCause> causes;  ///< at least one, the most frequent first
  std::string_view no_run{};       ///< why no run shows this text, where the scenarios show only what is right
};

/// Every error text, in the order of the interactions in which they come up.
const std::vector<ErrorText>& error_texts();

}  // namespace flowsim::explain
