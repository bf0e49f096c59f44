// The client's transition table, and the few functions it names.
#include "flows/implicit/client.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/client_data.hpp"
#include "flows/implicit/http.hpp"
#include "flows/implicit/shell.hpp"

namespace flowsim::flows::implicit {
namespace {

using namespace sim::machine;

struct Ready : State {};
struct FetchingMetadata : State {};
struct AwaitingResponse : State {};
struct FetchingKeys : State {};
struct FetchingUserinfo : State {};
struct AwaitingResource : State {};
struct HasResource : State {};
struct SignedIn : State {};
struct ErrorShown : State {};
struct Rejected : State {};
struct ResourceRefused : State {};
struct TimedOut : State {};

struct SignInRequest : Event<"sign_in_request"> {};
struct MetadataResponse : Event<"metadata_response"> {};
struct AccessTokenResponse : Event<"access_token_response"> {};
struct AuthorizationError : Event<"authorization_error"> {};
struct KeySetResponse : Event<"key_set_response"> {};
struct UserinfoResponse : Event<"userinfo_response"> {};
struct ResourceResponse : Event<"resource_response"> {};
struct BearerChallenge : Event<"bearer_challenge"> {};
struct NetworkError : Event<"network_error"> {};
struct Timeout : Event<"timeout"> {};

constexpr Duration server_patience = std::chrono::seconds{30};  // for an answer no person is involved in

template <const std::string_view& Decision>
bool decided(const Client&, const Dispatched& event) {
  return event.verdict.decision == Decision;
}
bool metadata_is_trusted(const Client& c, const Dispatched& e) {
  return decided<client_decision::trust_metadata>(c, e);
}
bool metadata_is_refused(const Client& c, const Dispatched& e) { return decided<client_decision::discard>(c, e); }
bool keys_are_needed(const Client& c, const Dispatched& e) { return decided<client_decision::fetch_keys>(c, e); }
bool userinfo_is_wanted(const Client& c, const Dispatched& e) { return decided<client_decision::fetch_userinfo>(c, e); }
bool access_token_is_good(const Client& c, const Dispatched& e) {
  return decided<client_decision::request_resource>(c, e);
}
bool id_token_is_enough(const Client& c, const Dispatched& e) { return decided<client_decision::sign_in>(c, e); }
bool error_is_genuine(const Client& c, const Dispatched& e) { return decided<client_decision::show_error>(c, e); }
bool response_is_refused(const Client& c, const Dispatched& e) { return decided<client_decision::discard>(c, e); }

bool new_token_may_help(const Client& c, const Dispatched& e) { return decided<client_decision::ask_once_more>(c, e); }
bool refusal_is_final(const Client& c, const Dispatched& e) { return decided<client_decision::give_up>(c, e); }

bool resource_is_there(const Client&, const Dispatched& event) {
  return event.incoming.message.parameters.value_or_empty("status").starts_with('2');
}
bool resource_is_withheld(const Client& client, const Dispatched& event) { return !resource_is_there(client, event); }

void wait(Client& client, Duration patience) { client.outbox.timers.push_back({Timeout::kind, patience}); }

void fetch(Client& client, std::string kind, std::string_view url, Parameters more = {}) {
  more.add("url", std::string(url), Place::header);
  client.outbox.send(Participant::client, Participant::okta, 0, {std::move(kind), std::move(more)});
  wait(client, server_patience);
}

void fetch_metadata(Client& client, const Dispatched&) {
  fetch(client, "metadata_request", issuer_url(client.settings.issuer, metadata_path));
}

void add_if_set(Parameters& request, std::string name, const std::string& value) {
  if (!value.empty()) request.add(std::move(name), value);
}

/// The request's parameters in the order of RFC 6749 §4.2.1, then OpenID Connect's, then whatever else was asked for.
Parameters request_parameters(Client& client) {
  const auto& settings = client.settings;
  // Drawn even where the scenario fixes them, so that fixing one does not change the other.
  const auto state = client.random.base64url(43);
  const auto nonce = client.random.base64url(43);
  Parameters request;
  add_if_set(request, "response_type", settings.response_type);
  add_if_set(request, "client_id", settings.client_id);
  add_if_set(request, "redirect_uri", settings.redirect_uri);
  add_if_set(request, "scope", settings.scope);
  add_if_set(request, "state", settings.state.empty() ? state : settings.state);
  add_if_set(request, "nonce", settings.nonce.empty() ? nonce : settings.nonce);
  add_if_set(request, "response_mode", settings.response_mode);
  add_if_set(request, "prompt", settings.prompt);
  if (settings.max_age) request.add("max_age", std::to_string(*settings.max_age));
  add_if_set(request, "acr_values", settings.acr_values);
  add_if_set(request, "login_hint", settings.login_hint);
  if (client.has_retried) request.set("prompt", "none");
  for (const auto& name : settings.omit_parameters) request.remove(name);
  for (const auto& extra : settings.extra_parameters) request.add(extra.name, extra.value);
  return request;
}

/// What the client keeps of the request it sends: what it said, not what it was told to say.
Transaction transaction_of(const Parameters& request, const std::string& issuer) {
  Transaction transaction;
  transaction.state = request.value_or_empty("state");
  transaction.nonce = request.value_or_empty("nonce");
  transaction.scope = request.value_or_empty("scope");
  transaction.response_type = request.value_or_empty("response_type");
  transaction.acr_values = request.value_or_empty("acr_values");
  transaction.issuer = issuer;
  transaction.max_age = read_number<int>(request.value_or_empty("max_age"));
  return transaction;
}

void send_authorization_request(Client& client, const Dispatched&) {
  Message request{"authorization_request", request_parameters(client)};
  client.pending = transaction_of(request.parameters, client.settings.issuer);
  client.outbox.send(Participant::client, Participant::okta, 1, std::move(request));
  wait(client, client.settings.patience);
}

/// There is no refresh token in this flow: a new token means interaction 1 again, now without a prompt. Once only.
void ask_once_more(Client& client, const Dispatched& event) {
  client.has_retried = true;
  client.outbox.notes.push_back({"notes.asks_once_more"});
  send_authorization_request(client, event);
}

void fetch_keys(Client& client, const Dispatched&) {
  fetch(client, "key_set_request", client.metadata.value_or_empty("jwks_uri"));
}

void fetch_userinfo(Client& client, const Dispatched&) {
  fetch(client, "userinfo_request", client.metadata.value_or_empty("userinfo_endpoint"),
        {{"access_token", std::string(client.response.parameters.value_or_empty("access_token")), Place::header}});
}

void note_scope(Client& client) {
  const auto granted = client.response.parameters.value("scope");
  if (granted && *granted != client.transaction.scope)
    client.outbox.notes.push_back({"notes.other_scope", {client.transaction.scope, std::string(*granted)}});
}

Place place_of(TokenCarrier carrier) {
  switch (carrier) {
    case TokenCarrier::body:
      return Place::body;
    case TokenCarrier::query:
      return Place::query;
    default:
      return Place::header;
  }
}

/// The token the client takes for its key to the app.
std::string_view token_for_the_app(const Client& client) {
  const auto id_token = client.response.parameters.value("id_token");
  if (id_token && client.defences.misbehaves("id_token_as_access_token")) return *id_token;
  return client.response.parameters.value_or_empty("access_token");
}

void request_resource(Client& client, const Dispatched&) {
  note_scope(client);
  client.outbox.send(
      Participant::client, Participant::app, 5,
      {"resource_request",
       {{"access_token", std::string(token_for_the_app(client)), place_of(client.settings.token_carrier)}}});
  wait(client, server_patience);
}

// clang-format off
struct Behaviour : Front<Behaviour, Client> {
  using Front::Front;
  using initial_state = Ready;
  using transition_table = Table<
    //  in state          on event             go to             and do                          provided
    Row<Ready,            SignInRequest,       FetchingMetadata, Do<fetch_metadata>>,
    // An answer nobody has asked for, or whose question was forgotten.
    Row<Ready,            AccessTokenResponse, AwaitingResource, Do<request_resource>,           If<access_token_is_good>>,
    Row<Ready,            AccessTokenResponse, Rejected,         none,                           If<response_is_refused>>,
    Row<Ready,            AuthorizationError,  ErrorShown,       none,                           If<error_is_genuine>>,
    Row<Ready,            AuthorizationError,  Rejected,         none,                           If<response_is_refused>>,

