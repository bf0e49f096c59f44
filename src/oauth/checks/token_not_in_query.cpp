// RFC 9700 §4.3.2: addresses end up in logs, in histories and in Referer headers, so a token in the query is refused,
// although RFC 6750 §2.3 once allowed it.
#include "oauth/checks/declarations.hpp"

#include <algorithm>

namespace flowsim::oauth {
namespace {

bool is_token_in_query(const Parameter& parameter) {
  return parameter.name == "access_token" && parameter.place == Place::query;
}

}  // namespace

Finding token_not_in_query(const ResourceRequestContext& context) {
  if (!context.request.has("access_token")) return not_applicable("no token");
  const bool in_query = std::ranges::any_of(context.request, is_token_in_query);
  return holds_if(!in_query, "not in the query", in_query ? "in the query" : "elsewhere");
}

}  // namespace flowsim::oauth
