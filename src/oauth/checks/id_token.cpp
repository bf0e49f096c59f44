// What the checks of the ID token do where there is no ID token.
#include "oauth/checks/id_token.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {

bool promises_id_token(const IdTokenContext& context) {
  return has_word(context.transaction.response_type, "id_token");
}

Finding no_id_token_promised(const IdTokenContext& context) {
  return not_applicable("response_type=" + shown_value(context.transaction.response_type) +
                        " brings no ID token: nothing tells the client whose token this is (RFC 6749 §10.16)");
}

std::optional<Finding> without_id_token(const IdTokenContext& context) {
  if (!promises_id_token(context)) return no_id_token_promised(context);
  if (context.id_token == nullptr) return fails("an ID token", "none that can be read");
  return std::nullopt;
}

}  // namespace flowsim::oauth
