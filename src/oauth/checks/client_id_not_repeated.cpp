// RFC 6749 §3.1: no parameter occurs twice.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/repetition.hpp"

namespace flowsim::oauth {

// A repeated client_id is answered with a page, because it is not certain whose redirect URIs may be trusted.
Finding client_id_not_repeated(const AuthorizationRequestContext& context) {
  return occurs_at_most_once(context.request, "client_id");
}

}  // namespace flowsim::oauth
