// What the client checks of okta's metadata.
#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

// RFC 8414 §3.3, OpenID Connect Discovery §4.3: metadata that speaks for another issuer brings that issuer's endpoints
// and keys.
Finding metadata_issuer_matches(const MetadataContext& context) {
  return holds_if(!context.issuer.empty() && context.issuer == context.expected_issuer,
                  shown_value(context.expected_issuer),
                  context.issuer.empty() ? Phrase{"found.absent"} : shown_value(context.issuer));
}

}  // namespace

std::span<const CheckRow<MetadataContext>> metadata_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<MetadataContext> rows[] = {
      {{"metadata_issuer_matches", client, 1, "RFC 8414 §3.3", discard}, metadata_issuer_matches},
  };
  return rows;
}

}  // namespace flowsim::oauth
