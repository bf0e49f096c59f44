// RFC 6749 §4.2.2: the response comes in the fragment, which no server and no log sees.
#include "oauth/checks/declarations.hpp"

#include <algorithm>
#include <array>

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::array<std::string_view, 12> response_parameters{
    "access_token", "token_type", "expires_in",        "scope",     "id_token",     "state", "iss",
    "error",        "code",       "error_description", "error_uri", "session_state"};

bool is_outside_fragment(const Parameter& parameter) {
  return parameter.place != Place::usual && parameter.place != Place::fragment &&
         std::ranges::find(response_parameters, parameter.name) != response_parameters.end();
}

std::string_view name_of_place(Place place) {
  return place == Place::query ? "query" : place == Place::body ? "body" : "header";
}

}  // namespace

// A client that reads the query too takes whatever a link brings. Only an error for a request without response_type
// comes in the query, because that request asked for no fragment (§4.2.2.1). Parameters of the redirect URI's own
// query are none of the response's.
Finding response_in_fragment(const ResponseContext& context) {
  if (context.transaction != nullptr && context.transaction->response_type.empty())
    return not_applicable("the request named no response_type, so its error comes in the query");
  const auto outside = std::ranges::find_if(context.response, is_outside_fragment);
  if (outside == context.response.end()) return passes("in the fragment", "in the fragment");
  return fails("in the fragment", outside->name + " in the " + std::string(name_of_place(outside->place)));
}

}  // namespace flowsim::oauth
