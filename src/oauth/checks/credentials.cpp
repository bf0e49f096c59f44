// How the app reads an Authorization header that is not well-formed `Bearer`.
#include "oauth/checks/credentials.hpp"

namespace flowsim::oauth {

std::optional<std::string_view> authorization_scheme(const Parameters& request) {
  const auto header = request.find("authorization");
  if (!header) return std::nullopt;
  return header->substr(0, header->find_first_of(" \t"));
}

}  // namespace flowsim::oauth
