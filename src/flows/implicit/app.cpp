// The app's transition table, and the few functions it names.
#include "flows/implicit/app.hpp"

#include <algorithm>
#include <utility>

#include "flows/implicit/http.hpp"
#include "flows/implicit/shell.hpp"
#include "oauth/checks.hpp"
#include "oauth/jwt.hpp"

namespace flowsim::flows::implicit {
namespace {

using namespace sim::machine;

/// What the app does next, decided once for each message; the guards only read it.
namespace decision {
constexpr std::string_view fetch_keys = "fetch_keys";
constexpr std::string_view introspect = "introspect";
constexpr std::string_view serve = "serve";
constexpr std::string_view refuse = "refuse";
}  // namespace decision

/// One request and what the app has learnt about its token.
struct App {
  AppServer& server;
  Outbox outbox{};
  Parameters request{};
  int request_id = 0;
  std::optional<Jwt> token{};
  Phrase malformed{};
  bool keys_are_fresh = false;  ///< fetched for this request: an unknown key is not looked for twice
  std::optional<bool> active{};
  const Check* refused = nullptr;
};

struct Idle : State {};
struct FetchingKeys : State {};
struct Introspecting : State {};
struct ResourceServed : State {};
struct RequestRefused : State {};

struct ResourceRequest : Event<"resource_request"> {};
struct KeySetResponse : Event<"key_set_response"> {};
struct IntrospectionResponse : Event<"introspection_response"> {};
struct Timeout : Event<"timeout"> {};

constexpr Duration server_patience = std::chrono::seconds{10};

Verdict judge_token(App& app, Instant now) {
  const auto& keys = app.server.keys;
  auto [verdict, refused] = examine(access_token_checks(),
                                    {app.server.settings, app.token ? &*app.token : nullptr, app.malformed,
                                     keys ? std::span<const Jwk>(*keys) : std::span<const Jwk>{}, app.server.clock(now),
                                     app.active, app.server.memory},
                                    app.server.defences);
  app.refused = refused;
  verdict.decision = refused == nullptr ? decision::serve : decision::refuse;
  return std::move(verdict);
}

/// Fetches what is still missing, else decides about the token; appends to what was found about the request itself.
void decide(App& app, Instant now, Verdict& verdict) {
  const bool key_is_known = app.server.keys && app.token && key_for(*app.token, *app.server.keys) != nullptr;
  if (app.token && !key_is_known && !app.keys_are_fresh) {
    verdict.decision = decision::fetch_keys;
  } else if (app.token && app.server.settings.introspects && !app.active) {
    verdict.decision = decision::introspect;
  } else {
    auto about_token = judge_token(app, now);
    std::ranges::move(about_token.results, std::back_inserter(verdict.results));
    verdict.decision = about_token.decision;
  }
}

Verdict judge_request(App& app, const Incoming& incoming) {
  app.request = incoming.message.parameters;
  app.request_id = incoming.id;
  if (const auto token = app.request.value("access_token")) app.token = decode_jwt(*token, &app.malformed);
  auto [verdict, refused] =
      examine(resource_request_checks(), {app.request.value(":scheme", Place::header).value_or(""), app.request},
              app.server.defences);
  app.refused = refused;
  if (refused != nullptr)
    verdict.decision = decision::refuse;
  else
    decide(app, incoming.now, verdict);
  return std::move(verdict);
}

Judging judge(App& app, const Incoming& incoming, std::string_view state) {
  const auto& kind = incoming.message.kind;
  const auto& arrived = incoming.message.parameters;
  Judging judging;
  if (kind == ResourceRequest::kind && state == name_of_type<Idle>) {
    judging.verdict = judge_request(app, incoming);
  } else if (kind == KeySetResponse::kind && state == name_of_type<FetchingKeys>) {
    app.server.keys = read_jwks(arrived.value_or_empty("keys")).value_or(std::vector<Jwk>{});
    app.keys_are_fresh = true;
    decide(app, incoming.now, judging.verdict);
  } else if (kind == IntrospectionResponse::kind && state == name_of_type<Introspecting>) {
    app.active = arrived.value_or_empty("active") == "true";
    decide(app, incoming.now, judging.verdict);
  }
  judging.about = app.request_id;
  return judging;
}

bool keys_are_needed(const App&, const Dispatched& event) { return event.verdict.decision == decision::fetch_keys; }
bool okta_must_be_asked(const App&, const Dispatched& event) { return event.verdict.decision == decision::introspect; }
bool request_is_good(const App&, const Dispatched& event) { return event.verdict.decision == decision::serve; }
bool request_is_bad(const App&, const Dispatched& event) { return event.verdict.decision == decision::refuse; }

void ask_okta(App& app, std::string kind, std::string_view path, Parameters parameters = {}) {
  parameters.add("url", issuer_url(app.server.settings.issuer, path), Place::header);
  app.outbox.send(Participant::app, Participant::okta, 0, {std::move(kind), std::move(parameters)});
  app.outbox.timers.push_back({Timeout::kind, server_patience});
}

void fetch_keys(App& app, const Dispatched&) { ask_okta(app, "key_set_request", keys_path); }

void introspect(App& app, const Dispatched&) {
  ask_okta(app, "introspection_request", introspect_path,
           {{"token", std::string(app.request.value_or_empty("access_token"))}, {"token_type_hint", "access_token"}});
}

void answer(App& app, std::string kind, Parameters parameters) {
  const auto asker = participant_named(app.request.value(":asker", Place::header).value_or(""));
  app.outbox.send(Participant::app, asker.value_or(Participant::client), 6, {std::move(kind), std::move(parameters)});
}

void serve_resource(App& app, const Dispatched&) {
  // Where the resource is nobody's own, each user has one of the kind.
  const auto& configured = app.server.settings.resource_owner;
  const std::string owner(!configured.empty() ? configured
                          : app.token         ? app.token->claims.text("uid").value_or("")
                                              : "");
  std::string body = R"({"owner":)";
  append_json(body, owner);
  body += R"(,"orders":[{"id":1001,"item":"Teapot"},{"id":1002,"item":"Kettle"}]})";
  answer(app, "resource_response", {{"status", "200"}, {"body", std::move(body)}});
}

void refuse_request(App& app, const Dispatched&) {
  const auto& check = *app.refused;
  Parameters refusal{{"status", std::to_string(check.status)}};
  // A refusal that is not about the token carries no challenge (RFC 6750 §3.1).
  if (check.name == "resource_belongs_to_user") return answer(app, "resource_response", std::move(refusal));
  if (app.server.defences.misbehaves("errors_as_403")) return answer(app, "resource_response", {{"status", "403"}});
  refusal.add("realm", app.server.settings.realm);
  if (!check.error.empty()) {
    refusal.add("error", std::string(check.error));
    refusal.add("error_description", std::string(check.description));
  }
  if (check.error == "insufficient_scope") refusal.add("scope", app.server.settings.required_scope);
  answer(app, "bearer_challenge", std::move(refusal));
}

void report_outage(App& app, const Dispatched&) { answer(app, "resource_response", {{"status", "503"}}); }

// clang-format off
struct Behaviour : Front<Behaviour, App> {
  using Front::Front;
  using initial_state = Idle;
  using transition_table = Table<
    //  in state       on event               go to           and do              provided
    Row<Idle,          ResourceRequest,       FetchingKeys,   Do<fetch_keys>,     If<keys_are_needed>>,
    Row<Idle,          ResourceRequest,       Introspecting,  Do<introspect>,     If<okta_must_be_asked>>,
    Row<Idle,          ResourceRequest,       ResourceServed, Do<serve_resource>, If<request_is_good>>,
    Row<Idle,          ResourceRequest,       RequestRefused, Do<refuse_request>, If<request_is_bad>>,

    Row<FetchingKeys,  KeySetResponse,        Introspecting,  Do<introspect>,     If<okta_must_be_asked>>,
    Row<FetchingKeys,  KeySetResponse,        ResourceServed, Do<serve_resource>, If<request_is_good>>,
    Row<FetchingKeys,  KeySetResponse,        RequestRefused, Do<refuse_request>, If<request_is_bad>>,
    Row<FetchingKeys,  Timeout,               RequestRefused, Do<report_outage>>,

    Row<Introspecting, IntrospectionResponse, ResourceServed, Do<serve_resource>, If<request_is_good>>,
    Row<Introspecting, IntrospectionResponse, RequestRefused, Do<refuse_request>, If<request_is_bad>>,
    Row<Introspecting, Timeout,               RequestRefused, Do<report_outage>>>;
};
// clang-format on

using AppActor =
    Shell<Participant::app, App, Behaviour, ResourceRequest, KeySetResponse, IntrospectionResponse, Timeout>;

}  // namespace

std::unique_ptr<Actor> make_app(AppServer& server) { return std::make_unique<AppActor>(server); }

const Edges& app_edges() {
  static const Edges table = edges<Behaviour>();
  return table;
}

}  // namespace flowsim::flows::implicit
