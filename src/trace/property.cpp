// The table of properties.
#include "trace/property.hpp"

#include <algorithm>

namespace flowsim::trace {
namespace {

using enum PropertyKind;

constexpr PropertyRow property_rows[] = {
    {authorization, "authorization",
     "A user's resource reaches nobody but that user, through a client acting for that user", "RFC 9700 §3",
     "A bearer token serves whoever holds it, so a leaked or a substituted one is enough; exact redirect URIs, the "
     "audience and a short life guard it"},
    {authentication, "authentication", "Who the client believes is signed in is who signed in through this browser",
     "OpenID Connect Core §3.2.2.11",
     "A token made for another client or another sign-in is put into this one; audience, nonce, signature and at_hash "
     "guard it, and an access token alone proves nothing about who is there"},
    {session_integrity, "session_integrity",
     "The client ends with the tokens that okta issued in the flow this browser started, and with no others",
     "RFC 9700 §4.7",
     "An attacker makes the victim's browser finish a flow that the attacker started, and the victim works in the "
     "attacker's account; state guards it, and at_hash for the token beside the ID token"},
    {secrecy, "secrecy", "No password, token or session cookie reaches a party that it is not meant for",
     "RFC 6749 §10.3",
     "What stands in an address bar ends in histories, logs and Referer headers; the fragment, TLS, an exact redirect "
     "URI and a clean callback page guard it"},
    {termination, "termination", "Every actor ends in a final state that has a name and an explanation", "RFC 6749 §1",
     "A message is lost and somebody waits for ever; a time-out on every wait and a bound on every retry guard it"},
};

static_assert(std::ranges::is_sorted(property_rows, {}, &PropertyRow::kind) &&
                  std::size(property_rows) == static_cast<std::size_t>(termination) + 1,
              "a row for each");

}  // namespace

std::span<const PropertyRow> properties() { return property_rows; }

std::string_view name_of(PropertyKind kind) { return property_rows[static_cast<std::size_t>(kind)].name; }

std::optional<PropertyKind> property_named(std::string_view name) {
  const auto* row = std::ranges::find(property_rows, name, &PropertyRow::name);
  if (row == std::end(property_rows)) return {};
  return row->kind;
}

}  // namespace flowsim::trace
