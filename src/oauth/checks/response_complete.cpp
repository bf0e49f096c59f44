// RFC 6749 §4.2.2, OpenID Connect Core §3.2.2.5: what the response type promised is there.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

void note_missing(const Parameters& response, std::string_view name, std::string& promised, std::string& missing) {
  promised.append(promised.empty() ? "" : ", ").append(name);
  if (!response.has(name)) missing.append(missing.empty() ? "" : ", ").append(name);
}

}  // namespace

Finding response_complete(const ResponseContext& context) {
  const std::string_view response_type = context.transaction ? context.transaction->response_type : std::string_view{};
  std::string promised;
  std::string missing;
  if (has_word(response_type, "token")) {
    note_missing(context.response, "access_token", promised, missing);
    note_missing(context.response, "token_type", promised, missing);
  }
  if (has_word(response_type, "id_token")) note_missing(context.response, "id_token", promised, missing);
  if (promised.empty()) return fails("a request for a token", "response_type " + shown_value(response_type));
  return holds_if(missing.empty(), std::move(promised), missing.empty() ? "all there" : "missing: " + missing);
}

}  // namespace flowsim::oauth
