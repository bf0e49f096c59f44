// What the attacker's site answers, and how the attacker's messages are spelled.
#include "flows/implicit/attacker_endpoint.hpp"

#include <algorithm>
#include <utility>

#include "flows/implicit/attacker.hpp"
#include "flows/implicit/bearer.hpp"
#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/spelling.hpp"
#include "oauth/keys.hpp"
#include "wire/page.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

constexpr std::string_view login_path = "/login";
constexpr std::string_view resource_path = "/orders";
constexpr std::string_view client_path = "/client";

std::string_view path_of(std::string_view url, std::string_view origin) {
  const auto place = without_query(url);
  return place.substr(std::min(place.size(), origin.size()));
}

/// The parameters an address carries, wherever they stand in it.
Parameters parameters_in(std::string_view address) {
  Parameters all;
  const auto parts = split_url(address);
  if (!parts) return all;
  for (const auto& item : decode_form(parts->query)) all.add(item.name, item.value, Place::query);
  for (const auto& item : decode_form(parts->fragment)) all.add(item.name, item.value, Place::fragment);
  return all;
}

void append(Parameters& all, const Parameters& more) {
  for (const auto& item : more) all.add(item.name, item.value, item.place);
}

/// Everything of a request that may be worth something.
Parameters worth_knowing(const HttpRequest& request) {
  auto all = parameters_in(request.url);
  if (const auto token = bearer_token(header(request.headers, "Authorization").value_or("")))
    all.add("access_token", std::string(*token), Place::header);
  append(all, decode_form(request.body));
  if (const auto from = header(request.headers, "Referer")) append(all, parameters_in(*from));
  return all;
}

/// What a stranger takes such parameters for.
std::string_view kind_of_find(const Parameters& parameters) {
  if (parameters.has("password")) return "authentication";
  if (parameters.has("error")) return "authorization_error";
  if (parameters.has("id_token") || parameters.value("access_token", Place::fragment)) return "access_token_response";
  return parameters.has("access_token") ? "resource_request" : "observation";
}

bool is_filled_in(std::string_view kind) { return kind == "authentication" || kind == "consent"; }

}  // namespace

AttackerEndpoint::AttackerEndpoint(std::unique_ptr<Actor> actor, const Settings& settings, ExchangeCounter& exchanges)
    : actor_(std::move(actor)), settings_(settings), exchanges_(exchanges) {}

Handling AttackerEndpoint::handle(const Leg& leg, Instant) {
  if (const auto* action = std::get_if<BrowserAction>(&leg.payload)) return act(*action, leg.from);
  if (const auto* request = std::get_if<HttpRequest>(&leg.payload)) return serve(leg, *request);
  auto answer = recognised_answer("resource_request", leg.payload);
  if (!answer) return {};
  return {.delivered = Delivered{actor_.get(), 1, *std::move(answer)}};
}

Handling AttackerEndpoint::act(const BrowserAction& action, Participant from) {
  if (action.verb == "leak") return read_leak(action);
  if (action.verb == "show") return from == Participant::attacker_browser ? show(action) : Handling{};
  // A page of the site has been opened, and its script runs.
  const auto& site = settings_.attacker.site;
  if (path_of(action.url, site) == client_path) return {.delivered = Delivered{actor_.get(), 1, {"visit", {}}}};
  auto parameters = parameters_in(action.url);
  if (parameters.empty()) return {};
  const auto kind = kind_of_find(parameters);
  return observation(std::move(parameters), kind);
}

Handling AttackerEndpoint::show(const BrowserAction& action) {
  form_action_ = action.fields.value_or_empty("action");
  return {.delivered = Delivered{actor_.get(), 1, read_shown(action)}};
}

Handling AttackerEndpoint::read_leak(const BrowserAction& action) {
  Parameters parameters;
  for (const auto& field : action.fields)
    if (field.name == "url") append(parameters, parameters_in(field.value));
  if (parameters.empty()) parameters = action.fields;
  const auto kind = std::string(action.fields.value(observed_kind, Place::header).value_or(kind_of_find(parameters)));
  parameters.remove(observed_kind);
  auto handling = observation(std::move(parameters), kind);
  if (const auto seen = recognised({"observation", "premise"}, action)) handling.delivered->message.kind = seen->kind;
  return handling;
}

Handling AttackerEndpoint::observation(Parameters parameters, std::string_view kind) {
  parameters.add(std::string(observed_kind), std::string(kind), Place::header);
  return {.delivered = Delivered{actor_.get(), 1, {"observation", std::move(parameters)}}};
}