    Row<FetchingMetadata, MetadataResponse,    AwaitingResponse, Do<send_authorization_request>, If<metadata_is_trusted>>,
    Row<FetchingMetadata, MetadataResponse,    Rejected,         none,                           If<metadata_is_refused>>,
    Row<FetchingMetadata, NetworkError,        TimedOut>,
    Row<FetchingMetadata, Timeout,             TimedOut>,

    Row<AwaitingResponse, AccessTokenResponse, FetchingKeys,     Do<fetch_keys>,                 If<keys_are_needed>>,
    Row<AwaitingResponse, AccessTokenResponse, AwaitingResource, Do<request_resource>,           If<access_token_is_good>>,
    Row<AwaitingResponse, AccessTokenResponse, Rejected,         none,                           If<response_is_refused>>,
    Row<AwaitingResponse, AuthorizationError,  ErrorShown,       none,                           If<error_is_genuine>>,
    Row<AwaitingResponse, AuthorizationError,  Rejected,         none,                           If<response_is_refused>>,
    Row<AwaitingResponse, Timeout,             TimedOut>,

    Row<FetchingKeys,     KeySetResponse,      FetchingUserinfo, Do<fetch_userinfo>,             If<userinfo_is_wanted>>,
    Row<FetchingKeys,     KeySetResponse,      AwaitingResource, Do<request_resource>,           If<access_token_is_good>>,
    Row<FetchingKeys,     KeySetResponse,      SignedIn,         none,                           If<id_token_is_enough>>,
    Row<FetchingKeys,     KeySetResponse,      Rejected,         none,                           If<response_is_refused>>,
    Row<FetchingKeys,     NetworkError,        TimedOut>,
    Row<FetchingKeys,     Timeout,             TimedOut>,

