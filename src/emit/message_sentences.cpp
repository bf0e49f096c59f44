// The message_sentences of sentences.
#include "emit/message_sentences.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "diagram/refusals.hpp"
#include "diagram/roles.hpp"
#include "words/say.hpp"

namespace flowsim::emit {
namespace {

// clang-format off
constexpr std::array message_sentences{
    MessageSentence{"sign_in_request", ""},
    MessageSentence{"metadata_request", ""},
    MessageSentence{"metadata_response", ""},
    MessageSentence{"key_set_request", ""},
    MessageSentence{"key_set_response", ""},
    MessageSentence{"authorization_request", "response_type redirect_uri scope"},
    MessageSentence{"authentication_prompt", ""},
    MessageSentence{"authentication_prompt_again", "error"},
    MessageSentence{"error_page", "error"},
    MessageSentence{"authentication", ""},
    MessageSentence{"consent_prompt", ""},
    MessageSentence{"consent", "consent"},
    MessageSentence{"access_token_response", "access_token token_type expires_in scope id_token state"},
    MessageSentence{"authorization_error", "error error_description state"},
    MessageSentence{"userinfo_request", ""},
    MessageSentence{"userinfo_response", ""},
    MessageSentence{"resource_request", "access_token"},
    MessageSentence{"introspection_request", ""},
    MessageSentence{"introspection_response", ""},
    MessageSentence{"resource_response", ""},
    MessageSentence{"bearer_challenge", "error scope"},
    MessageSentence{"observation", ""},
    MessageSentence{"premise", ""},
};
// clang-format on

constexpr MessageSentence unknown{"other", ""};

}  // namespace

const MessageSentence& sentence_for(const Message& message) {
  const auto again = message.kind + "_again";
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
  const auto id = fmt::format("messages.{}.sentence", sentence_for(message).kind);
  return say({id, {std::string(display_name(from)), std::string(display_name(to))}});
}

}  // namespace flowsim::emit