Handling AttackerEndpoint::serve(const Leg& leg, const HttpRequest& request) {
  const auto answer = [&](HttpResponse response) {
    allow_origin(response, std::string(header(request.headers, "Origin").value_or("")));
    return Leg{Participant::attacker, leg.from, 0, leg.exchange, std::move(response)};
  };
  const auto path = path_of(request.url, settings_.attacker.site);
  if (request.method == "OPTIONS")
    return onward({Participant::attacker, leg.from, 0, leg.exchange, preflight_response(request)});
  if (path.ends_with(metadata_path) || path.ends_with(keys_path)) return publish(leg, path);
  Handling handling;
  auto found = worth_knowing(request);
  if (!found.empty()) {
    const auto kind = kind_of_find(found);
    handling = observation(std::move(found), kind);
  }
  if (path.ends_with(userinfo_path)) {
    handling.onward.push_back(answer(json_response("{}", 401)));
  } else if (path == resource_path) {
    handling.onward.push_back(answer(json_response(R"({"owner":"","orders":[]})")));
  } else if (path == login_path && request.method == "GET") {
    const Page copy{"authentication_prompt", "Okta", settings_.attacker.site + std::string(login_path), {}, {}};
    handling.onward.push_back(answer({200, {{"Content-Type", "text/html"}}, page_html(copy)}));
  } else {
    const std::string script = request.method == "GET" ? "/take.js" : "";
    handling.onward.push_back(
        answer({200, {{"Content-Type", "text/html"}}, page_html({"", "Welcome", "", {}, script})}));
  }
  return handling;
}

/// Another issuer's documents: its own name and keys, but the honest server's authorization endpoint, which is what a
/// mix-up is made of (RFC 9700 §4.4).
Handling AttackerEndpoint::publish(const Leg& leg, std::string_view path) {
  Message message{"key_set_response", {}};
  if (path.ends_with(metadata_path)) {
    const auto issuer = settings_.attacker.site + std::string(path.substr(0, path.size() - metadata_path.size()));
    message = {"metadata_response",
               {{"issuer", issuer},
                {"authorization_endpoint", address_of("authorization_request", settings_)},
                {"jwks_uri", address_of("key_set_request", settings_)},
                {"userinfo_endpoint", issuer_url(issuer, userinfo_path)}}};
  } else {
    const auto key = SigningKey::attacker().public_key();
    message.parameters.add("keys", jwks_document({&key, 1}));
  }
  const auto to = is_browser(leg.from) ? Participant::client : leg.from;
  auto response = spelled_response(message);
  Handling handling;
  handling.replies.push_back({{Participant::attacker, to, 0, std::move(message)},
                              {Participant::attacker, leg.from, 0, leg.exchange, std::move(response)}});
  return handling;
}

/// In its own browser the attacker sends the form the page has given; elsewhere a page of its own sends a copy. Where a
/// server would answer, the attacker makes a browser open what the answer leads to, or a page of its own.
Leg AttackerEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  const auto& message = envelope.message;
  if (envelope.to == Participant::attacker) return look(envelope);
  const bool own_form = is_filled_in(message.kind) && sender.browser == Participant::attacker_browser;
  auto payload = spelled(message, own_form ? form_action_ : address_of(message.kind, settings_));
  if (std::holds_alternative<HttpRequest>(payload))
    return {Participant::attacker, Participant::app, 0, exchanges_.next(), std::move(payload)};
  if (const auto* answer = std::get_if<HttpResponse>(&payload)) {
    const auto location = header(answer->headers, "Location");
    payload = BrowserAction{
        "open", location ? std::string(*location) : settings_.attacker.site + std::string(login_path), {}};
  }
  return {Participant::attacker, sender.browser, 0, 0, std::move(payload)};
}

/// Later, where somebody has left something lying about.
Leg AttackerEndpoint::look(const Envelope& envelope) const {
  const auto& parameters = envelope.message.parameters;
  const bool at_server = parameters.value(":in", Place::header) == "server_log";
  BrowserAction action{"look", {}, {}};
  if (envelope.message.kind == "premise") action.fields.add(":premise", "true", Place::header);
  const auto server = envelope.interaction >= 5 ? Participant::app : Participant::client;
  return {Participant::attacker, at_server ? server : Participant::browser, 0, 0, std::move(action)};
}

}  // namespace flowsim::flows::implicit
