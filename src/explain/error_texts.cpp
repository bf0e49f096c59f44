// Puts the parts of the table of error texts together.
#include "explain/error_texts.hpp"

#include "explain/error_texts/parts.hpp"

namespace flowsim::explain {
namespace {

std::vector<ErrorText> collect() {
  using namespace known_errors;
  std::vector<ErrorText> all;
  for (const auto part : {browser(), authorization_request(), sign_in(), response(), id_token(), resource()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

const std::vector<ErrorText>& error_texts() {
  static const std::vector<ErrorText> all = collect();
  return all;
}

}  // namespace flowsim::explain
