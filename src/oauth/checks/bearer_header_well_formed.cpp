// RFC 6750 §2.1: `Bearer`, spaces, and one token of the syntax b64token.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

#include "oauth/checks/credentials.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

bool is_token_character(char character) {
  return is_letter_or_digit(character) || std::string_view("-._~+/").find(character) != std::string_view::npos;
}

bool is_b64token(std::string_view text) {
  const auto padding = std::ranges::find_if_not(text, is_token_character);
  return padding != text.begin() && std::all_of(padding, text.end(), [](char character) { return character == '='; });
}

bool came_in_header(const Parameter& parameter) {
  return parameter.name == "access_token" && (parameter.place == Place::usual || parameter.place == Place::header);
}

}  // namespace

Finding bearer_header_well_formed(const ResourceRequestContext& context) {
  constexpr const char* expected = "Bearer and one token";
  const auto scheme = authorization_scheme(context.request);
  if (scheme && equal_ignoring_case(*scheme, "Bearer"))
    return fails(expected, "not Bearer, spaces and one token of letters, digits and -._~+/=");
  const auto token = std::ranges::find_if(context.request, came_in_header);
  if (token == context.request.end()) return not_applicable("no bearer header");
  return holds_if(is_b64token(token->value), expected, shown_secret(token->value, token->value));
}

}  // namespace flowsim::oauth
