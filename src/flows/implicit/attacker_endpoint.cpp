// What the attacker's site answers, and how the attacker's messages are spelled.
#include "flows/implicit/attacker_endpoint.hpp"

#include <algorithm>
#include <utility>

#include "flows/implicit/attacker.hpp"
#include "flows/implicit/codec.hpp"
#include "flows/implicit/endpoints.hpp"
#include "oauth/claims.hpp"
#include "oauth/keys.hpp"
#include "wire/page.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

constexpr std::string_view login_path = "/login";
constexpr std::string_view resource_path = "/orders";
constexpr std::string_view client_path = "/client";
constexpr std::string_view metadata_path = "/.well-known/openid-configuration";

std::string_view path_of(std::string_view url, std::string_view origin) {
  auto path = without_fragment(url).substr(std::min(url.size(), origin.size()));
  return path.substr(0, path.find('?'));
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
  const auto asked = read_resource_request(request);
  if (const auto token = asked.value("access_token", Place::header))
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

}  // namespace

AttackerEndpoint::AttackerEndpoint(std::unique_ptr<Actor> actor, const Settings& settings, ExchangeCounter& exchanges)
    : actor_(std::move(actor)), settings_(settings), exchanges_(exchanges), okta_(origin_of(settings.okta.issuer)) {}

Handling AttackerEndpoint::handle(const Leg& leg, Instant) {
  if (const auto* action = std::get_if<BrowserAction>(&leg.payload)) return act(*action, leg.from);
  if (const auto* request = std::get_if<HttpRequest>(&leg.payload)) return serve(leg, *request);
  const auto& response = std::get<HttpResponse>(leg.payload);
  return {.delivered = Delivered{actor_.get(), 1, read_resource_response(response)}};
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
  Message message{std::string(action.fields.value_or_empty("kind")), action.fields};
  form_action_ = action.fields.value_or_empty("action");
  return {.delivered = Delivered{actor_.get(), 1, std::move(message)}};
}

Handling AttackerEndpoint::read_leak(const BrowserAction& action) {
  Parameters parameters;
  for (const auto& field : action.fields)
    if (field.name == "url") append(parameters, parameters_in(field.value));
  if (parameters.empty()) parameters = action.fields;
  const auto kind = std::string(action.fields.value(observed_kind, Place::header).value_or(kind_of_find(parameters)));
  const bool premise = action.fields.value(":premise", Place::header).has_value();
  parameters.remove(observed_kind);
  auto handling = observation(std::move(parameters), kind);
  if (premise) handling.delivered->message.kind = "premise";
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
  Handling handling;
  if (request.method == "OPTIONS") {
    handling.onward.push_back({Participant::attacker, leg.from, 0, leg.exchange, preflight_response(request)});
    return handling;
  }
  if (path.ends_with(metadata_path) || path.ends_with("/v1/keys")) return publish(leg, path);
  auto found = worth_knowing(request);
  if (!found.empty()) {
    const auto kind = kind_of_find(found);
    handling = observation(std::move(found), kind);
  }
  if (path.ends_with("/v1/userinfo")) {
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
  std::string document;
  if (path.ends_with(metadata_path)) {
    const auto issuer = settings_.attacker.site + std::string(path.substr(0, path.size() - metadata_path.size()));
    std::string okta = settings_.okta.issuer;
    while (okta.ends_with('/')) okta.pop_back();
    document = to_json({{"issuer", issuer},
                        {"authorization_endpoint", okta + "/v1/authorize"},
                        {"jwks_uri", okta + "/v1/keys"},
                        {"userinfo_endpoint", issuer + "/v1/userinfo"}});
    message = {"metadata_response", read_metadata(document)};
  } else {
    const auto key = SigningKey::attacker().public_key();
    document = jwks_document({&key, 1});
    message.parameters.add("keys", document);
  }
  const auto to = is_browser(leg.from) ? Participant::client : leg.from;
  auto response = json_response(std::move(document));
  Handling handling;
  handling.replies.push_back({{Participant::attacker, to, 0, std::move(message)},
                              {Participant::attacker, leg.from, 0, leg.exchange, std::move(response)}});
  return handling;
}

Leg AttackerEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  const auto& [kind, parameters] = envelope.message;
  const auto in_browser = [&](std::string verb, std::string url) {
    return Leg{Participant::attacker, sender.browser, 0, 0, BrowserAction{std::move(verb), std::move(url), {}}};
  };
  if (envelope.to == Participant::attacker) return look(envelope);
  switch (envelope.interaction) {
    case 0:
      return in_browser("open", origin_of(settings_.client.redirect_uri) + "/");
    case 1:
      return in_browser("navigate", with_query(settings_.okta.issuer + "/v1/authorize", without_headers(parameters)));
    case 2:
      return in_browser("open", settings_.attacker.site + std::string(login_path));
    case 3:
      return submit_form(envelope, sender);
    case 4:
      return in_browser("open", response_location(settings_.client.redirect_uri, parameters));
    default:
      return {Participant::attacker, Participant::app, 0, exchanges_.next(),
              resource_request(settings_.app.resource, parameters)};
  }
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

Leg AttackerEndpoint::submit_form(const Envelope& envelope, const Sender& sender) const {
  const auto& [kind, parameters] = envelope.message;
  // In its own browser the attacker sends the form the page has given; elsewhere a page of its own sends a copy.
  const auto own = sender.browser == Participant::attacker_browser;
  const auto path = kind == "consent" ? consent_path : sign_in_path;
  return {Participant::attacker, sender.browser, 0, 0,
          BrowserAction{"submit", own ? form_action_ : okta_ + std::string(path), without_headers(parameters)}};
}

}  // namespace flowsim::flows::implicit
