// The message_sentences of sentences.
#include "emit/message_sentences.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "diagram/refusals.hpp"

namespace flowsim::emit {
namespace {

// clang-format off
constexpr std::array message_sentences{
    MessageSentence{"sign_in_request", "The {from} opens the page of the {to}", ""},
    MessageSentence{"metadata_request", "The {from} asks the {to} for its metadata", ""},
    MessageSentence{"metadata_response", "The {from} sends the {to} its metadata", ""},
    MessageSentence{"key_set_request", "The {from} asks the {to} for the keys that verify its tokens", ""},
    MessageSentence{"key_set_response", "The {from} sends the {to} its public keys", ""},
    MessageSentence{"authorization_request", "The {from} sends the browser to the {to} and asks for tokens", "response_type redirect_uri scope"},
    MessageSentence{"authentication_prompt", "The {from} redirects the browser to its sign-in page, where the {to} is asked to authenticate", ""},
    MessageSentence{"authentication_prompt again", "The {from} shows the {to} the sign-in page once more", "error"},
    MessageSentence{"error_page", "The {from} shows the {to} an error page", "error"},
    MessageSentence{"authentication", "The {from} sends user name and password to the {to}", ""},
    MessageSentence{"consent_prompt", "The {from} asks the {to} whether the client may have what it asks for", ""},
    MessageSentence{"consent", "The {from} tells the {to} the answer", "consent"},
    MessageSentence{"access_token_response", "The {from} redirects the browser back to the {to}", "access_token token_type expires_in scope id_token state"},
    MessageSentence{"authorization_error", "The {from} redirects the browser back to the {to}", "error error_description state"},
    MessageSentence{"userinfo_request", "The {from} asks the {to} who the user is, with the access token", ""},
    MessageSentence{"userinfo_response", "The {from} tells the {to} who the user is", ""},
    MessageSentence{"resource_request", "The {from} asks the {to} for the resource", "access_token"},
    MessageSentence{"introspection_request", "The {from} asks the {to} whether the token is still good", ""},
    MessageSentence{"introspection_response", "The {from} tells the {to} whether the token is still good", ""},
    MessageSentence{"resource_response", "The {from} serves the resource to the {to}", ""},
    MessageSentence{"bearer_challenge", "The {from} refuses the resource to the {to}", "error scope"},
    MessageSentence{"observation", "The {to} reads along what the {from} sends", ""},
    MessageSentence{"premise", "The {to} has this already: the scenario takes it for granted", ""},
};
// clang-format on

constexpr MessageSentence unknown{"", "The {from} sends this to the {to}", ""};

}  // namespace

const MessageSentence& sentence_for(const Message& message) {
  const auto again = message.kind + " again";
  const auto row_of = [](std::string_view kind) {
    return std::ranges::find(message_sentences, kind, &MessageSentence::kind);
  };
  if (const auto* const row = row_of(again); message.parameters.has("error") && row != message_sentences.end())
    return *row;
  const auto* const row = row_of(message.kind);
  return row == message_sentences.end() ? unknown : *row;
}

std::string words_about(const MessageRecord& record) {
  const auto& [from, to, interaction, message] = record.envelope;
  if (const auto refusal = refused_as(record); !refusal.empty())
    return fmt::format("The {} answers the {} with {}", display_name(from), display_name(to), refusal);
  return fmt::format(fmt::runtime(sentence_for(message).words), fmt::arg("from", display_name(from)),
                     fmt::arg("to", display_name(to)));
}

}  // namespace flowsim::emit
