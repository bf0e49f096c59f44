// The attacker's transition table, and the few functions it names.
#include "flows/implicit/attacker.hpp"

#include <utility>

#include "flows/implicit/shell.hpp"

namespace flowsim::flows::implicit {
namespace {

using namespace sim::machine;

/// What the attacker does next, decided once for each event; the guards only read it.
namespace decision {
constexpr std::string_view use_token = "use_token";
constexpr std::string_view remember = "remember";
}  // namespace decision

/// The person, its settings, and what it has seen.
struct Attacker {
  const AttackerSettings& settings;
  Knowledge& knowledge;
  Outbox outbox{};
  std::string stolen_token{};
};

struct Watching : State {};
struct UsingToken : State {};
struct HasResource : State {};
struct TokenRefused : State {};

struct OwnFlowWanted : Event<"own_flow_wanted"> {};
struct AuthenticationPrompt : Event<"authentication_prompt"> {};
struct ConsentPrompt : Event<"consent_prompt"> {};
struct ErrorPage : Event<"error_page"> {};
struct Visit : Event<"visit"> {};
struct Observation : Event<"observation"> {};
struct Premise : Event<"premise"> {};
struct ResourceResponse : Event<"resource_response"> {};
struct BearerChallenge : Event<"bearer_challenge"> {};
struct Timeout : Event<"timeout"> {};

constexpr Duration server_patience = std::chrono::seconds{30};

/// What was read, under the kind it had where it was read.
Message observed(const Message& message) {
  Message seen{std::string(message.parameters.value(observed_kind, Place::header).value_or("observation")), {}};
  for (const auto& item : message.parameters)
    if (!item.name.starts_with(':')) seen.parameters.add(item.name, item.value, item.place);
  return seen;
}

Judging judge(Attacker& attacker, const Incoming& incoming, std::string_view) {
  Judging judging{{}, incoming.id};
  const auto& kind = incoming.message.kind;
  if (kind != Observation::kind && kind != Premise::kind) return judging;
  const auto token = incoming.message.parameters.value_or_empty("access_token");
  const bool own = incoming.browser == Participant::attacker_browser ||
                   attacker.knowledge.knows(token, Participant::attacker_browser);
  const bool useful = kind == Observation::kind && attacker.settings.uses_tokens && !token.empty() && !own;
  if (useful) attacker.stolen_token = token;
  attacker.knowledge.learn(observed(incoming.message), incoming.browser);
  judging.verdict.decision = useful ? decision::use_token : decision::remember;
  return judging;
}

bool token_is_worth_using(const Attacker&, const Dispatched& event) {
  return event.verdict.decision == decision::use_token;
}
bool nothing_to_use(const Attacker&, const Dispatched& event) { return event.verdict.decision == decision::remember; }
bool resource_is_there(const Attacker&, const Dispatched& event) {
  return event.incoming.message.parameters.value_or_empty("status").starts_with('2');
}
bool resource_is_withheld(const Attacker& attacker, const Dispatched& event) {
  return !resource_is_there(attacker, event);
}

void open_client(Attacker& attacker, const Dispatched&) {
  attacker.outbox.send(Participant::attacker, Participant::client, 0, {"sign_in_request", {}});
}

/// A form goes back with everything the page gave it, and with what the person typed.
void send_form(Attacker& attacker, const Dispatched& event, std::string kind, Parameters typed) {
  for (const auto* hidden : {"transaction_id", "csrf_token"})
    if (const auto value = event.incoming.message.parameters.value(hidden)) typed.add(hidden, std::string(*value));
  attacker.outbox.send(Participant::attacker, Participant::okta, 3, {std::move(kind), std::move(typed)},
                       attacker.settings.think_time);
}

void enter_own_credentials(Attacker& attacker, const Dispatched& event) {
  send_form(attacker, event, "authentication",
            {{"username", attacker.settings.username}, {"password", attacker.settings.password}});
}

void grant_consent(Attacker& attacker, const Dispatched& event) {
  send_form(attacker, event, "consent", {{"consent", "granted"}});
}

/// The attacker's own client asks as any client would; only the answer goes to its own site.
void ask_okta(Attacker& attacker, const Dispatched&) {
  const auto& settings = attacker.settings;
  attacker.outbox.send(Participant::attacker, Participant::okta, 1,
                       {"authorization_request",
                        {{"response_type", settings.response_type},
                         {"client_id", settings.client_id},
                         {"redirect_uri", settings.site + "/callback"},
                         {"scope", "openid profile orders:read"},
                         {"state", "attacker-state"},
                         {"nonce", "attacker-nonce"}}});
}

void request_resource(Attacker& attacker, const Dispatched&) {
  attacker.outbox.send(Participant::attacker, Participant::app, 5,
                       {"resource_request", {{"access_token", attacker.stolen_token, Place::header}}});
  attacker.outbox.timers.push_back({Timeout::kind, server_patience});
}

// clang-format off
struct Behaviour : Front<Behaviour, Attacker> {
  using Front::Front;
  using initial_state = Watching;
  using transition_table = Table<
    //  in state      on event              go to         and do                      provided
    Row<Watching,     OwnFlowWanted,        none,         Do<open_client>>,
    Row<Watching,     AuthenticationPrompt, none,         Do<enter_own_credentials>>,
    Row<Watching,     ConsentPrompt,        none,         Do<grant_consent>>,
    Row<Watching,     ErrorPage,            none>,
    Row<Watching,     Visit,                none,         Do<ask_okta>>,
    Row<Watching,     Premise,              none>,
    Row<Watching,     Observation,          UsingToken,   Do<request_resource>,       If<token_is_worth_using>>,
    Row<Watching,     Observation,          none,         none,                       If<nothing_to_use>>,