    Row<FetchingUserinfo, UserinfoResponse,    AwaitingResource, Do<request_resource>,           If<access_token_is_good>>,
    Row<FetchingUserinfo, UserinfoResponse,    Rejected,         none,                           If<response_is_refused>>,
    Row<FetchingUserinfo, NetworkError,        TimedOut>,
    Row<FetchingUserinfo, Timeout,             TimedOut>,

    Row<AwaitingResource, ResourceResponse,    HasResource,      none,                           If<resource_is_there>>,
    Row<AwaitingResource, ResourceResponse,    ResourceRefused,  none,                           If<resource_is_withheld>>,
    Row<AwaitingResource, BearerChallenge,     AwaitingResponse, Do<ask_once_more>,              If<new_token_may_help>>,
    Row<AwaitingResource, BearerChallenge,     ResourceRefused,  none,                           If<refusal_is_final>>,
    Row<AwaitingResource, NetworkError,        TimedOut>,
    Row<AwaitingResource, Timeout,             TimedOut>>;
};
// clang-format on

using ClientActor = Shell<Participant::client, Client, Behaviour, SignInRequest, MetadataResponse, AccessTokenResponse,
                          AuthorizationError, KeySetResponse, UserinfoResponse, ResourceResponse, BearerChallenge,
                          NetworkError, Timeout>;

}  // namespace

std::unique_ptr<Actor> make_client(const ClientSettings& settings, Defences defences, Random random,
                                   SignatureMemory* memory) {
  return std::make_unique<ClientActor>(settings, defences, memory, random);
}

const Edges& client_edges() {
  static const Edges table = edges<Behaviour>();
  return table;
}

}  // namespace flowsim::flows::implicit
