// The app on the wire: its API, cross-origin rules included, and the questions it asks okta.
#include <utility>

#include "flows/implicit/codec.hpp"
#include "flows/implicit/endpoints.hpp"
#include "oauth/claims.hpp"
#include "wire/url.hpp"

namespace flowsim::implicit {
namespace {

std::string_view without_query(std::string_view url) { return url.substr(0, url.find('?')); }

}  // namespace

Handling AppEndpoint::handle(const Leg& leg, Instant) {
  if (const auto* response = std::get_if<HttpResponse>(&leg.payload)) return answer_arrives(*response, leg.exchange);
  if (const auto* request = std::get_if<HttpRequest>(&leg.payload)) return request_arrives(leg, *request);
  return {};
}

Handling AppEndpoint::request_arrives(const Leg& leg, const HttpRequest& request) {
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
    handling.replies.push_back({{Participant::app, Participant::client, 6, missing},
                                {Participant::app, leg.from, 0, leg.exchange, std::move(response)}});
    return handling;
  }
  sessions_.push_back({make_app(server_), leg.exchange, origin});
  handling.delivered = Delivered{sessions_.back().actor.get(),
                                 static_cast<int>(sessions_.size()),
                                 {"resource_request", read_resource_request(request)}};
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
    message = {"introspection_response", {{"active", claims.shown("active")}}};
  }
  auto* actor = sessions_[static_cast<std::size_t>(question.session - 1)].actor.get();
  return {.delivered = Delivered{actor, question.session, std::move(message)}};
}

Leg AppEndpoint::spell(const Envelope& envelope, int session) {
  if (envelope.to == Participant::okta) return ask(envelope, session);
  const auto& asked = sessions_[static_cast<std::size_t>(session - 1)];
  auto response = resource_response(envelope.message);
  allow_origin(response, asked.origin);
  return {Participant::app, Participant::browser, 0, asked.exchange, std::move(response)};
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

std::vector<const Actor*> AppEndpoint::actors() const {
  std::vector<const Actor*> actors;
  for (const auto& session : sessions_) actors.push_back(session.actor.get());
  return actors;
}

}  // namespace flowsim::implicit
