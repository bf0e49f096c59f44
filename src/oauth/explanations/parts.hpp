// The parts of the table of explanations, one file for what one actor judges.
#pragma once

#include <span>

#include "oauth/explanations.hpp"

namespace flowsim::oauth::explanations {

std::span<const CheckExplanation> authorization_request();  ///< okta, interaction 1
std::span<const CheckExplanation> metadata();               ///< client, before interaction 1
std::span<const CheckExplanation> sign_in();                ///< okta and the user, interactions 2 and 3
std::span<const CheckExplanation> response();               ///< client, interaction 4
std::span<const CheckExplanation> id_token();               ///< client, interaction 4
std::span<const CheckExplanation> resource();               ///< app, interaction 5

}  // namespace flowsim::oauth::explanations
