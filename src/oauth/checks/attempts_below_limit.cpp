// RFC 6819 §5.1.4.2.3: passwords must not be guessed by trying; after ten failures okta looks at no more of them.
#include "oauth/checks/declarations.hpp"

namespace flowsim::oauth {
namespace {

constexpr int limit = 10;

}  // namespace

Finding attempts_below_limit(const SignInContext& context) {
  return holds_if(context.failed_attempts < limit, "fewer than " + std::to_string(limit) + " failed attempts",
                  std::to_string(context.failed_attempts));
}

}  // namespace flowsim::oauth
