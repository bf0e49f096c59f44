// Builds the world of one run and reads its end.
#include "flows/implicit/flow.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "flows/implicit/attacker.hpp"
#include "flows/implicit/attacker_endpoint.hpp"
#include "flows/implicit/client.hpp"
#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/okta_documents.hpp"
#include "flows/implicit/outcome.hpp"
#include "flows/implicit/properties.hpp"
#include "flows/implicit/spelling.hpp"
#include "flows/implicit/states.hpp"
#include "flows/implicit/user.hpp"
#include "oauth/interactions.hpp"
#include "sim/browser.hpp"
#include "trace/sightings.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

std::string opened_by(const Settings& settings) {
  return settings.user.opens == Opens::client ? address_of("sign_in_request", settings)
                                              : settings.attacker.site + "/client";
}

/// The keys of today and of tomorrow, as `/v1/keys` gives them.
const std::string& keys_of_okta() {
  static const std::string document =
      jwks_document(std::array{SigningKey::okta().public_key(), SigningKey::okta_next().public_key()});
  return document;
}

/// Without TLS whoever is in the network may answer (RFC 6749 §3.1.2.1).
std::string without_tls(std::string origin) {
  if (origin.starts_with("https:")) origin.erase(4, 1);
  return origin;
}

Defences defences_of(const FlowInput& input) { return {input.disabled_checks, input.misbehaviours}; }

Hosts hosts_of(const Settings& settings) {
  auto client = origin_of(settings.client.redirect_uri);
  Hosts hosts;
  hosts.reserve(5);
  hosts.emplace_back(origin_of(settings.okta.issuer), Participant::okta);
  hosts.emplace_back(client, Participant::client);
  hosts.emplace_back(origin_of(settings.app.resource), Participant::app);
  hosts.emplace_back(settings.attacker.site, Participant::attacker);
  hosts.emplace_back(without_tls(std::move(client)), Participant::attacker);
  return hosts;
}

}  // namespace

struct Flow::World {
  World(const FlowInput& input, Trace& recorded, std::vector<PlannedFault> faults)
      : given(input),
        trace(recorded),
        okta_server{input.settings.okta,
                    input.settings.attacker,
                    defences_of(input),
                    SigningKey::okta(input.memory),
                    SigningKey::okta_next(input.memory),
                    keys_of_okta(),
                    Random(input.seed, "okta"),
                    {},
                    {},
                    {}},
        app_server{input.settings.app, defences_of(input), input.memory, {}},
        hosts(hosts_of(input.settings)),
        browser(hosts, exchanges),
        attacker_browser(hosts, exchanges, Participant::attacker_browser, Participant::attacker),
        user(make_user(input.settings.user, defences_of(input), origin_of(input.settings.okta.issuer)),
             opened_by(input.settings)),
        client([this](int session) { return make_script(session); }, input.settings.client, exchanges,
               defences_of(input), input.settings.attacker.site),
        okta(okta_server, input.settings),
        app(app_server, exchanges),
        attacker(make_attacker(input.settings.attacker, input.knowledge != nullptr ? *input.knowledge : own_knowledge),
                 input.settings, exchanges),
        simulation(recorded, input.simulation, std::move(faults)) {
    for (auto* endpoint : {static_cast<Endpoint*>(&user), static_cast<Endpoint*>(&browser),
                           static_cast<Endpoint*>(&client), static_cast<Endpoint*>(&okta), static_cast<Endpoint*>(&app),
                           static_cast<Endpoint*>(&attacker), static_cast<Endpoint*>(&attacker_browser)})
      simulation.add(*endpoint);
    simulation.learn_into(input.knowledge != nullptr ? *input.knowledge : own_knowledge);
    if (auto* misbehaviours = input.misbehaviours)
      simulation.watch([misbehaviours] { return misbehaviours->newly_used(); });
    if (const auto age = input.settings.okta.session_age) open_session(input, *age);
    simulation.begin(user.actor(), sign_in_wanted, Participant::browser, input.settings.user.starts_after);
    if (input.settings.attacker.signs_in)
      simulation.begin(attacker.actor(), own_flow_wanted, Participant::attacker_browser);
  }

