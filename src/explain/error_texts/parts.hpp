// The parts of the table of error texts, one file for what people meet at one place of the flow.
#pragma once

#include <span>

#include "explain/error_texts.hpp"

namespace flowsim::explain::known_errors {

std::span<const ErrorText> browser();                ///< the browser, of what a script asks and of pages
std::span<const ErrorText> authorization_request();  ///< okta, interaction 1
std::span<const ErrorText> sign_in();                ///< okta, interactions 2 and 3
std::span<const ErrorText> response();               ///< the client and its browser, interaction 4
std::span<const ErrorText> id_token();               ///< the client, interaction 4
std::span<const ErrorText> resource();               ///< the app, interactions 5 and 6

}  // namespace flowsim::explain::known_errors
