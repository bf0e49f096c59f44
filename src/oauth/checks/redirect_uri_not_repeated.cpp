// RFC 6749 §3.1: no parameter occurs twice.
#include "oauth/checks/declarations.hpp"

#include "oauth/checks/repetition.hpp"

namespace flowsim::oauth {

// A repeated redirect_uri is answered with a page: one reader checks the first, another redirects to the second.
Finding redirect_uri_not_repeated(const AuthorizationRequestContext& context) {
  return occurs_at_most_once(context.request, "redirect_uri");
}

}  // namespace flowsim::oauth