  /// The client's script; each browser's draws random values of its own.
  std::unique_ptr<Actor> make_script(int session) {
    const auto stream = session == 1 ? std::string("client") : "client " + std::to_string(session);
    return make_client(given.settings.client, defences_of(given), Random(given.seed, stream), given.memory);
  }

  /// The user signed in before the run began: okta remembers it, and so does the browser.
  void open_session(const FlowInput& input, Duration age) {
    auto session = okta_server.random.base64url(24);
    browser.remember_cookie(origin_of(input.settings.okta.issuer), std::string(session_cookie), session);
    okta_server.sessions.emplace(std::move(session), BrowserSession{okta_server.clock(input.simulation.start) - age,
                                                                    input.settings.okta.username});
  }

  void record_end(Participant who, std::string_view state) {
    const std::string_view explanation = simulation.stopped()        ? "ended.stopped"
                                         : has_forgotten(who, state) ? "ended.forgot"
                                                                     : "";
    trace.final_states.push_back({who, std::string(state), explanation});
  }

  /// A server has an actor for each request, the client one for each browser; the last one in the judged browser's flow
  /// tells how it ended.
  void record_last_end(Participant who, const std::vector<Acting>& actors) {
    std::string_view state = edges_of(who).initial;
    for (const auto& [actor, in] : actors)
      if (in == judged()) state = actor->state();
    record_end(who, state);
  }

  /// The browser whose flow is judged: the one asked for, where anything happened in it.
  Participant judged() const {
    const auto happened = std::ranges::find(trace.messages, given.judged_browser, &MessageRecord::browser);
    return happened == trace.messages.end() ? Participant::browser : given.judged_browser;
  }

  /// Whether the actor has forgotten what it did before.
  bool has_forgotten(Participant who, std::string_view state) const {
    const auto last =
        std::ranges::find(trace.transitions.rbegin(), trace.transitions.rend(), who, &TransitionRecord::actor);
    return last != trace.transitions.rend() && last->event == "crash" && last->to == state;
  }

  bool attacker_takes_part() const {
    return std::ranges::any_of(trace.legs, [](const LegRecord& record) {
      return record.leg.from == Participant::attacker || record.leg.to == Participant::attacker;
    });
  }

  const FlowInput given;
  Trace& trace;
  Knowledge own_knowledge;
  ExchangeCounter exchanges;
  OktaServer okta_server;
  AppServer app_server;
  const Hosts hosts;
  Browser browser;
  Browser attacker_browser;
  UserEndpoint user;
  ClientEndpoint client;
  OktaEndpoint okta;
  AppEndpoint app;
  AttackerEndpoint attacker;
  Simulation simulation;
};

Flow::Flow(const FlowInput& input, Trace& trace, std::vector<PlannedFault> faults)
    : world_(std::make_unique<World>(input, trace, std::move(faults))) {}
Flow::~Flow() = default;

Simulation& Flow::simulation() { return world_->simulation; }

void Flow::finish() {
  auto& trace = world_->trace;
  for (auto& record : trace.messages) {
    const auto* kind = kind_of(record.envelope.message);
    if (kind != nullptr) record.expected = kind->expected;
  }
  trace.header.interactions.reserve(interactions().size());
  for (const auto& row : interactions())
    trace.header.interactions.push_back({row.number, row.name, row.from, row.to, row.clause});
  trace.header.flow = "implicit";
  trace.header.keys = world_->okta_server.published_keys;
  world_->record_end(Participant::user, world_->user.actor().state());
  world_->record_last_end(Participant::client, world_->client.actors());
  world_->record_last_end(Participant::okta, world_->okta.actors());
  world_->record_last_end(Participant::app, world_->app.actors());
  if (world_->attacker_takes_part()) world_->record_end(Participant::attacker, world_->attacker.actor().state());
  trace.secrets = who_has_seen(trace);
  const bool endless = world_->simulation.endless();
  if (world_->simulation.stopped() && !endless) return;
  trace.header.browser = world_->judged();
  trace.outcome = outcome_of(trace, world_->judged());
  trace.properties = properties_of(trace, world_->given.settings, endless);
  compromise(trace);
}

}  // namespace flowsim::flows::implicit
