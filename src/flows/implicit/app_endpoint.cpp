// The app on the wire: its API, cross-origin rules included, and the questions it asks okta.
#include <utility>

#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/spelling.hpp"

namespace flowsim::flows::implicit {
namespace {

/// Scripts ask through their browser, the attacker also directly.
Participant asker_of(const Leg& leg) { return is_browser(leg.from) ? Participant::client : leg.from; }

}  // namespace

Handling AppEndpoint::handle(const Leg& leg, Instant) {
  if (std::holds_alternative<HttpResponse>(leg.payload)) return answer_arrives(leg.payload, leg.exchange);
  if (const auto* request = std::get_if<HttpRequest>(&leg.payload)) return request_arrives(leg, *request);
  if (const auto* look = std::get_if<BrowserAction>(&leg.payload)) return show_log(Participant::app, *look, log_);
  return {};
}

Handling AppEndpoint::request_arrives(const Leg& leg, const HttpRequest& request) {
  log_.push_back(request.url);
  const std::string origin(header(request.headers, "Origin").value_or(""));
  if (request.method == "OPTIONS")
    return onward({Participant::app, leg.from, 0, leg.exchange, preflight_response(request)});
  Handling handling;
  auto message = recognised({"resource_request"}, leg.payload, server_.settings.resource);
  if (!message) {
    const Message missing{"resource_response", {{"status", "404"}}};
    auto response = spelled_response(missing);
    allow_origin(response, origin);
    handling.replies.push_back({{Participant::app, asker_of(leg), 6, missing},
                                {Participant::app, leg.from, 0, leg.exchange, std::move(response)}});
    return handling;
  }
  sessions_.push_back({make_app(server_), leg.from, leg.exchange, origin});
  add_scheme(*message, request);
  message->parameters.add(":asker", std::string(name_of(asker_of(leg))), Place::header);
  handling.delivered = Delivered{sessions_.back().actor.get(), static_cast<int>(sessions_.size()), *std::move(message)};
  return handling;
}

Handling AppEndpoint::answer_arrives(const Payload& response, int exchange) {
  const auto found = questions_.find(exchange);
  if (found == questions_.end()) return {};
  const auto question = std::move(found->second);
  questions_.erase(found);
  auto message = recognised_answer(question.kind, response);
  if (!message) return {};
  auto* actor = sessions_[static_cast<std::size_t>(question.session - 1)].actor.get();
  return {.delivered = Delivered{actor, question.session, *std::move(message)}};
}

Leg AppEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  if (envelope.to == Participant::okta) return ask(envelope, sender.session);
  const auto& asked = sessions_[static_cast<std::size_t>(sender.session - 1)];
  auto response = spelled_response(envelope.message);
  allow_origin(response, asked.origin);
  return {Participant::app, asked.asker, 0, asked.exchange, std::move(response)};
}

Leg AppEndpoint::ask(const Envelope& envelope, int session) {
  const int exchange = exchanges_.next();
  questions_.emplace(exchange, Question{session, envelope.message.kind});
  return {Participant::app, Participant::okta, 0, exchange, spelled(envelope.message)};
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
