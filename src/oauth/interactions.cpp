// The tables of the interactions and of the kinds of message.
#include "oauth/interactions.hpp"

#include <algorithm>

namespace flowsim::oauth {
namespace {

using enum Participant;

// clang-format off
constexpr std::array six{
    Interaction{1, "authorization_request",      client, okta,   "RFC 6749 §4.2.1"},
    Interaction{2, "authentication_prompt",      okta,   user,   "RFC 6749 §3.1"},
    Interaction{3, "authentication_and_consent", user,   okta,   "RFC 6749 §4.2"},
    Interaction{4, "access_token_response",      okta,   client, "RFC 6749 §4.2.2"},
    Interaction{5, "resource_request",           client, app,    "RFC 6750 §2"},
    Interaction{6, "resource_response",          app,    client, "RFC 6749 §7"},
};

constexpr bool unexpected = false;
constexpr std::array kinds{
    MessageKind{"sign_in_request",        0, true},
    MessageKind{"metadata_request",       0, true},
    MessageKind{"metadata_response",      0, true},
    MessageKind{"key_set_request",        0, true},
    MessageKind{"key_set_response",       0, true},
    MessageKind{"authorization_request",  1, true},
    MessageKind{"authentication_prompt",  2, true},
    MessageKind{"error_page",             2, unexpected},
    MessageKind{"authentication",         3, true},
    MessageKind{"consent_prompt",         3, true},
    MessageKind{"consent",                3, true},
    MessageKind{"access_token_response",  4, true},
    MessageKind{"authorization_error",    4, unexpected},
    MessageKind{"userinfo_request",       0, true},
    MessageKind{"userinfo_response",      0, true},
    MessageKind{"resource_request",       5, true},
    MessageKind{"introspection_request",  0, true},
    MessageKind{"introspection_response", 0, true},
    MessageKind{"resource_response",      6, true},
    MessageKind{"observation",            0, unexpected},
    MessageKind{"premise",                0, unexpected},
    MessageKind{"bearer_challenge",       6, unexpected},
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
  static constexpr MessageKind sign_in_again{"authentication_prompt_again", 2, unexpected};
  if (message.kind == "authentication_prompt" && message.parameters.has("error")) return &sign_in_again;
  return message_kind(message.kind);
}

}  // namespace flowsim::oauth
