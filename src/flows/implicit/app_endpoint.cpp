// The app on the wire: its API, cross-origin rules included, and the questions it asks okta.
#include <utility>

#include "flows/implicit/codec.hpp"
#include "flows/implicit/endpoints.hpp"
#include "oauth/claims.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

/// Scripts ask through their browser, the attacker also directly.
Participant asker_of(const Leg& leg) { return is_browser(leg.from) ? Participant::client : leg.from; }

std::string_view without_query(std::string_view url) { return url.substr(0, url.find('?')); }

}  // namespace

Handling AppEndpoint::handle(const Leg& leg, Instant) {
  if (const auto* response = std::get_if<HttpResponse>(&leg.payload)) return answer_arrives(*response, leg.exchange);
  if (const auto* request = std::get_if<HttpRequest>(&leg.payload)) return request_arrives(leg, *request);
  if (const auto* look = std::get_if<BrowserAction>(&leg.payload)) return show_log(*look);
  return {};
}

/// Whoever reads the log sees which addresses were asked for; headers are not logged.
Handling AppEndpoint::show_log(const BrowserAction& look) const {
  BrowserAction seen{"leak", {}, look.fields};
  for (const auto& url : log_) seen.fields.add("url", url);
  Handling handling;
  handling.onward.push_back({Participant::app, Participant::attacker, 0, 0, std::move(seen)});
  return handling;
}

Handling AppEndpoint::request_arrives(const Leg& leg, const HttpRequest& request) {
  log_.push_back(request.url);
  const std::string origin(header(request.headers, "Origin").value_or(""));
  Handling handling;
  if (request.method == "OPTIONS") {
    handling.onward.push_back({Participant::app, leg.from, 0, leg.exchange, preflight_response(request)});
    return handling;
  }
  if (without_query(request.url) != server_.settings.resource) {
    const Message missing{"resource_response", {{"status", "404"}}};
    auto response = resource_response(missing);
    allow_origin(response, origin);
    handling.replies.push_back({{Participant::app, asker_of(leg), 6, missing},
                                {Participant::app, leg.from, 0, leg.exchange, std::move(response)}});
    return handling;
  }
  sessions_.push_back({make_app(server_), leg.from, leg.exchange, origin});
  auto parameters = read_resource_request(request);
  parameters.add(":asker", std::string(name_of(asker_of(leg))), Place::header);
  handling.delivered = Delivered{
      sessions_.back().actor.get(), static_cast<int>(sessions_.size()), {"resource_request", std::move(parameters)}};
  return handling;
}

Handling AppEndpoint::answer_arrives(const HttpResponse& response, int exchange) {
  const auto found = questions_.find(exchange);
  if (found == questions_.end()) return {};
  const auto question = std::move(found->second);
  questions_.erase(found);
  Message message{"key_set_response", {{"keys", response.body}}};
  if (question.kind == "introspection_request") {
    const auto claims = read_claims(response.body).value_or(Claims{});
    message = {"introspection_response", {{"active", claims.shown("active").value_or("absent")}}};
  }
  auto* actor = sessions_[static_cast<std::size_t>(question.session - 1)].actor.get();
  return {.delivered = Delivered{actor, question.session, std::move(message)}};
}

Leg AppEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  if (envelope.to == Participant::okta) return ask(envelope, sender.session);
  const auto& asked = sessions_[static_cast<std::size_t>(sender.session - 1)];
  auto response = resource_response(envelope.message);
  allow_origin(response, asked.origin);
  return {Participant::app, asked.asker, 0, asked.exchange, std::move(response)};
}

Leg AppEndpoint::ask(const Envelope& envelope, int session) {
  const auto& [kind, parameters] = envelope.message;
  const int exchange = exchanges_.next();
  questions_.emplace(exchange, Question{session, kind});
  HttpRequest request{"GET", std::string(parameters.value_or_empty("url")), {{"Accept", "application/json"}}, {}};
  if (kind == "introspection_request") {
    request.method = "POST";
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = encode_form(without_headers(parameters));
  }
  return {Participant::app, Participant::okta, 0, exchange, std::move(request)};
}

std::vector<Acting> AppEndpoint::actors() const {
  std::vector<Acting> acting;
  for (const auto& session : sessions_)
    acting.push_back({session.actor.get(), is_browser(session.asker) ? session.asker : Participant::browser});
  return acting;
}

std::vector<Running> AppEndpoint::forget() {
  server_.keys.reset();
  questions_.clear();
  std::vector<Running> running;
  for (auto& session : sessions_) running.push_back({session.actor.get(), static_cast<int>(running.size()) + 1});
  return running;
}

}  // namespace flowsim::flows::implicit
