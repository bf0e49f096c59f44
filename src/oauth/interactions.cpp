// The tables of the interactions and of the kinds of message.
#include "oauth/interactions.hpp"

#include <algorithm>

namespace flowsim::oauth {
namespace {

using enum Participant;

// clang-format off
constexpr std::array six{
    Interaction{1, "authorization_request",      client, okta,   "Access token request to /authorize",     "RFC 6749 §4.2.1"},
    Interaction{2, "authentication_prompt",      okta,   user,   "302 redirect to authentication prompt",  "RFC 6749 §3.1"},
    Interaction{3, "authentication_and_consent", user,   okta,   "Authentication & consent",               "RFC 6749 §4.2"},
    Interaction{4, "access_token_response",      okta,   client, "Access token response",                  "RFC 6749 §4.2.2"},
    Interaction{5, "resource_request",           client, app,    "Request with access token",              "RFC 6750 §2"},
    Interaction{6, "resource_response",          app,    client, "Response",                               "RFC 6749 §7"},
};

constexpr bool unexpected = false;
constexpr std::array kinds{
    MessageKind{"sign_in_request",        0, "Open the client",               true},
    MessageKind{"metadata_request",       0, "Discovery request",             true},
    MessageKind{"metadata_response",      0, "Discovery document",            true},
    MessageKind{"key_set_request",        0, "Key set request",               true},
    MessageKind{"key_set_response",       0, "Key set",                       true},
    MessageKind{"authorization_request",  1, six[0].caption,                  true},
    MessageKind{"authentication_prompt",  2, six[1].caption,                  true},
    MessageKind{"error_page",             2, "Error page",                    unexpected},
    MessageKind{"authentication",         3, "Credentials",                   true},
    MessageKind{"consent_prompt",         3, "Consent prompt",                true},
    MessageKind{"consent",                3, "Consent",                       true},
    MessageKind{"access_token_response",  4, six[3].caption,                  true},
    MessageKind{"authorization_error",    4, "Authorization error",           unexpected},
    MessageKind{"userinfo_request",       0, "Userinfo request",              true},
    MessageKind{"userinfo_response",      0, "Userinfo",                      true},
    MessageKind{"resource_request",       5, six[4].caption,                  true},
    MessageKind{"introspection_request",  0, "Introspection request",         true},
    MessageKind{"introspection_response", 0, "Introspection",                 true},
    MessageKind{"resource_response",      6, six[5].caption,                  true},
    MessageKind{"observation",            0, "The attacker reads along",      unexpected},
    MessageKind{"premise",                0, "The attacker has it already",   unexpected},
    MessageKind{"bearer_challenge",       6, "Refusal with WWW-Authenticate", unexpected},
};
// clang-format on

}  // namespace

std::span<const Interaction> interactions() { return six; }

std::span<const MessageKind> message_kinds() { return kinds; }

const MessageKind* message_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &MessageKind::name);
  return found == kinds.end() ? nullptr : &*found;
}

const MessageKind* kind_of(const Message& message) {
  static constexpr MessageKind sign_in_again{"authentication_prompt", 2, "Sign-in page again, with the error", false};
  if (message.kind == sign_in_again.name && message.parameters.has("error")) return &sign_in_again;
  return message_kind(message.kind);
}

}  // namespace flowsim::oauth