    Row<UsingToken,   ResourceResponse,     HasResource,  none,                       If<resource_is_there>>,
    Row<UsingToken,   ResourceResponse,     TokenRefused, none,                       If<resource_is_withheld>>,
    Row<UsingToken,   BearerChallenge,      TokenRefused>,
    Row<UsingToken,   Timeout,              TokenRefused>,
    Row<UsingToken,   Observation,          none>,
    Row<UsingToken,   Premise,              none>,
    Row<UsingToken,   Visit,                none,         Do<ask_okta>>,
    Row<UsingToken,   AuthenticationPrompt, none,         Do<enter_own_credentials>>,
    Row<UsingToken,   ConsentPrompt,        none,         Do<grant_consent>>,
    Row<UsingToken,   ErrorPage,            none>,

    Row<HasResource,  Observation,          none>,
    Row<HasResource,  Premise,              none>,
    Row<HasResource,  ErrorPage,            none>,
    Row<HasResource,  ResourceResponse,     none>,
    Row<HasResource,  BearerChallenge,      none>,
    Row<HasResource,  Visit,                none,         Do<ask_okta>>,
    Row<HasResource,  AuthenticationPrompt, none,         Do<enter_own_credentials>>,
    Row<HasResource,  ConsentPrompt,        none,         Do<grant_consent>>,
    Row<TokenRefused, Observation,          none>,
    Row<TokenRefused, Premise,              none>,
    Row<TokenRefused, ErrorPage,            none>,
    Row<TokenRefused, ResourceResponse,     none>,
    Row<TokenRefused, BearerChallenge,      none>,
    Row<TokenRefused, Visit,                none,         Do<ask_okta>>,
    Row<TokenRefused, AuthenticationPrompt, none,         Do<enter_own_credentials>>,
    Row<TokenRefused, ConsentPrompt,        none,         Do<grant_consent>>,

    // What the attacker sent into somebody's flow is answered too.
    Row<Watching,     ResourceResponse,     HasResource,  none,                       If<resource_is_there>>,
    Row<Watching,     ResourceResponse,     TokenRefused, none,                       If<resource_is_withheld>>,
    Row<Watching,     BearerChallenge,      TokenRefused>>;
};
// clang-format on

using AttackerActor =
    Shell<Participant::attacker, Attacker, Behaviour, OwnFlowWanted, AuthenticationPrompt, ConsentPrompt, ErrorPage,
          Visit, Observation, Premise, ResourceResponse, BearerChallenge, Timeout>;

}  // namespace

std::unique_ptr<Actor> make_attacker(const AttackerSettings& settings, Knowledge& knowledge) {
  return std::make_unique<AttackerActor>(settings, knowledge);
}

const Edges& attacker_edges() {
  static const Edges table = edges<Behaviour>();
  return table;
}

}  // namespace flowsim::flows::implicit
