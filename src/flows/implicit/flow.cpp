// Builds the world of one run and reads its end.
#include "flows/implicit/flow.hpp"

#include <array>
#include <utility>
#include <vector>

#include "flows/implicit/client.hpp"
#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/okta_documents.hpp"
#include "flows/implicit/outcome.hpp"
#include "flows/implicit/states.hpp"
#include "flows/implicit/user.hpp"
#include "oauth/interactions.hpp"
#include "sim/browser.hpp"
#include "wire/url.hpp"

namespace flowsim::implicit {
namespace {

std::string home_of(const ClientSettings& client) { return origin_of(client.redirect_uri) + "/"; }

/// The keys of today and of tomorrow, as `/v1/keys` gives them.
std::string keys_of_okta() {
  const std::array keys{SigningKey::okta().public_key(), SigningKey::okta_next().public_key()};
  return jwks_document(keys);
}

Hosts hosts_of(const Settings& settings) {
  return {{origin_of(settings.okta.issuer), Participant::okta},
          {origin_of(settings.client.redirect_uri), Participant::client},
          {origin_of(settings.app.resource), Participant::app}};
}

}  // namespace

struct Flow::World {
  World(const FlowInput& input, Trace& recorded, std::vector<PlannedFault> faults)
      : trace(recorded),
        okta_server{input.settings.okta,
                    input.disabled_checks,
                    SigningKey::okta(input.memory),
                    SigningKey::okta_next(input.memory),
                    keys_of_okta(),
                    Random(input.seed, "okta"),
                    {},
                    {}},
        app_server{input.settings.app, input.disabled_checks, input.memory, {}},
        browser(hosts_of(input.settings), exchanges),
        user(make_user(input.settings.user, input.disabled_checks, origin_of(input.settings.okta.issuer)),
             home_of(input.settings.client)),
        client(make_client(input.settings.client, input.disabled_checks, input.seed, input.memory),
               input.settings.client, exchanges),
        okta(okta_server),
        app(app_server, exchanges),
        simulation(recorded, input.simulation, std::move(faults)) {
    for (auto* endpoint :
         {static_cast<Endpoint*>(&user), static_cast<Endpoint*>(&browser), static_cast<Endpoint*>(&client),
          static_cast<Endpoint*>(&okta), static_cast<Endpoint*>(&app)})
      simulation.add(*endpoint);
    if (const auto age = input.settings.okta.session_age) open_session(input, *age);
    simulation.begin(user.actor(), std::string(sign_in_wanted));
  }

  /// The user signed in before the run began: okta remembers it, and so does the browser.
  void open_session(const FlowInput& input, Duration age) {
    auto session = okta_server.random.base64url(24);
    browser.remember_cookie(origin_of(input.settings.okta.issuer), std::string(session_cookie), session);
    okta_server.sessions.emplace(std::move(session), okta_server.clock(input.simulation.start) - age);
  }

  void record_end(Participant who, std::string_view state) {
    const auto meaning = simulation.stopped() ? "where the run was stopped" : meaning_of(who, state);
    trace.final_states.push_back({who, std::string(state), std::string(meaning)});
  }

  /// A server has an actor for each request; the last one tells how it ended.
  void record_server_end(Participant who, const std::vector<const Actor*>& actors) {
    record_end(who, actors.empty() ? std::string_view(edges_of(who).initial) : actors.back()->state());
  }

  Trace& trace;
  ExchangeCounter exchanges;
  OktaServer okta_server;
  AppServer app_server;
  Browser browser;
  UserEndpoint user;
  ClientEndpoint client;
  OktaEndpoint okta;
  AppEndpoint app;
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
    if (kind == nullptr) continue;
    record.caption = kind->caption;
    record.expected = kind->expected;
  }
  for (const auto& row : interactions())
    trace.header.interactions.push_back(
        {row.number, std::string(row.name), row.from, row.to, std::string(row.caption), std::string(row.clause)});
  trace.header.keys = world_->okta_server.published_keys;
  world_->record_end(Participant::user, world_->user.actor().state());
  world_->record_end(Participant::client, world_->client.actor().state());
  world_->record_server_end(Participant::okta, world_->okta.actors());
  world_->record_server_end(Participant::app, world_->app.actors());
  if (!world_->simulation.stopped()) trace.outcome = outcome_of(trace);
}

}  // namespace flowsim::implicit
