// What is said of the pieces that were found in a paste, beside known error texts.
#pragma once

#include <optional>
#include <string_view>

#include "explain/explanations.hpp"
#include "explain/pasted_error.hpp"

namespace flowsim::explain {

/// The parameters or members that were pasted, at most twelve, each with what it means where that is known. Every value
/// that could be a secret is shortened; only the error's code and text and what is public by its name stand whole.
Explanation explanation_of_parts(const PastedReading& reading);

/// What can be said of an error code that no table knows: that it is none of the standard's, and what to do then.
Explanation explanation_of_unknown_code(std::string_view code);

/// What is known of the HTTP status that the text names: who answers so, and for what reasons. A status is a number
/// beside its reason phrase (`401 Unauthorized`), behind the word `status`, `code` or `HTTP`, or all there is; a reason
/// phrase alone counts as well. Empty where there is none, or none that refuses something here.
std::optional<Explanation> explanation_of_status(std::string_view pasted);

}  // namespace flowsim::explain
