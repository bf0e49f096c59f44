// The client's checks, in the order of OpenID Connect Core §3.2.2.8: response, OAuth rules, ID token, access token.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/client_data.hpp"

namespace flowsim::flows::implicit {
namespace {

using namespace client_decision;

Judging judge_metadata(Client& client, const Incoming& incoming) {
  client.metadata = incoming.message.parameters;
  auto [verdict, refused] =
      examine(metadata_checks(), {client.metadata.value_or_empty("issuer"), client.settings.issuer}, client.defences);
  verdict.decision = refused == nullptr ? trust_metadata : discard;
  return {std::move(verdict), incoming.id};
}

bool wants_keys(const Client& client) {
  if (!client.asked_for("id_token") || client.keys_are_fresh) return false;
  return !client.keys || (client.id_token && key_for(*client.id_token, *client.keys) == nullptr);
}

/// What follows once the tokens are trusted.
std::string_view after_tokens(const Client& client) {
  if (!client.response.parameters.has("access_token")) return client.id_token ? sign_in : discard;
  return client.settings.calls_userinfo && client.id_token ? fetch_userinfo : request_resource;
}

Verdict judge_tokens(Client& client, Instant now) {
  auto [verdict, refused] = examine(
      id_token_checks(),
      {client.response.parameters, client.transaction, client.settings, client.id_token ? &*client.id_token : nullptr,
       client.malformed, client.keys ? std::span<const Jwk>(*client.keys) : std::span<const Jwk>{}, client.clock(now),
       client.memory},
      client.defences);
  verdict.decision = refused == nullptr ? after_tokens(client) : discard;
  return std::move(verdict);
}

void hold(Client& client, const Incoming& incoming) {
  client.response = incoming.message;
  client.response_id = incoming.id;
  client.keys_are_fresh = false;
  client.id_token.reset();
  client.malformed = {};
  // An ID token that nobody asked for is not looked at (RFC 6749 §4.2.2: unrecognized parameters are ignored).
  const auto token = client.response.parameters.value("id_token");
  if (token && client.asked_for("id_token")) client.id_token = decode_jwt(*token, &client.malformed);
}

Judging judge_response(Client& client, const Incoming& incoming) {
  const auto transaction = std::exchange(client.pending, std::nullopt);
  client.transaction = transaction.value_or(Transaction{});
  const bool announced = client.metadata.value_or_empty("authorization_response_iss_parameter_supported") == "true";
  auto [verdict, refused] =
      examine(response_checks(), {incoming.message.parameters, transaction ? &*transaction : nullptr, announced},
              client.defences);
  hold(client, incoming);
  if (refused != nullptr) {
    verdict.decision = refused->refusal == Refusal::show_error ? show_error : discard;
    return {std::move(verdict), incoming.id};
  }
  if (incoming.message.kind == "authorization_error") {
    verdict.decision = discard;  // no check objects, but an error is no response either
    return {std::move(verdict), incoming.id};
  }
  if (wants_keys(client)) {
    verdict.decision = fetch_keys;
    return {std::move(verdict), incoming.id};
  }
  auto tokens = judge_tokens(client, incoming.now);
  std::ranges::move(tokens.results, std::back_inserter(verdict.results));
  verdict.decision = tokens.decision;
  return {std::move(verdict), incoming.id};
}

Judging judge_keys(Client& client, const Incoming& incoming) {
  client.keys = read_jwks(incoming.message.parameters.value_or_empty("keys")).value_or(std::vector<Jwk>{});
  client.keys_are_fresh = true;
  return {judge_tokens(client, incoming.now), client.response_id};
}

Judging judge_userinfo(Client& client, const Incoming& incoming) {
  const auto userinfo = read_claims(incoming.message.parameters.value_or_empty("body")).value_or(Claims{});
  const auto subject = client.id_token ? client.id_token->claims.text("sub").value_or("") : std::string_view{};
  auto [verdict, refused] = examine(userinfo_checks(), {userinfo, subject}, client.defences);
  verdict.decision = refused == nullptr ? request_resource : discard;
  return {std::move(verdict), client.response_id};
}

/// A client does not ask for ever: with a new token it tries once (RFC 6750 §3.1).
Judging judge_challenge(const Client& client, const Incoming& incoming) {
  const bool new_token_may_help = client.settings.retries && !client.has_retried &&
                                  incoming.message.parameters.value_or_empty("error") == "invalid_token";
  Judging judging{{}, incoming.id};
  judging.verdict.decision = new_token_may_help ? ask_once_more : give_up;
  return judging;
}

}  // namespace

bool Client::asked_for(std::string_view response_type) const {
  const auto words = split_words(transaction.response_type);
  return std::ranges::find(words, response_type) != words.end();
}

Judging judge(Client& client, const Incoming& incoming, std::string_view state) {
  const auto& kind = incoming.message.kind;
  if (kind == "metadata_response" && state == "FetchingMetadata") return judge_metadata(client, incoming);
  if ((kind == "access_token_response" || kind == "authorization_error") &&
      (state == "AwaitingResponse" || state == "Ready"))
    return judge_response(client, incoming);
  if (kind == "key_set_response" && state == "FetchingKeys") return judge_keys(client, incoming);
  if (kind == "bearer_challenge" && state == "AwaitingResource") return judge_challenge(client, incoming);
  if (kind == "userinfo_response" && state == "FetchingUserinfo") return judge_userinfo(client, incoming);
  return {};
}

}  // namespace flowsim::flows::implicit
