// OpenID Connect Core §3.1.3.7: a client that registered no encryption refuses an encrypted ID token (five parts).
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/id_token.hpp"

namespace flowsim::oauth {
namespace {

std::size_t parts_of(std::string_view compact) {
  std::size_t parts = 1;
  for (auto dot = compact.find('.'); dot != std::string_view::npos; dot = compact.find('.', dot + 1)) ++parts;
  return parts;
}

}  // namespace

Finding id_token_not_encrypted(const IdTokenContext& context) {
  if (!promises_id_token(context)) return no_id_token_promised(context);
  const auto id_token = context.response.value("id_token");
  if (!id_token) return not_applicable("no id_token in the response");
  const auto parts = parts_of(*id_token);
  return holds_if(parts != 5, "a signed token, three parts", std::to_string(parts) + " parts");
}

}  // namespace flowsim::oauth
